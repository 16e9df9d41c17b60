using System.Net;
using System.Reflection;
using System.Text;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Reports;

/// <summary>One file with all in it, that needs no network and no script.</summary>
internal static class HtmlReport
{
    public static string Of(LoadReport report)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append($"<title>Load test of {Html($"{report.Address}")}</title>\n<style>\n{Style()}</style>\n</head>\n<body>\n");
        Head(html, report);
        foreach (var notice in report.Notices()) html.Append($"<p class=\"notice\">{Html(notice)}</p>\n");
        Limits(html, report.Limits);
        Endpoints(html, report.Results);
        Figure(html, "Latency over time", "All messages, by the second in which they were answered.", Plots.LatencyOverTime(report));
        Figure(html, "Throughput over time", "", Plots.ThroughputOverTime(report));
        Figure(html, "Latency distribution", "What share of the answers came within which time.", Plots.Distribution(report));
        Errors(html, report.Results);
        Settings(html, report);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, LoadReport report)
    {
        var results = report.Results;
        var sends = results.Endpoints.Where(endpoint => endpoint.Endpoint.Kind == EndpointKind.Send && endpoint.Count > 0).ToList();
        html.Append($"<header><h1>Load test</h1><p>{Html($"{report.Address}")} · {report.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC</p></header>\n")
            .Append("<section class=\"tiles\">");
        Tile(html, Numbers.Value(report.Settings.Companions), "live companions");
        Tile(html, Numbers.Text($"{results.SendRate:F1}/s"), Numbers.Text($"messages answered, for {results.Measured.TotalSeconds:F0} s"));
        Tile(html, sends.Count == 0 ? "–" : Numbers.Milliseconds(sends.Max(send => send.P99)), "p99 of the slowest message endpoint");
        Tile(html, Numbers.Value(results.Errors), results.Errors == 1 ? "error" : "errors");
        html.Append("</section>\n");
    }

    private static void Tile(StringBuilder html, string value, string name) =>
        html.Append($"<div class=\"tile\"><b>{Html(value)}</b><span>{Html(name)}</span></div>");

    private static void Limits(StringBuilder html, IReadOnlyList<LimitCheck> limits)
    {
        html.Append("<h2>Limits</h2>\n");
        if (limits.Count == 0)
        {
            html.Append("<p>None were stated.</p>\n");
            return;
        }

        Table(html, ["limit", "measured", ""], limits.Select(limit => new[]
        {
            Html(limit.Limit), Html(limit.Measured), limit.Holds ? "<span class=\"good\">holds</span>" : "<span class=\"bad\">broken</span>",
        }));
    }

    private static void Endpoints(StringBuilder html, Results results)
    {
        html.Append("<h2>Endpoints</h2>\n");
        Table(html, ["endpoint", "count", "per second", "p50", "p95", "p99", "max", "errors"], results.Endpoints.Select(result => new[]
        {
            $"<b>{Html(result.Endpoint.Name)}</b><br><small>{Html(result.Endpoint.Route)}</small>",
            Numbers.Text($"{result.Count:#,0}"),
            Numbers.Text($"{result.Rate:F1}"),
            Numbers.Milliseconds(result.P50),
            Numbers.Milliseconds(result.P95),
            Numbers.Milliseconds(result.P99),
            Numbers.Milliseconds(result.Max),
            result.ErrorCount == 0 ? "0" : Numbers.Text($"<span class=\"bad\">{result.ErrorCount:#,0}</span>"),
        }));
        html.Append("<p class=\"small\">Latencies count from the moment when a request was due by the schedule, so a server that stalls can't hide it by holding the ")
            .Append("load back. The count is of what was due in the measured time and answered; the rate, of answers that came in it. Errors count from the ")
            .Append("beginning of the ramp, and their times are in no percentile.</p>\n");
    }

    private static void Figure(StringBuilder html, string title, string explanation, Plot plot)
    {
        html.Append($"<h2>{title}</h2>\n");
        if (explanation.Length > 0) html.Append($"<p class=\"small\">{explanation}</p>\n");
        html.Append($"<figure>{plot.Svg()}<figcaption>{plot.Legend()}</figcaption></figure>\n");
    }

    private static void Errors(StringBuilder html, Results results)
    {
        html.Append("<h2>Errors by kind</h2>\n");
        if (results.Errors == 0)
        {
            html.Append("<p>None.</p>\n");
            return;
        }

        Table(html, ["kind", "endpoint", "count"], TextReport.Errors(results).OrderByDescending(error => error.Count)
            .Select(error => new[] { Html(error.Kind), Html(error.Endpoint), Numbers.Text($"{error.Count:#,0}") }));
    }

    private static void Settings(StringBuilder html, LoadReport report)
    {
        var settings = report.Settings;
        var schedule = settings.Schedule;
        html.Append("<h2>Settings</h2>\n");
        Table(html, ["", ""], new (string Name, string Value)[]
        {
            ("Companions", Numbers.Text($"{settings.Companions}, brought to life in {report.Preparation.TotalSeconds:F1} s")),
            ("Products", $"{settings.Mix}"),
            ("WebSockets", Numbers.Text($"{settings.Sockets} of Demi's users")),
            ("Load", Numbers.Text($"{schedule.SendsPerSecond} messages and {schedule.SendsPerSecond * schedule.ReadsPerSend:0.##} reads a second for {schedule.Duration.TotalSeconds} s after a ramp of {schedule.Ramp.TotalSeconds} s; seed {settings.Seed}")),
            ("Connections", Numbers.Text($"at most {settings.Connections}; an answer is given {settings.Timeout.TotalSeconds} s")),
            ("Lateness of the generator", $"p99 {Numbers.Milliseconds(report.Results.LagP99)}, at most {Numbers.Milliseconds(report.Results.LagMax)}"),
            ("The generator used", $"{report.Generator}"),
            ("The server used", report.Server?.ToString() ?? "unknown: it was not started here"),
        }.Select(row => new[] { Html(row.Name), Html(row.Value) }));
    }

    /// <param name="rows">Cells that are HTML already.</param>
    private static void Table(StringBuilder html, string[] head, IEnumerable<string[]> rows)
    {
        html.Append("<table>");
        if (head.Any(cell => cell.Length > 0)) html.Append($"<tr>{string.Concat(head.Select(cell => $"<th>{cell}</th>"))}</tr>\n");
        foreach (var row in rows) html.Append($"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>\n");
        html.Append("</table>\n");
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
