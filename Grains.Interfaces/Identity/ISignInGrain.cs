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

    /// <summary>
    /// Makes out a session anew for a refresh token, as the product's policy says: the token comes back as it is, or it is replaced. A
    /// replaced token that is shown again within ten seconds gets the same answer; later it ends the session, for somebody has copied
    /// it. Refuses with <see cref="RefusalKind.SessionEnded"/>.
    /// </summary>
    [Alias("Refresh")]
    Task<Outcome<SignedIn>> Refresh(string refreshToken);
}
