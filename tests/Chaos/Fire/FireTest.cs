using System.Diagnostics;
using Xunit.Abstractions;

namespace Platform.Chaos.Fire;

/// <summary>
/// Everything burns while people use it, and afterwards what they were told is compared with what is there: no message, order or check-in is
/// lost or there twice, nothing is paid twice, and every wallet fits its ledger.
/// </summary>
public abstract class FireTest(ITestOutputHelper output) : IDisposable
{
    private const int MostTold = 20;

    internal static readonly Dictionary<string, string> LogsAsInProduction = new() { ["Logging__Format"] = "json" };

    private readonly DirectoryInfo _directory = Passable.Directory("platform-fire-");

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    protected string Folder => _directory.FullName;

    public void Dispose()
    {
        _directory.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Says what was logged as an error where something isn't as it should be.</summary>
    private protected async Task TellingAsync(Func<Task> burn)
    {
        try
        {
            await burn();
        }
        catch
        {
            foreach (var line in LogLines().Where(line => line.Contains("\"level\":\"error\"", StringComparison.Ordinal)).TakeLast(MostTold)) Report(line);
            throw;
        }
    }

    private List<string> LogLines() =>
    [
        .. _directory.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name == "log" || file.Extension == ".log")
            .SelectMany(file => File.ReadLines(file.FullName)),
    ];

    /// <summary>Whatever was said of calls that found no answer, nothing says whose they were.</summary>
    private protected void NobodyIsInTheLogs()
    {
        var lines = LogLines();
        Assert.Contains(lines, line => line.StartsWith("{\"time\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("@example", StringComparison.Ordinal));
    }

    private protected async Task<Load> StartLoadAsync(IReadOnlyList<Uri> addresses, string blobs)
    {
        var load = await Load.CreateAsync(addresses, blobs);
        load.Start();
        await load.ServedAsync();
        Report("everybody is served");
        return load;
    }

    private protected async Task BurnAsync(Load load, string what, Func<Task> disaster)
    {
        Report(what);
        await disaster();
        await load.ServedAsync();
        Report("everybody is served again");
    }

    private protected Task BurnSlowlyAsync(Load load, Postgres postgres) => BurnAsync(load, "PostgreSQL is slow", async () =>
    {
        await postgres.SlowDownAsync(isSlow: true);
        await load.ServedAsync();
        await postgres.SlowDownAsync(isSlow: false);
    });

    private protected void Report(string what) => output.WriteLine($"{_watch.Elapsed.TotalSeconds:F1} s: {what}");
}
