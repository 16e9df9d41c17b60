using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Reports;

/// <summary>What the terminal shows at the end.</summary>
internal static class TextReport
{
    public static void Write(LoadReport report, TextWriter output)
    {
        var results = report.Results;
        output.WriteLine();
        output.WriteLine(Numbers.Text($"{report.Settings.Companions} live companions, {results.SendRate:F1} messages answered a second for {results.Measured.TotalSeconds:F0} s"));
        output.WriteLine();
        string[][] rows =
        [
            ["endpoint", "count", "per s", "p50 ms", "p95 ms", "p99 ms", "max ms", "errors"],
            .. results.Endpoints.Select(Row),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            output.WriteLine($"  {string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])))}");

        output.WriteLine();
        foreach (var (endpoint, kind, count) in Errors(results)) output.WriteLine($"  error  {count} x {kind} ({endpoint})");
        foreach (var limit in report.Limits) output.WriteLine($"  {(limit.Holds ? "holds " : "BROKEN")}  {limit.Limit}: {limit.Measured}");
        foreach (var notice in report.Notices()) output.WriteLine($"  note   {notice}");
        output.WriteLine(Numbers.Text($"  The load went out at most {Numbers.Milliseconds(results.LagMax)} late (p99 {Numbers.Milliseconds(results.LagP99)}). The generator used {report.Generator}")
            + (report.Server is { } server ? $"; the server {server}." : "."));
    }

    public static IEnumerable<(string Endpoint, string Kind, long Count)> Errors(Results results) =>
        results.Endpoints.SelectMany(endpoint => endpoint.Errors.Select(error => (endpoint.Endpoint.Name, error.Key, error.Value)));

    private static string[] Row(EndpointResult result) =>
    [
        result.Endpoint.Name,
        Numbers.Text($"{result.Count}"),
        Numbers.Text($"{result.Rate:F1}"),
        Numbers.Value(result.P50.TotalMilliseconds),
        Numbers.Value(result.P95.TotalMilliseconds),
        Numbers.Value(result.P99.TotalMilliseconds),
        Numbers.Value(result.Max.TotalMilliseconds),
        Numbers.Text($"{result.ErrorCount}"),
    ];
}
