using System.Diagnostics;
using System.Diagnostics.Metrics;
using Platform.Telemetry;

namespace Platform.Companions.Replies;

/// <summary>
/// What is measured of replies that are written: <c>platform.reply.duration</c> in seconds, by engine and outcome (<c>done</c>, <c>failed</c>),
/// and <c>platform.reply.tokens</c> that a model counted, by direction.
/// </summary>
internal static class ReplyMeasure
{
    private static readonly Histogram<double> Durations =
        PlatformMeter.Duration("platform.reply.duration", "How long the writing of replies takes.");

    private static readonly Counter<long> Tokens =
        PlatformMeter.Meter.CreateCounter<long>("platform.reply.tokens", "{token}", "Tokens that the model has counted.");

    public static void Written(string engine, long start, ReplyResult? reply)
    {
        Durations.Record(
            Stopwatch.GetElapsedTime(start).TotalSeconds, new("engine", engine), new("outcome", reply is null ? "failed" : "done"));
        if (reply is null or { Usage: { Input: 0, Output: 0 } }) return;
        Tokens.Add(reply.Usage.Input, new KeyValuePair<string, object?>("direction", "input"));
        Tokens.Add(reply.Usage.Output, new KeyValuePair<string, object?>("direction", "output"));
    }
}
