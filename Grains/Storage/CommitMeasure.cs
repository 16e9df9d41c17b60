using System.Diagnostics;
using System.Diagnostics.Metrics;
using Platform.Telemetry;

namespace Platform.Storage;

/// <summary>
/// What is measured of group commits: <c>platform.commit.units</c>, how many shared one; <c>platform.commit.duration</c> in seconds, also of
/// those that failed; and <c>platform.commit.waiting</c>, how many units wait for the next. And the spans of traces: a unit's own, from its
/// coming to its commit, and one of the commit below the span of its first unit, to which those of the others are linked.
/// </summary>
internal static class CommitMeasure
{
    private static readonly Histogram<long> Units = PlatformMeter.Meter.CreateHistogram(
        "platform.commit.units",
        "{unit}",
        "Units that shared a commit.",
        tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] });

    private static readonly Histogram<double> Durations =
        PlatformMeter.Duration("platform.commit.duration", "How long commits take.");

    private static long _waiting;

    static CommitMeasure() => PlatformMeter.Meter.CreateObservableUpDownCounter(
        "platform.commit.waiting", () => Interlocked.Read(ref _waiting), "{unit}", "Units that wait for a commit.");

    public static void Came() => Interlocked.Increment(ref _waiting);

    public static void Taken(int count) => Interlocked.Add(ref _waiting, -count);

    public static void Committed(int count, long start, bool isDone)
    {
        Units.Record(count);
        Durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("outcome", isDone ? "done" : "failed"));
    }

    /// <summary>The span of one unit; null: nobody traces it.</summary>
    public static Activity? Unit(string engine, int statements)
    {
        // What nobody has asked for is no trace of its own.
        if (Activity.Current is null || PlatformMeter.Source.StartActivity("write", ActivityKind.Client) is not { } span) return null;
        return span.SetTag("db.system.name", engine).SetTag("db.operation.batch.size", statements);
    }

    public static Activity? Read(string engine) =>
        Activity.Current is null ? null : PlatformMeter.Source.StartActivity("read", ActivityKind.Client)?.SetTag("db.system.name", engine);

    /// <summary>The span of a commit, in which the driver's own spans are; null: nobody traces any of its units.</summary>
    public static Activity? Commit(IEnumerable<Activity?> units)
    {
        if (!PlatformMeter.Source.HasListeners()) return null;
        Activity? commit = null;
        foreach (var unit in units)
        {
            if (unit is null) continue;
            commit ??= PlatformMeter.Source.StartActivity("commit", ActivityKind.Internal, unit.Context);
            if (commit is null) return null;
            if (commit.ParentSpanId != unit.SpanId) unit.AddLink(new ActivityLink(commit.Context));
        }

        return commit;
    }
}
