namespace Platform.Identity;

/// <summary>What a new account is made of. Values are already validated and trimmed; <paramref name="Username"/> only where the product has one.</summary>
[GenerateSerializer, Immutable, Alias("platform.Registration")]
public sealed record Registration(
    [property: Id(0)] string Email,
    [property: Id(1)] string? Username,
    [property: Id(2)] string Password,
    [property: Id(3)] string? DeviceName = null,
    [property: Id(4)] string? DisplayName = null) : Confidential;

/// <summary>What somebody offers to be signed in.</summary>
[GenerateSerializer, Immutable, Alias("platform.Credentials")]
public sealed record Credentials(
    [property: Id(0)] string Email,
    [property: Id(1)] string Password,
    [property: Id(2)] string? DeviceName = null) : Confidential;

/// <summary>An account as its owner may see it.</summary>
/// <param name="DisplayName">What people call them; may be empty, is not unique, and null where nobody has said.</param>
/// <param name="Number">The account's number in products that show integers as ids; 0 in the others.</param>
/// <param name="IsAdmin">Whether the configuration names this email among the admins.</param>
/// <param name="PlanId">The plan that counts now; the free one where the product has none.</param>
[GenerateSerializer, Immutable, Alias("platform.Account")]
public sealed record Account(
    [property: Id(0)] string Id,
    [property: Id(1)] string Product,
    [property: Id(2)] string Email,
    [property: Id(3)] string? Username,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] string? DisplayName,
    [property: Id(6)] long Number,
    [property: Id(7)] bool IsAdmin,
    [property: Id(8)] string PlanId);

/// <summary>A change of an account; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("platform.AccountChange")]
public sealed record AccountChange([property: Id(0)] string? DisplayName = null, [property: Id(1)] string? Username = null);

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
    [property: Id(4)] DateTimeOffset ExpiresAt) : Confidential;
