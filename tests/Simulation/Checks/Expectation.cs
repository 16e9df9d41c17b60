using Platform.Companions;

namespace Platform.Simulation.Checks;

/// <summary>
/// Whether a check-in is due at a check, straight from the product's rules: no plan, no computed crossing, only what holds at this moment.
/// </summary>
internal sealed class Expectation
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromHours(1);

    private readonly List<DateTimeOffset> _sent = [];
    private int _unanswered;

    public void Answered() => _unanswered = 0;

    public void Sent(DateTimeOffset at)
    {
        _sent.Add(at);
        _unanswered++;
    }

    public CheckInTrigger? DueAt(DateTimeOffset check, AutonomySettings settings, Feelings feelings)
    {
        if (!settings.Enabled) return null;
        CheckInTrigger? due;
        if (_unanswered > 0)
        {
            var isIgnored = check - _sent[^1] > TimeSpan.FromHours(settings.GuiltTrip.IgnoreThresholdHours);
            var hasPatience = settings.StopAfterIgnored is not { } most || _unanswered < most;
            due = isIgnored && hasPatience && settings.GuiltTrip.Enabled ? CheckInTrigger.GuiltTrip : null;
        }
        else
        {
            due = _sent.Count > 0 && check - _sent[^1] < Cooldown ? null : Strongest(settings, feelings.AsOf(check).Emotions);
        }

        return due is not null && !IsQuiet(settings, check) && !IsBeyondCap(settings, check) ? due : null;
    }

    private static CheckInTrigger? Strongest(AutonomySettings settings, Emotions felt)
    {
        if (felt.Loneliness > settings.Loneliness.Threshold) return CheckInTrigger.Loneliness;
        if (felt.Excitement > settings.Excitement.Threshold) return CheckInTrigger.Excitement;
        return felt.Frustration > settings.Frustration.Threshold ? CheckInTrigger.Frustration : null;
    }

    public static bool IsQuiet(AutonomySettings settings, DateTimeOffset check)
    {
        if (settings.QuietHours is not { } quiet) return false;
        var time = Local(settings, check).TimeOfDay;
        var (start, end) = (quiet.Start.ToTimeSpan(), quiet.End.ToTimeSpan());
        return start <= end ? start <= time && time < end : start <= time || time < end;
    }

    private bool IsBeyondCap(AutonomySettings settings, DateTimeOffset check)
    {
        if (settings.DailyCap is not { } cap) return false;
        var today = Local(settings, check).Date;
        return _sent.Count(sent => Local(settings, sent).Date == today) >= cap;
    }

    private static DateTimeOffset Local(AutonomySettings settings, DateTimeOffset moment) =>
        settings.QuietHours is { } quiet ? TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(quiet.TimeZone)) : moment;
}
