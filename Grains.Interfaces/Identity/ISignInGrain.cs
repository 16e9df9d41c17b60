namespace Platform.Identity;

/// <summary>
/// Opens accounts and sessions of one product, the key. A stateless worker: the costly password hash is computed here, never in the turn
/// of the user's own actor, whose other requests would wait for it.
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
}
