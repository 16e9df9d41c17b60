using Xunit.Abstractions;

namespace Platform.Chaos.Fire;

/// <summary>A server that is one process burns, on either database.</summary>
public sealed class OneProcessFireTests(ITestOutputHelper output) : FireTest(output)
{
    [Fact]
    public Task With_SQLite() => BurnOneProcessAsync(onPostgres: false);

    [ClusterFact]
    public Task With_PostgreSQL() => BurnOneProcessAsync(onPostgres: true);

    private async Task BurnOneProcessAsync(bool onPostgres)
    {
        await using var process = await OneProcess.StartAsync(Folder, onPostgres);
        await using var load = await StartLoadAsync([process.Address], process.Blobs);
        await TellingAsync(() => BurnAsync(process, load));
    }

    private async Task BurnAsync(OneProcess process, Load load)
    {
        await BurnAsync(load, "the process is killed", () => process.KillAsync(load));
        await BurnAsync(load, "the process stands still", () => process.PauseAsync(load));
        if (process.Postgres is { } postgres)
        {
            await BurnAsync(load, "PostgreSQL is restarted", postgres.RestartAsync);
            await BurnSlowlyAsync(load, postgres);
        }

        await load.CheckInsBeginAsync();
        await BurnAsync(load, "the process is killed while companions write first", () => process.KillAsync(load));
        await load.StopAndCheckAsync();
        Report(load.Summary);
        await process.AuditAsync();
        NobodyIsInTheLogs();
    }
}
