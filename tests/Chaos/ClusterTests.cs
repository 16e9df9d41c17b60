using Platform.Chaos.Fire;
using Platform.Testing;

namespace Platform.Chaos;

[Trait("Category", "Cluster")]
public sealed class ClusterTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _directory = Passable.Directory("platform-cluster-");

    public void Dispose() => _directory.Delete(recursive: true);

    [ClusterFact]
    public async Task A_cluster_that_is_taken_down_leaves_no_process_and_keeps_its_data()
    {
        using var doors = new Doors();
        Writer writer;
        IReadOnlyList<int> processes;
        await using (var cluster = await Cluster.StartAsync(_directory.FullName, silos: 1, doors: 1))
        {
            processes = cluster.ProcessIds();
            Assert.Equal(3, processes.Count(Signals.IsRunning));
            Assert.Matches("already up.*\nexit code 1", await cluster.UpAgainAsync());
            doors.Addresses = cluster.Addresses;
            writer = (await Writer.CreateAsync(doors, writers: 1)).Single();
            using var stopping = new CancellationTokenSource();
            var writing = writer.RunAsync(stopping.Token);
            await Poll.UntilAsync(() => Task.FromResult(writer.Done >= 3 || writing.IsFaulted), Patience);
            await stopping.CancelAsync();
            await writing;
        }

        Assert.DoesNotContain(processes, Signals.IsRunning);
        Assert.Empty(_directory.GetFiles("*.pid"));

        await using var next = await Cluster.StartAsync(_directory.FullName, silos: 1, doors: 1);
        doors.Addresses = next.Addresses;
        await writer.CheckAsync();
    }
}
