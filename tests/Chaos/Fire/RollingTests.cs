using Xunit.Abstractions;

namespace Platform.Chaos.Fire;

/// <summary>A new build takes the place of the old one, process by process, while people use it.</summary>
[Trait("Category", "Cluster")]
public sealed class RollingTests : IDisposable
{
    private readonly DirectoryInfo _directory = Passable.Directory("platform-rolling-");

    private readonly ITestOutputHelper _output;

    public RollingTests(ITestOutputHelper output) => _output = output;

    public void Dispose() => _directory.Delete(recursive: true);

    [ClusterFact]
    public async Task While_every_process_is_replaced_everybody_is_served_or_told_to_come_again()
    {
        // A balancer asks a few times in three seconds.
        await using var cluster = await Cluster.StartAsync(
            _directory.FullName, silos: 2, doors: 2, new() { ["Operations__DrainDelay"] = "00:00:03" });
        var before = cluster.ProcessIds();
        await using var load = await Load.CreateAsync(cluster.Addresses, Path.Combine(_directory.FullName, "data", "blobs"));
        await using var balancer = new Balancer(load.Doors);
        load.Start();
        await load.ServedAsync();

        await cluster.RunAsync("rolling", "--no-build");
        await load.ServedAsync();
        await load.StopAndCheckAsync();

        _output.WriteLine(load.Summary);
        // The engine has a silo that leaves refuse what it would have to place elsewhere; no connection breaks, and nobody waits in vain.
        Assert.All(load.Doors.Failures, failure => Assert.Equal("503", failure.Reason));
        Assert.InRange(load.Doors.Failures.Count, 0, load.Messages / 100);
        // All but PostgreSQL's.
        Assert.Single(before.Intersect(cluster.ProcessIds()));
    }
}
