using Platform.Companions;

namespace Platform.Missions;

/// <summary>Something to do with one's companions, the same for everybody.</summary>
/// <param name="Id">A constant word such as <c>first-words</c>.</param>
/// <param name="Type">What it is about, in one word.</param>
/// <param name="Goal">What is counted, as a sentence.</param>
/// <param name="Target">From how many on it is completed.</param>
/// <param name="Reward">What a companion gets when it is claimed.</param>
/// <param name="Cooldown">How long it can't be done again; zero: it is done once only.</param>
/// <param name="Action">The care that it consists of; null where it isn't done at one touch.</param>
/// <param name="Effect">What that care does to the companion at once.</param>
[GenerateSerializer, Immutable, Alias("platform.Mission")]
public sealed record Mission(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Description,
    [property: Id(3)] string Type,
    [property: Id(4)] string Goal,
    [property: Id(5)] int Target,
    [property: Id(6)] Stats Reward,
    [property: Id(7)] TimeSpan Cooldown,
    [property: Id(8)] CareAction? Action = null,
    [property: Id(9)] Stats? Effect = null);

/// <summary>A mission that somebody has started.</summary>
/// <param name="Id">Its own id, a UUIDv7.</param>
/// <param name="Progress">Never more than the mission's target.</param>
/// <param name="ClaimedBy">The companion that got the reward.</param>
[GenerateSerializer, Immutable, Alias("platform.UserMission")]
public sealed record UserMission(
    [property: Id(0)] string Id,
    [property: Id(1)] Mission Mission,
    [property: Id(2)] int Progress,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] DateTimeOffset? CompletedAt,
    [property: Id(5)] DateTimeOffset? ClaimedAt,
    [property: Id(6)] string? ClaimedBy);

/// <summary>Care that was given as a mission done at one touch.</summary>
/// <param name="Id">What it was done under.</param>
/// <param name="CoolsDownFor">How long the same can't be done again; zero: it can.</param>
[GenerateSerializer, Immutable, Alias("platform.CompletedCare")]
public sealed record CompletedCare(
    [property: Id(0)] string Id,
    [property: Id(1)] string CompanionId,
    [property: Id(2)] Mission Mission,
    [property: Id(3)] DateTimeOffset CompletedAt,
    [property: Id(4)] TimeSpan CoolsDownFor);

/// <summary>Care that was given just now, and the companion after it.</summary>
[GenerateSerializer, Immutable, Alias("platform.ExecutedMission")]
public sealed record ExecutedMission([property: Id(0)] CompletedCare Completed, [property: Id(1)] Companion Companion);

/// <summary>How long something can't be done again; zero: it can.</summary>
[GenerateSerializer, Immutable, Alias("platform.Cooldown")]
public sealed record Cooldown([property: Id(0)] TimeSpan Remaining);
