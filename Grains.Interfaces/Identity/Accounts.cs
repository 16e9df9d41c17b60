namespace Platform.Identity;

/// <summary>What a new account is made of. Values are already validated and trimmed; <paramref name="Username"/> only where the product has one.</summary>
[GenerateSerializer, Immutable, Alias("platform.Registration")]
public sealed record Registration(
    [property: Id(0)] string Email,
    [property: Id(1)] string? Username,
    [property: Id(2)] string Password,
    [property: Id(3)] string? DeviceName = null);

/// <summary>What somebody offers to be signed in.</summary>
[GenerateSerializer, Immutable, Alias("platform.Credentials")]
public sealed record Credentials(
    [property: Id(0)] string Email,
    [property: Id(1)] string Password,
    [property: Id(2)] string? DeviceName = null);

/// <summary>An account as its owner may see it.</summary>
[GenerateSerializer, Immutable, Alias("platform.Account")]
public sealed record Account(
    [property: Id(0)] string Id,
    [property: Id(1)] string Product,
    [property: Id(2)] string Email,
    [property: Id(3)] string? Username,
    [property: Id(4)] DateTimeOffset CreatedAt);

/// <summary>A session that was just opened, or refreshed.</summary>
/// <param name="RefreshToken">Opaque and shown this once: only its hash is kept.</param>
/// <param name="IssuedAt">The moment that access tokens are made out for: the repeat of a refresh gets the same ones again.</param>
/// <param name="ExpiresAt">When the session ends, if nothing extends it.</param>
[GenerateSerializer, Immutable, Alias("platform.SignedIn")]
public sealed record SignedIn(
    [property: Id(0)] Account Account,
    [property: Id(1)] string SessionId,
    [property: Id(2)] string RefreshToken,
    [property: Id(3)] DateTimeOffset IssuedAt,
    [property: Id(4)] DateTimeOffset ExpiresAt);
