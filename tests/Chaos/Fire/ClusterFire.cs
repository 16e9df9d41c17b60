using System.Diagnostics;
using System.Globalization;
using Platform.Testing;

namespace Platform.Chaos.Fire;

/// <summary>What happens to the members of a cluster. Each that is lost is replaced, as an operator or an orchestrator does.</summary>
internal sealed class ClusterFire(Cluster cluster, string directory)
{
    private const int Dead = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public Postgres Postgres { get; } = new(Path.Combine(directory, "postgres"));

    /// <returns>When it was killed, and when the others took it for dead, by the clock of <see cref="Stopwatch"/>.</returns>
    public async Task<(long KilledAt, long KnownAt)> KillSiloAsync()
    {
        var silo = Oldest("silo");
        var port = PortOf(silo);
        var killedAt = Stopwatch.GetTimestamp();
        cluster.Kill(silo);
        await Poll.UntilAsync(async () => await Postgres.StatusOfSiloAsync(port) == Dead, Patience);
        var knownAt = Stopwatch.GetTimestamp();
        await ReplaceAsync("silo", silo);
        return (killedAt, knownAt);
    }

    /// <summary>All at once, so that the front doors are alone.</summary>
    public void KillAllSilos()
    {
        foreach (var silo in cluster.Members("silo")) cluster.Kill(silo);
    }

    /// <summary>New ones take the place of all that were killed.</summary>
    public async Task ReplaceAllSilosAsync()
    {
        var old = cluster.Members("silo");
        await cluster.RunAsync("add", "silo", "2");
        foreach (var silo in old) await cluster.RunAsync("remove", "silo", silo);
    }

    public async Task KillDoorAsync(Load load)
    {
        var door = Oldest("api");
        cluster.Kill(door);
        await ReplaceAsync("api", door);
        load.Doors.Addresses = cluster.Addresses;
    }

    /// <summary>One that the others take for dead must not go on where it was: it finds that out itself, and ends.</summary>
    public async Task PauseSiloAsync()
    {
        var silo = Oldest("silo");
        var (id, port) = (cluster.ProcessId(silo), PortOf(silo));
        Signals.Pause(id);
        try
        {
            await Poll.UntilAsync(async () => await Postgres.StatusOfSiloAsync(port) == Dead, Patience);
        }
        finally
        {
            Signals.Resume(id);
        }

        await Poll.UntilAsync(() => Task.FromResult(!Signals.IsRunning(id)), Patience);
        await ReplaceAsync("silo", silo);
    }

    /// <summary>It stands still until clients have noticed.</summary>
    public async Task PauseDoorAsync(Load load)
    {
        var failures = load.Doors.Failures.Count;
        var id = cluster.ProcessId(Oldest("api"));
        Signals.Pause(id);
        try
        {
            await Poll.UntilAsync(() => Task.FromResult(load.Doors.Failures.Count > failures), Patience);
        }
        finally
        {
            Signals.Resume(id);
        }
    }

    public Task RemoveSiloAsync() => cluster.RunAsync("remove", "silo", Oldest("silo"));

    private async Task ReplaceAsync(string kind, string name)
    {
        await cluster.RunAsync("add", kind);
        await cluster.RunAsync("remove", kind, name);
    }

    private string Oldest(string kind) => cluster.Members(kind)[0];

    private int PortOf(string name) =>
        int.Parse(File.ReadAllText(Path.Combine(directory, $"{name}.address")).Trim().Split(':')[^1], CultureInfo.InvariantCulture);
}
