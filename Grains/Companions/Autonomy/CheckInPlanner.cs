namespace Platform.Companions.Autonomy;

/// <param name="At">A time on the grid of checks.</param>
internal sealed record PlannedCheckIn(DateTimeOffset At, CheckInTrigger Trigger);

/// <summary>
/// Decides when a companion writes next, and why, if nothing happens before. A pure function: whoever wakes her, however late or often, the
/// answer follows from what she knows. The rules:
/// <list type="bullet">
/// <item>A check-in waits for its answer before there is another, and there are none within an hour.</item>
/// <item>One that is not answered for longer than the threshold is ignored; then, and once in each further such time, comes a guilt trip.</item>
/// <item>Else the first emotion that is strictly above its threshold: loneliness, excitement, frustration.</item>
/// <item>Never in quiet hours, and never beyond the daily cap: what is due then is looked at again afterwards.</item>
/// </list>
/// </summary>
internal static class CheckInPlanner
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromHours(1);

    /// <summary>Each try leaves a quiet or a day behind, so more would only circle.</summary>
    private const int MaxTries = 10;

    /// <param name="settings">When she may write, and what.</param>
    /// <param name="grid">When she looks.</param>
    /// <param name="feelings">What she felt last.</param>
    /// <param name="trail">Her check-ins so far.</param>
    /// <param name="from">The earliest time that is asked about.</param>
    /// <returns>Null where nothing will come before the user writes.</returns>
    public static PlannedCheckIn? Next(AutonomySettings settings, CheckGrid grid, Feelings feelings, CheckInTrail trail, DateTimeOffset from)
    {
        if (!settings.Enabled) return null;
        var earliest = Later(from, feelings.At);
        if (trail.IgnoredAt(settings.GuiltTrip) is { } ignoredAt)
        {
            if (!settings.GuiltTrip.Enabled || trail.Unanswered >= settings.StopAfterIgnored) return null;
            var due = Later(grid.After(ignoredAt), grid.AtOrAfter(earliest));
            return Allowed(settings, trail, grid, due) is { } at ? new(at, CheckInTrigger.GuiltTrip) : null;
        }

        if (trail.LastAt is { } last) earliest = Later(earliest, last + Cooldown);
        if (Allowed(settings, trail, grid, grid.AtOrAfter(earliest)) is not { } first) return null;
        return AboveAt(settings, feelings.AsOf(first).Emotions) is { } trigger
            ? new(first, trigger)
            : FirstToRise(settings, feelings, trail, grid, first);
    }

    /// <summary>Whether she keeps still at this moment.</summary>
    public static bool IsQuiet(AutonomySettings settings, DateTimeOffset at) => settings.QuietHours?.EndOfQuiet(at) is not null;

    private static CheckInTrigger? AboveAt(AutonomySettings settings, Emotions felt) =>
        felt.Loneliness > settings.Loneliness.Threshold ? CheckInTrigger.Loneliness
        : felt.Excitement > settings.Excitement.Threshold ? CheckInTrigger.Excitement
        : felt.Frustration > settings.Frustration.Threshold ? CheckInTrigger.Frustration
        : null;

    /// <summary>None is above its threshold at <paramref name="first"/>: the next is the one that first gets there by itself.</summary>
    private static PlannedCheckIn? FirstToRise(
        AutonomySettings settings, Feelings feelings, CheckInTrail trail, CheckGrid grid, DateTimeOffset first)
    {
        var felt = feelings.Emotions;
        (EmotionCurve Curve, double Value, double Threshold)[] emotions =
        [
            (Temperament.Loneliness, felt.Loneliness, settings.Loneliness.Threshold),
            (Temperament.Excitement, felt.Excitement, settings.Excitement.Threshold),
            (Temperament.Frustration, felt.Frustration, settings.Frustration.Threshold),
        ];
        PlannedCheckIn? next = null;
        foreach (var (curve, value, threshold) in emotions)
        {
            // One that is above already falls, and will have fallen below by the first check.
            if (value > threshold || curve.UntilAbove(value, threshold) is not { } wait) continue;
            if (Allowed(settings, trail, grid, grid.AtOrAfter(Later(feelings.At + wait, first))) is not { } at) continue;
            if (next is null || at < next.At) next = new(at, AboveAt(settings, feelings.AsOf(at).Emotions)!.Value);
        }

        return next;
    }

    /// <summary>
    /// The first check from this one on that is neither in quiet hours nor beyond the day's cap. Null where the quiet leaves no check.
    /// </summary>
    private static DateTimeOffset? Allowed(AutonomySettings settings, CheckInTrail trail, CheckGrid grid, DateTimeOffset at)
    {
        var place = settings.QuietHours?.Place() ?? TimeZoneInfo.Utc;
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (settings.QuietHours?.EndOfQuiet(at) is { } loud) at = Later(grid.AtOrAfter(loud), grid.After(at));
            else if (settings.DailyCap is { } cap && trail.Recent.Count(sent => place.DayOf(sent) == place.DayOf(at)) >= cap)
                at = grid.AtOrAfter(place.StartOfNextDay(at));
            else return at;
        }

        return null;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
