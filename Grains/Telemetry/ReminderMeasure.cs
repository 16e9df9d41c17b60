using System.Diagnostics.Metrics;
using Platform.Companions.Autonomy;

namespace Platform.Telemetry;

/// <summary>
/// Reminders that came, and how late: <c>platform.reminders.due</c> and <c>platform.reminders.lateness</c> in seconds, from the moment for
/// which a reminder was set.
/// </summary>
internal static class ReminderMeasure
{
    private static readonly Counter<long> Due =
        PlatformMeter.Meter.CreateCounter<long>("platform.reminders.due", description: "Reminders that came.");

    private static readonly Histogram<double> Lateness = PlatformMeter.Meter.CreateHistogram(
        "platform.reminders.lateness",
        "s",
        "How long after its time a reminder came.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600] });

    /// <summary>One whose tick was missed came with a sweep.</summary>
    public static void Came(DateTimeOffset due, DateTimeOffset now)
    {
        Due.Add(1);
        Lateness.Record(Math.Max(0, (now - due).TotalSeconds));
    }

    /// <summary>One that the engine brings.</summary>
    public static void Came(object? name, object? status, DateTimeOffset now)
    {
        if (status is not TickStatus tick)
        {
            Due.Add(1);
            return;
        }

        var late = now - new DateTimeOffset(DateTime.SpecifyKind(tick.FirstTickTime, DateTimeKind.Utc));
        // What repeats was due last at a whole number of periods; a check-in's is moved by each wake, and repeats only where none has done its work.
        if (name is not CheckInReminders.Name && tick.Period > TimeSpan.Zero && late > TimeSpan.Zero) late = TimeSpan.FromTicks(late.Ticks % tick.Period.Ticks);
        Came(now - late, now);
    }
}
