using System.Diagnostics;
using System.Globalization;
using Platform.Benchmarks.Servers;

namespace Platform.Benchmarks;

/// <summary>
/// From the start of the process to its first answer, with an empty data directory. The one absolute figure, because its target is one.
/// </summary>
internal static class Startup
{
    private const int Starts = 5;
    private const double TargetSeconds = 3;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        var first = new List<double>();
        var signedIn = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            using var data = new TemporaryDirectory();
            var watch = Stopwatch.StartNew();
            await using var api = await ServerProcess.StartApi(data.Path).UntilReadyAsync();
            first.Add(watch.Elapsed.TotalSeconds);
            using var client = new HttpClient { BaseAddress = api.Address };
            await Visitor.RegisterAsync(client, start);
            signedIn.Add(watch.Elapsed.TotalSeconds);
            Progress.Report(string.Create(CultureInfo.InvariantCulture, $"first answer {first[^1]:F2} s, first character {signedIn[^1]:F2} s"));
        }

        var seconds = Figure.Median(first);
        yield return new Figure(
            "startup",
            string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s"),
            "< 3 s",
            seconds < TargetSeconds,
            string.Create(
                CultureInfo.InvariantCulture,
                $"to the first answer, median of {Starts}; absolute. To the first account with its first character: {Figure.Median(signedIn):F2} s"));
    }
}
