using Orleans.Concurrency;

namespace Platform.Companions;

/// <summary>What only the missions of her owner ask of a companion. The same actor as <see cref="ICompanionGrain"/>.</summary>
[Alias("platform.ICompanionDeedsGrain")]
internal interface ICompanionDeedsGrain : IGrainWithStringKey
{
    /// <summary>What was done with her since message number <paramref name="seq"/>. Interleaves: missions ask while she waits for them.</summary>
    [Alias("Since"), AlwaysInterleave]
    Task<Outcome<Deeds>> Since(string ownerId, long seq);

    /// <summary>Does her good, once for each user mission.</summary>
    /// <param name="userMissionId">A UUIDv7: of one mission, a later one is greater.</param>
    [Alias("Reward")]
    Task<Outcome<Done>> Reward(string ownerId, string missionId, string userMissionId, Stats reward);
}

/// <summary>What was done with a companion.</summary>
/// <param name="CreatedAt">When she was made.</param>
/// <param name="Heard">The user's messages, oldest first.</param>
/// <param name="LastSeq">The last message that was looked at.</param>
/// <param name="HasMore">There are later ones.</param>
/// <param name="Bond">The highest bond among what was looked at, and now.</param>
/// <param name="Care">All care so far.</param>
[GenerateSerializer, Immutable, Alias("platform.Deeds")]
internal sealed record Deeds(
    [property: Id(0)] DateTimeOffset CreatedAt,
    [property: Id(1)] IReadOnlyList<HeardMessage> Heard,
    [property: Id(2)] long LastSeq,
    [property: Id(3)] bool HasMore,
    [property: Id(4)] long Bond,
    [property: Id(5)] IReadOnlyList<CareGiven> Care);

/// <summary>A message as it was understood.</summary>
/// <param name="ByName">It calls her by her name.</param>
[GenerateSerializer, Immutable, Alias("platform.HeardMessage")]
internal sealed record HeardMessage([property: Id(0)] DateTimeOffset At, [property: Id(1)] Intent Intent, [property: Id(2)] bool ByName);
