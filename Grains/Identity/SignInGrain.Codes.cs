namespace Platform.Identity;

/// <summary>
/// Sign-in and new passwords with a mailed code. A code is spent before it has its effect and restored if that fails, so that two at once
/// never have it twice.
/// </summary>
internal sealed partial class SignInGrain
{
    private const int TriesForUsername = 3;

    private static readonly Refusal WrongCode = new(RefusalKind.WrongCode, "Invalid or expired code");

    public Task<Outcome<Done>> MailSignInCode(string email) => Code(email).Send();

    public async Task<Outcome<CodeSignIn>> SignInWithCode(CodeTry attempt)
    {
        var redeemed = await Code(attempt.Email).Redeem(attempt.Code);
        if (redeemed == Redemption.Wrong) return WrongCode;
        if (redeemed == Redemption.Repeated) return new CodeSignIn(null);
        var opened = await SpendAsync(attempt.Email, attempt.Code, () => OpenAsync(attempt.Email, attempt.DeviceName));
        return opened.Refusal is { } refusal ? refusal : new CodeSignIn(opened.Value);
    }

    public async Task MailResetCode(string email)
    {
        // Not awaited: the answer must not take longer for an email that has an account.
        if (await HasAccount(email)) Code(email).Send().Ignore();
    }

    public async Task<Outcome<Done>> ResetPassword(PasswordReset reset)
    {
        if (await Code(reset.Email).Redeem(reset.Code) != Redemption.Right) return WrongCode;
        return await SpendAsync(reset.Email, reset.Code, async () =>
        {
            if (await Directory(reset.Email).Find() is not { } accountId) return WrongCode;
            if (await passwords.HashAsync(reset.NewPassword) is not { } hash) return Busy;
            return await grains.GetGrain<ICredentialsGrain>(accountId).SetPassword(hash);
        });
    }

    /// <summary>Runs what a code was redeemed for; if that breaks, or must wait, the code may be redeemed again.</summary>
    private async Task<Outcome<T>> SpendAsync<T>(string email, string code, Func<Task<Outcome<T>>> effect) where T : class
    {
        try
        {
            var outcome = await effect();
            if (outcome.Refusal is { Kind: RefusalKind.Busy }) await Code(email).Restore(code);
            return outcome;
        }
        catch
        {
            Code(email).Restore(code).Ignore();
            throw;
        }
    }

    private async Task<Outcome<SignedIn>> OpenAsync(string email, string? deviceName)
    {
        if (await Directory(email).Find() is { } accountId)
        {
            var opened = await grains.GetGrain<ICredentialsGrain>(accountId).OpenSession(deviceName);
            if (opened.Refusal is not { Kind: RefusalKind.NotFound }) return opened;
        }

        Outcome<SignedIn> registered;
        var tries = 0;
        do
        {
            // Without a password: no password is ever right.
            var account = new NewAccount(Product, email, $"user_{ids.NextDigits(8)}", "", deviceName, DisplayName: null);
            registered = await grains.GetGrain<ICredentialsGrain>(ids.Next()).Register(account);
        }
        while (registered.Refusal is { Field: "username" } && ++tries < TriesForUsername);
        return registered;
    }

    private IMailedCodeGrain Code(string email) => grains.GetGrain<IMailedCodeGrain>(IAccountDirectoryGrain.Key(Product, email));
}
