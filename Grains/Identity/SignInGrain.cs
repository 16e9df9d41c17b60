using Microsoft.AspNetCore.Identity;
using Orleans.Concurrency;

namespace Platform.Identity;

[GrainType("signin"), StatelessWorker, Reentrant]
internal sealed class SignInGrain(IGrainFactory grains, IdSource ids, PasswordHashing passwords) : Grain, ISignInGrain
{
    private static readonly Refusal Busy = new(RefusalKind.Busy, "Too many people are signing in right now. Please try again in a moment.");

    private string Product => this.GetPrimaryKeyString();

    public async Task<Outcome<SignedIn>> Register(Registration registration)
    {
        if (await passwords.HashAsync(registration.Password) is not { } hash) return Busy;
        var account = new NewAccount(
            Product, registration.Email, registration.Username, hash, registration.DeviceName, registration.DisplayName);
        return await grains.GetGrain<ICredentialsGrain>(ids.Next()).Register(account);
    }

    public async Task<Outcome<SignedIn>> SignIn(Credentials credentials)
    {
        var accountId = await FindAsync(credentials.Email);
        var account = accountId is null ? null : grains.GetGrain<ICredentialsGrain>(accountId);
        var stored = account is null ? null : await account.BeginSignIn();
        if (stored?.Refusal is { Kind: RefusalKind.Locked } locked) return locked;

        if (await passwords.VerifyAsync(stored?.Value?.Value, credentials.Password) is not { } result) return Busy;
        if (account is null || stored!.Value is null) return UserGrain.Wrong;
        var newHash = result == PasswordVerificationResult.SuccessRehashNeeded ? await passwords.HashAsync(credentials.Password) : null;
        return await account.CompleteSignIn(new(result != PasswordVerificationResult.Failed, credentials.DeviceName, newHash));
    }

    public Task<Outcome<SignedIn>> Refresh(string refreshToken) =>
        RefreshToken.Parse(refreshToken) is { } token
            ? grains.GetGrain<ICredentialsGrain>(token.AccountId).Refresh(Product, refreshToken)
            : Task.FromResult<Outcome<SignedIn>>(UserGrain.SessionEnded);

    private Task<string?> FindAsync(string email) =>
        grains.GetGrain<IAccountDirectoryGrain>(IAccountDirectoryGrain.Key(Product, email)).Find();
}
