using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Reports;

/// <summary>The plots of a report.</summary>
internal static class Plots
{
    private const int Colors = 8;

    /// <summary>What a latency of zero, which no logarithm knows, is drawn as: the least that is measured.</summary>
    private const double LeastMilliseconds = 0.001;

    public static Plot LatencyOverTime(LoadReport report)
    {
        var seconds = report.Results.Seconds.Where(second => second.Sends > 0).ToList();
        (string Name, Func<Second, TimeSpan> Value)[] lines = [("p50", s => s.P50), ("p95", s => s.P95), ("p99", s => s.P99), ("max", s => s.Max)];
        var all = seconds.SelectMany(second => lines.Select(line => Milliseconds(line.Value(second)))).DefaultIfEmpty(1).ToList();
        return new(
            Time(report),
            Axis.Logarithmic("ms", all.Min(), all.Max()),
            [.. lines.Select((line, color) => new PlotLine(line.Name, color, [.. seconds.Select(s => (s.Number + 0.5, Milliseconds(line.Value(s))))]))],
            report.Settings.Schedule.Ramp.TotalSeconds);
    }

    public static Plot ThroughputOverTime(LoadReport report)
    {
        var seconds = report.Results.Seconds;
        (string Name, Func<Second, long> Value)[] lines = [("messages answered", s => s.Sends), ("reads answered", s => s.Reads), ("errors", s => s.Errors)];
        var most = seconds.SelectMany(second => lines.Select(line => line.Value(second))).DefaultIfEmpty(1).Max();
        int[] colors = [0, 4, 3];
        return new(
            Time(report),
            Axis.Linear("a second", most),
            [.. lines.Select((line, i) => new PlotLine(line.Name, colors[i], [.. seconds.Select(s => (s.Number + 0.5, (double)line.Value(s)))]))],
            report.Settings.Schedule.Ramp.TotalSeconds);
    }

    /// <summary>What share of the answers came within which time.</summary>
    public static Plot Distribution(LoadReport report)
    {
        var endpoints = report.Results.Endpoints.Where(endpoint => endpoint.Count > 0).ToList();
        var lines = endpoints.Select((endpoint, i) => new PlotLine(endpoint.Endpoint.Name, i % Colors, Curve(endpoint))).ToList();
        var all = lines.SelectMany(line => line.Points).DefaultIfEmpty((50, 1)).ToList();
        return new(Axis.Percentiles(all.Max(point => point.X)), Axis.Logarithmic("ms", all.Min(point => point.Y), all.Max(point => point.Y)), lines);
    }

    private static Axis Time(LoadReport report) => Axis.Linear("seconds from the beginning", Math.Max(1, report.Results.Seconds.Count));

    private static double Milliseconds(TimeSpan time) => Math.Max(LeastMilliseconds, time.TotalMilliseconds);

    /// <summary>No finer than there are answers: of a hundred, no one knows the 99.9th percentile.</summary>
    private static List<(double X, double Y)> Curve(EndpointResult endpoint) =>
        [.. endpoint.Distribution.Where(point => 100 - point.Percent >= 100.0 / endpoint.Count).Select(point => (point.Percent, Milliseconds(point.Latency)))];
}
