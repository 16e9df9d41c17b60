using System.Diagnostics.Metrics;
using Platform.Telemetry;

namespace Platform.Generation;

/// <summary>
/// What is measured of jobs: <c>platform.jobs</c>, how many of this silo's wait and are drawn now, by kind and state; how many wait by their
/// plan's priority, <c>platform.jobs.queue_length</c>; <c>platform.jobs.drawing</c> in seconds by kind; and <c>platform.jobs.duration</c> in seconds from the order to the end, by kind and outcome (<c>completed</c>, <c>failed</c>,
/// <c>cancelled</c>).
/// </summary>
internal static class JobMeasure
{
    private static readonly Histogram<double> Durations =
        PlatformMeter.Duration("platform.jobs.duration", "How long jobs take, from the order to the end.");

    private static readonly Histogram<double> Drawings = PlatformMeter.Duration("platform.jobs.drawing", "How long drawing takes.");

    private static readonly UpDownCounter<int> Jobs =
        PlatformMeter.Meter.CreateUpDownCounter<int>("platform.jobs", "{job}", "Jobs that wait for their turn, and that are drawn.");

    private static readonly UpDownCounter<int> Queue =
        PlatformMeter.Meter.CreateUpDownCounter<int>("platform.jobs.queue_length", "{job}", "Jobs that wait for their turn.");

    public static void Waiting(JobOrder order, int priority, int change)
    {
        Change(order, "waiting", change);
        Queue.Add(change, new KeyValuePair<string, object?>("priority", priority));
    }

    public static void Drawing(JobOrder order, int change) => Change(order, "drawing", change);

    public static void Drawn(JobOrder order, TimeSpan time) =>
        Drawings.Record(time.TotalSeconds, new KeyValuePair<string, object?>("kind", NameOf(order.Kind)));

    public static void Saved(StoredJob before, StoredJob next)
    {
        if (before.HasEnded || !next.HasEnded) return;
        Durations.Record(
            (next.UpdatedAt - next.CreatedAt).TotalSeconds,
            new("kind", NameOf(next.Order.Kind)),
            new("outcome", next.State switch { JobState.Completed => "completed", JobState.Cancelled => "cancelled", _ => "failed" }));
    }

    private static void Change(JobOrder order, string state, int change) =>
        Jobs.Add(change, new("kind", NameOf(order.Kind)), new("state", state));

    private static string NameOf(JobKind kind) => kind switch
    {
        JobKind.Mascot => "mascot",
        JobKind.Animation => "animation",
        JobKind.LogoPack => "logo_pack",
        _ => "figures",
    };
}
