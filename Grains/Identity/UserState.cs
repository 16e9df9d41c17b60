namespace Platform.Identity;

/// <summary>All that a user's actor keeps.</summary>
[GenerateSerializer, Alias("platform.UserState")]
internal sealed record UserState : Confidential
{
    [Id(0)] public string Product { get; init; } = "";

    [Id(1)] public string Email { get; init; } = "";

    [Id(2)] public string? Username { get; init; }

    [Id(3)] public string PasswordHash { get; init; } = "";

    [Id(4)] public DateTimeOffset CreatedAt { get; init; }

    [Id(5)] public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>Wrong passwords since the last right one.</summary>
    [Id(6)] public int FailedTries { get; init; }

    [Id(7)] public DateTimeOffset? LockedUntil { get; init; }

    [Id(8)] public string? DisplayName { get; init; }

    [Id(9)] public long Number { get; init; }

    /// <summary>The account is gone for everybody; what is left of it is being removed.</summary>
    [Id(10)] public bool Deleting { get; init; }
}

/// <summary>One signed-in device.</summary>
[GenerateSerializer, Alias("platform.Session")]
internal sealed record Session : Confidential
{
    [Id(0)] public string Id { get; init; } = "";

    [Id(1)] public string? DeviceName { get; init; }

    [Id(2)] public DateTimeOffset CreatedAt { get; init; }

    [Id(3)] public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>SHA-256 of the refresh token, in hex.</summary>
    [Id(4)] public string RefreshHash { get; init; } = "";

    /// <summary>The key of the session's chain of refresh tokens.</summary>
    [Id(5)] public byte[] RefreshKey { get; init; } = [];

    /// <summary>The hash of the token that was replaced last, and when that was.</summary>
    [Id(6)] public string? ReplacedHash { get; init; }

    [Id(7)] public DateTimeOffset ReplacedAt { get; init; }

    [Id(8)] public DateTimeOffset LastActivity { get; init; }
}
