namespace Platform.Identity;

/// <summary>
/// Opens accounts and sessions of one product, the key. A stateless worker: the costly password hash is computed here, never in the turn
/// of the user's own actor, whose other requests would wait for it. Where too many wait for it already: <see cref="RefusalKind.Busy"/>.
/// </summary>
[Alias("platform.ISignInGrain")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>Opens an account and its first session, or refuses with <see cref="RefusalKind.Taken"/> and the field.</summary>
    [Alias("Register")]
    Task<Outcome<SignedIn>> Register(Registration registration);

    /// <summary>
    /// Opens a session, or refuses with <see cref="RefusalKind.WrongCredentials"/> or <see cref="RefusalKind.Locked"/>. An unknown email
    /// costs as much time as a wrong password.
    /// </summary>
    [Alias("SignIn")]
    Task<Outcome<SignedIn>> SignIn(Credentials credentials);

    /// <summary>Whether a sign-in would find this email locked now: <see cref="RefusalKind.Locked"/>. Looks at no password, and counts no try.</summary>
    [Alias("CheckLock")]
    Task<Outcome<Done>> CheckLock(string email);

    /// <summary>Whether an account has this email.</summary>
    [Alias("HasAccount")]
    Task<bool> HasAccount(string email);

    /// <summary>
    /// Mails a code of six digits that signs in once within fifteen minutes. Refuses with <see cref="RefusalKind.TooMany"/> and
    /// <see cref="RefusalKind.MailFailed"/>; whether there is an account makes no difference.
    /// </summary>
    [Alias("MailSignInCode")]
    Task<Outcome<Done>> MailSignInCode(string email);

    /// <summary>
    /// Opens a session, and the account where the email has none yet, or refuses with <see cref="RefusalKind.WrongCode"/>. One code opens
    /// one session; shown again within ten seconds it is still right, and opens nothing.
    /// </summary>
    [Alias("SignInWithCode")]
    Task<Outcome<CodeSignIn>> SignInWithCode(CodeTry attempt);

    /// <summary>
    /// Mails a code for a new password, if there is such an account. Returns before that is known, so neither the answer nor its time tells.
    /// </summary>
    [Alias("MailResetCode")]
    Task MailResetCode(string email);

    /// <summary>Sets a new password and ends all sessions, or refuses with <see cref="RefusalKind.WrongCode"/>.</summary>
    [Alias("ResetPassword")]
    Task<Outcome<Done>> ResetPassword(PasswordReset reset);

    /// <summary>
    /// Makes out a session anew for a refresh token, as the product's policy says: the token comes back as it is, or it is replaced. A
    /// replaced token that is shown again within ten seconds gets the same answer; later it ends the session, for somebody has copied
    /// it. Refuses with <see cref="RefusalKind.SessionEnded"/>.
    /// </summary>
    [Alias("Refresh")]
    Task<Outcome<SignedIn>> Refresh(string refreshToken);
}
