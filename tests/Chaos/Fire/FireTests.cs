using System.Diagnostics;
using Xunit.Abstractions;

namespace Platform.Chaos.Fire;

/// <summary>
/// Everything burns while people use it, and afterwards what they were told is compared with what is there: no message, order or check-in is
/// lost or there twice, nothing is paid twice, and every wallet fits its ledger.
/// </summary>
public sealed class FireTests : IDisposable
{
    // Below /tmp and passable, because PostgreSQL runs as another user.
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("platform-fire-");

    private readonly ITestOutputHelper _output;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public FireTests(ITestOutputHelper output)
    {
        _output = output;
        _directory.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public Task One_process_with_SQLite() => BurnOneProcessAsync(onPostgres: false);

    [ClusterFact]
    public Task One_process_with_PostgreSQL() => BurnOneProcessAsync(onPostgres: true);

    [ClusterFact]
    public async Task A_cluster_of_three_silos_and_two_front_doors()
    {
        await using var cluster = await Cluster.StartAsync(_directory.FullName, silos: 3, doors: 2);
        await new TwoDoors(cluster.Doors[0], cluster.Doors[1]).CheckAsync();
        var fire = new ClusterFire(cluster, _directory.FullName);
        await using var load = await StartLoadAsync(cluster.Addresses, Path.Combine(_directory.FullName, "data", "blobs"));
        await BurnAsync(load, "a silo is killed", () => fire.KillSiloAsync());
        await BurnAsync(load, "a front door is killed", () => fire.KillDoorAsync(load));
        await BurnAsync(load, "a silo stands still until the others take it for dead", () => fire.PauseSiloAsync());
        await BurnAsync(load, "PostgreSQL is restarted", fire.Postgres.RestartAsync);
        await BurnAsync(load, "a front door stands still", () => fire.PauseDoorAsync(load));
        await BurnSlowlyAsync(load, fire.Postgres);
        await BurnAsync(load, "a silo leaves in order", () => fire.RemoveSiloAsync());
        await load.StopAndCheckAsync();
        Report(load.Summary);
        var (code, said) = await SiloCommand.RunAsync("audit-ledger", _directory.FullName, fire.Postgres.Connection);
        Assert.True(code == 0, said);
    }

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
