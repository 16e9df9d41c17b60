using System.Diagnostics;
using System.Net;
using Xunit.Abstractions;

namespace Platform.Chaos.Fire;

/// <summary>
/// Everything burns while people use it, and afterwards what they were told is compared with what is there: no message, order or check-in is
/// lost or there twice, nothing is paid twice, and every wallet fits its ledger.
/// </summary>
public sealed class FireTests : IDisposable
{
    private const int MostTold = 20;

    internal static readonly Dictionary<string, string> LogsAsInProduction = new() { ["Logging__Format"] = "json" };

    private readonly DirectoryInfo _directory = Passable.Directory("platform-fire-");

    private readonly ITestOutputHelper _output;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public FireTests(ITestOutputHelper output) => _output = output;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public Task One_process_with_SQLite() => BurnOneProcessAsync(onPostgres: false);

    [ClusterFact]
    public Task One_process_with_PostgreSQL() => BurnOneProcessAsync(onPostgres: true);

    [ClusterFact]
    public async Task A_cluster_of_three_silos_and_two_front_doors()
    {
        await using var cluster = await Cluster.StartAsync(_directory.FullName, silos: 3, doors: 2, LogsAsInProduction);
        await new TwoDoors(cluster.Doors[0], cluster.Doors[1]).CheckAsync();
        var fire = new ClusterFire(cluster, _directory.FullName);
        await using var load = await StartLoadAsync(cluster.Addresses, Path.Combine(_directory.FullName, "data", "blobs"));
        await TellingAsync(() => BurnClusterAsync(load, fire));
    }

    private async Task BurnClusterAsync(Load load, ClusterFire fire)
    {
        await KillSiloAsync(load, fire);
        await BurnAsync(load, "a front door is killed", () => fire.KillDoorAsync(load));
        await BurnAsync(load, "a silo stands still until the others take it for dead", () => fire.PauseSiloAsync());
        await BurnAsync(load, "PostgreSQL is restarted", fire.Postgres.RestartAsync);
        await BurnAsync(load, "a front door stands still", () => fire.PauseDoorAsync(load));
        await BurnSlowlyAsync(load, fire.Postgres);
        await BurnAsync(load, "a silo leaves in order", () => fire.RemoveSiloAsync());
        await LoseAllSilosAsync(load, fire);
        await load.StopAndCheckAsync();
        Report(load.Summary);
        var (code, said) = await SiloCommand.RunAsync("audit-ledger", _directory.FullName, fire.Postgres.Connection);
        Assert.True(code == 0, said);
        NobodyIsInTheLogs();
    }

    /// <summary>Requests fail until the cluster knows, and then no more: what is sent later than once more that time is served.</summary>
    private async Task KillSiloAsync(Load load, ClusterFire fire)
    {
        var (killedAt, knownAt) = (0L, 0L);
        await BurnAsync(load, "a silo is killed", async () => (killedAt, knownAt) = await fire.KillSiloAsync());
        var failed = load.Doors.Failures.Where(failure => failure.SentAt >= killedAt).Select(failure => failure.SentAt).DefaultIfEmpty(killedAt).Max();
        var (outage, detection) = (Stopwatch.GetElapsedTime(killedAt, failed), Stopwatch.GetElapsedTime(killedAt, knownAt));
        Report($"the last request that failed was sent {outage.TotalSeconds:F1} s after the kill, which was known after {detection.TotalSeconds:F1} s");
        Assert.InRange(outage, TimeSpan.Zero, 2 * detection);
    }

    /// <summary>A front door that is alone says so in the product's own words, and serves again when there are silos.</summary>
    private Task LoseAllSilosAsync(Load load, ClusterFire fire) => BurnAsync(load, "all silos are killed", async () =>
    {
        using var http = new HttpClient { BaseAddress = load.Doors.Addresses[0] };
        http.DefaultRequestHeaders.Authorization = new("Bearer", load.Token);
        fire.KillAllSilos();
        using var answer = await http.GetAsync("/neurotamagotchi/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.True(new Answer(503, await answer.Content.ReadAsStringAsync()).IsOrderlyRefusal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/readyz")).StatusCode);
        await fire.ReplaceAllSilosAsync();
    });

    private async Task BurnOneProcessAsync(bool onPostgres)
    {
        await using var process = await OneProcess.StartAsync(_directory.FullName, onPostgres);
        await using var load = await StartLoadAsync([process.Address], process.Blobs);
        await BurnAsync(load, "the process is killed", () => process.KillAsync(load));
        await BurnAsync(load, "the process stands still", () => process.PauseAsync(load));
        if (process.Postgres is { } postgres)
        {
            await BurnAsync(load, "PostgreSQL is restarted", postgres.RestartAsync);
            await BurnSlowlyAsync(load, postgres);
        }

        await BurnAsync(load, "the process is killed again", () => process.KillAsync(load));
        await load.StopAndCheckAsync();
        Report(load.Summary);
        await process.AuditAsync();
        NobodyIsInTheLogs();
    }

    /// <summary>Says what was logged as an error where something isn't as it should be.</summary>
    private async Task TellingAsync(Func<Task> burn)
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
    private void NobodyIsInTheLogs()
    {
        var lines = LogLines();
        Assert.Contains(lines, line => line.StartsWith("{\"time\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("@example", StringComparison.Ordinal));
    }

    private async Task<Load> StartLoadAsync(IReadOnlyList<Uri> addresses, string blobs)
    {
        var load = await Load.CreateAsync(addresses, blobs);
        load.Start();
        await load.ServedAsync();
        Report("everybody is served");
        return load;
    }

    private async Task BurnAsync(Load load, string what, Func<Task> disaster)
    {
        Report(what);
        await disaster();
        await load.ServedAsync();
        Report("everybody is served again");
    }

    private Task BurnSlowlyAsync(Load load, Postgres postgres) => BurnAsync(load, "PostgreSQL is slow", async () =>
    {
        await postgres.SlowDownAsync(isSlow: true);
        await load.ServedAsync();
        await postgres.SlowDownAsync(isSlow: false);
    });

    private void Report(string what) => _output.WriteLine($"{_watch.Elapsed.TotalSeconds:F1} s: {what}");
}
