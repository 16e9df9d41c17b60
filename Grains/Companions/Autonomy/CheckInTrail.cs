namespace Platform.Companions.Autonomy;

/// <summary>What a companion has to know of her check-ins so far to decide on the next. Its truth is the log.</summary>
internal sealed record CheckInTrail
{
    public static readonly CheckInTrail Empty = new();

    /// <summary>How far back a daily cap looks: a day has up to 25 hours.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(25);

    /// <summary>The number of the last check-in's message.</summary>
    public long LastSeq { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    /// <summary>How many came since the user last wrote.</summary>
    public int Unanswered { get; init; }

    /// <summary>When the first of those came.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>When those of the last day came, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Recent { get; init; } = [];

    /// <summary>After the user has written.</summary>
    public CheckInTrail Answered() => Unanswered == 0 ? this : this with { Unanswered = 0, UnansweredSince = null };

    /// <summary>After another check-in.</summary>
    public CheckInTrail Sent(long seq, DateTimeOffset at) => new()
    {
        LastSeq = seq,
        LastAt = at,
        Unanswered = Unanswered + 1,
        UnansweredSince = UnansweredSince ?? at,
        Recent = [.. Recent.Where(earlier => at - earlier < Day), at],
    };

    /// <summary>When the last check-in counts as ignored, if it is not answered before; null where none waits for an answer.</summary>
    public DateTimeOffset? IgnoredAt(GuiltTripSettings settings) =>
        Unanswered > 0 ? LastAt!.Value.AddHours(settings.IgnoreThresholdHours) : null;
}
