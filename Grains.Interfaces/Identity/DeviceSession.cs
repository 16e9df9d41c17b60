namespace Platform.Identity;

/// <summary>A signed-in device, as its owner may see it.</summary>
/// <param name="LastActivity">The last request of this session; kept in memory, so a crash may set it back to the last refresh.</param>
[GenerateSerializer, Immutable, Alias("platform.DeviceSession")]
public sealed record DeviceSession(
    [property: Id(0)] string Id,
    [property: Id(1)] string? DeviceName,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] DateTimeOffset LastActivity,
    [property: Id(4)] DateTimeOffset ExpiresAt);

/// <summary>The sessions that stand, the last active first.</summary>
[GenerateSerializer, Immutable, Alias("platform.DeviceSessions")]
public sealed record DeviceSessions([property: Id(0)] IReadOnlyList<DeviceSession> Items);
