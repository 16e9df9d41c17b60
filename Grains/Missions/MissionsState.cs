using Platform.Companions;

namespace Platform.Missions;

/// <summary>All that the missions of an account keep.</summary>
[GenerateSerializer, Immutable, Alias("platform.MissionsState")]
internal sealed record MissionsState
{
    /// <summary>In the order in which they were started; of each mission the last time only.</summary>
    [Id(0)] public IReadOnlyList<StartedMission> Missions { get; init; } = [];

    /// <summary>By companion: up to where all has been counted.</summary>
    [Id(1)] public IReadOnlyDictionary<string, Counted> Counted { get; init; } = new Dictionary<string, Counted>();

    public bool HasOpen => Missions.Any(mission => mission.CompletedAt is null);

    public MissionsState With(StartedMission changed) =>
        this with { Missions = [.. Missions.Select(mission => mission.Id == changed.Id ? changed : mission)] };
}

/// <summary>A mission that was started.</summary>
[GenerateSerializer, Immutable, Alias("platform.StartedMission")]
internal sealed record StartedMission
{
    [Id(0)] public string Id { get; init; } = "";

    [Id(1)] public string MissionId { get; init; } = "";

    [Id(2)] public DateTimeOffset StartedAt { get; init; }

    [Id(3)] public Tally Tally { get; init; } = Tally.Empty;

    /// <summary>The companion of the last deed that counted.</summary>
    [Id(4)] public string? CompanionId { get; init; }

    [Id(5)] public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Who gets the reward; set before it is given, so that a claim that died halfway goes on where it stopped.</summary>
    [Id(6)] public string? PayTo { get; init; }

    [Id(7)] public DateTimeOffset? ClaimedAt { get; init; }

    public StartedMission Count(Deed deed)
    {
        if (CompletedAt is not null || MissionCatalogue.Find(MissionId) is not { Goal: var goal }) return this;
        var tally = goal.Add(Tally, deed);
        return ReferenceEquals(tally, Tally)
            ? this
            : this with { Tally = tally, CompanionId = deed.CompanionId, CompletedAt = tally.Count >= goal.Target ? deed.At : null };
    }
}

/// <summary>What of a companion has been counted.</summary>
/// <param name="Seq">Up to this message.</param>
/// <param name="Care">Of each kind of care so many times.</param>
[GenerateSerializer, Immutable, Alias("platform.Counted")]
internal sealed record Counted([property: Id(0)] long Seq, [property: Id(1)] IReadOnlyDictionary<CareAction, long> Care)
{
    public static readonly Counted Nothing = new(0, new Dictionary<CareAction, long>());

    public static Counted All(Deeds deeds) => new(deeds.LastSeq, deeds.Care.ToDictionary(care => care.Action, care => care.Count));

    /// <summary>Nothing has happened since.</summary>
    public bool IsSame(Counted other) => Seq == other.Seq && Care.Values.Sum() == other.Care.Values.Sum();
}
