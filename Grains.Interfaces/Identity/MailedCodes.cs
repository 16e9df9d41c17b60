namespace Platform.Identity;

/// <summary>Somebody offers a code that was mailed to an address, to be signed in.</summary>
[GenerateSerializer, Immutable, Alias("platform.CodeTry")]
public sealed record CodeTry(
    [property: Id(0)] string Email,
    [property: Id(1)] string Code,
    [property: Id(2)] string? DeviceName = null) : Confidential;

/// <summary>The code is right.</summary>
/// <param name="Session">Null where the code has opened its one session a moment ago: somebody asks twice.</param>
[GenerateSerializer, Immutable, Alias("platform.CodeSignIn")]
public sealed record CodeSignIn([property: Id(0)] SignedIn? Session);

/// <summary>A new password, for whoever can read the mail of the address.</summary>
[GenerateSerializer, Immutable, Alias("platform.PasswordReset")]
public sealed record PasswordReset(
    [property: Id(0)] string Email,
    [property: Id(1)] string Code,
    [property: Id(2)] string NewPassword) : Confidential;
