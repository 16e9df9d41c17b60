using Microsoft.AspNetCore.Identity;
using Orleans.Concurrency;

namespace Platform.Identity;

/// <summary>Sign-in with a password; with a mailed code in <c>SignInGrain.Codes.cs</c>.</summary>
[GrainType("signin"), StatelessWorker, Reentrant]
internal sealed partial class SignInGrain(IGrainFactory grains, IdSource ids, PasswordHashing passwords) : Grain, ISignInGrain
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
        var (account, stored) = await BeginAsync(credentials.Email);
        if (stored.Refusal is { Kind: RefusalKind.Locked } locked) return locked;

        if (await passwords.VerifyAsync(stored.Value?.Value, credentials.Password) is not { } result) return Busy;
        if (account is null || stored.Value is null) return await Stranger(credentials.Email).CompleteSignIn();
        var newHash = result == PasswordVerificationResult.SuccessRehashNeeded ? await passwords.HashAsync(credentials.Password) : null;
        return await account.CompleteSignIn(new(result != PasswordVerificationResult.Failed, credentials.DeviceName, newHash));
    }

    public async Task<Outcome<Done>> CheckLock(string email) =>
        (await BeginAsync(email)).Stored.Refusal is { Kind: RefusalKind.Locked } locked ? locked : Done.Instance;

    public async Task<bool> HasAccount(string email) =>
        await Directory(email).Find() is { } accountId && await grains.GetGrain<IUserGrain>(accountId).Holds(email);

    public Task<Outcome<SignedIn>> Refresh(string refreshToken) =>
        RefreshToken.Parse(refreshToken) is { } token
            ? grains.GetGrain<ICredentialsGrain>(token.AccountId).Refresh(Product, refreshToken)
            : Task.FromResult<Outcome<SignedIn>>(UserGrain.SessionEnded);

    /// <summary>Whom a try at this email meets. A claim whose account never came about, or is gone, is a stranger's.</summary>
    private async Task<(ICredentialsGrain? Account, Outcome<PasswordHash> Stored)> BeginAsync(string email)
    {
        if (await Directory(email).Find() is { } accountId)
        {
            var account = grains.GetGrain<ICredentialsGrain>(accountId);
            var stored = await account.BeginSignIn();
            if (stored.Refusal is not { Kind: RefusalKind.NotFound }) return (account, stored);
        }

        return (null, await Stranger(email).BeginSignIn() ?? UserGrain.NoAccount);
    }

    private IAccountDirectoryGrain Directory(string email) => grains.GetGrain<IAccountDirectoryGrain>(IAccountDirectoryGrain.Key(Product, email));

    private IStrangerGrain Stranger(string email) => grains.GetGrain<IStrangerGrain>(IAccountDirectoryGrain.Key(Product, email));
}
