namespace Platform.Identity;

/// <summary>
/// What only the sign-in may ask of a user's actor. The same actor as <see cref="IUserGrain"/>, in an interface of its own that the front
/// door can't see: a password hash never leaves the silos.
/// </summary>
[Alias("platform.ICredentialsGrain")]
internal interface ICredentialsGrain : IGrainWithStringKey
{
    /// <summary>Opens the account under this actor's key.</summary>
    [Alias("Register")]
    Task<Outcome<SignedIn>> Register(NewAccount account);

    /// <summary>The hash to verify a password against, or why nobody may try.</summary>
    [Alias("BeginSignIn")]
    Task<Outcome<PasswordHash>> BeginSignIn();

    /// <summary>Counts the try, and opens a session if the password was right and the account isn't locked.</summary>
    [Alias("CompleteSignIn")]
    Task<Outcome<SignedIn>> CompleteSignIn(PasswordTry attempt);

    /// <summary>Opens a session for somebody who has shown otherwise who they are, or refuses with <see cref="RefusalKind.NotFound"/>.</summary>
    [Alias("OpenSession")]
    Task<Outcome<SignedIn>> OpenSession(string? deviceName);

    /// <summary>Replaces the password, ends all sessions and lifts a lock.</summary>
    [Alias("SetPassword")]
    Task<Outcome<Done>> SetPassword(string passwordHash);

    /// <summary>See <see cref="ISignInGrain.Refresh"/>. An account of another product knows no session.</summary>
    [Alias("Refresh")]
    Task<Outcome<SignedIn>> Refresh(string product, string refreshToken);
}

/// <summary>A stored password hash, in the format of the ASP.NET Core Identity hasher.</summary>
[GenerateSerializer, Immutable, Alias("platform.PasswordHash")]
internal sealed record PasswordHash([property: Id(0)] string Value) : Confidential;

/// <summary>An account to open. An empty hash: it has no password, so none is right.</summary>
[GenerateSerializer, Immutable, Alias("platform.NewAccount")]
internal sealed record NewAccount(
    [property: Id(0)] string Product,
    [property: Id(1)] string Email,
    [property: Id(2)] string? Username,
    [property: Id(3)] string PasswordHash,
    [property: Id(4)] string? DeviceName,
    [property: Id(5)] string? DisplayName) : Confidential;

/// <summary>How a try ended.</summary>
/// <param name="NewHash">Set where the hash should be replaced by one of today's strength.</param>
[GenerateSerializer, Immutable, Alias("platform.PasswordTry")]
internal sealed record PasswordTry(
    [property: Id(0)] bool Right,
    [property: Id(1)] string? DeviceName,
    [property: Id(2)] string? NewHash = null) : Confidential;
