using System.Diagnostics;
using System.Net;
using Xunit.Abstractions;

namespace Platform.Chaos.Fire;

/// <summary>Three silos and two front doors burn, all of them and their database.</summary>
[Trait("Category", "Cluster")]
public sealed class ClusterFireTests(ITestOutputHelper output) : FireTest(output)
{
    [ClusterFact]
    public async Task A_cluster_of_three_silos_and_two_front_doors()
    {
        await using var cluster = await Cluster.StartAsync(Folder, silos: 3, doors: 2, LogsAsInProduction);
        await new TwoDoors(cluster.Doors[0], cluster.Doors[1]).CheckAsync();
        var fire = new ClusterFire(cluster, Folder);
        await using var load = await StartLoadAsync(cluster.Addresses, Path.Combine(Folder, "data", "blobs"));
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
        var (code, said) = await SiloCommand.RunAsync("audit-ledger", Folder, fire.Postgres.Connection);
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
}
