using Platform.Chaos.Fire;

namespace Platform.Chaos;

public sealed class ClusterTests : IDisposable
{
    // Below /tmp and passable, because PostgreSQL runs as another user.
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("platform-cluster-");

    public ClusterTests() => _directory.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public void Dispose() => _directory.Delete(recursive: true);

    [ClusterFact]
    public async Task A_cluster_that_is_taken_down_leaves_no_process_and_keeps_its_data()
    {
        User user;
        Conversation conversation;
        Acknowledged[] acknowledged;
        IReadOnlyList<int> processes;
        await using (var cluster = await Cluster.StartAsync(_directory.FullName, silos: 1, doors: 1))
        {
            processes = cluster.ProcessIds();
            Assert.Equal(3, processes.Count(Signals.IsRunning));
            Assert.Matches("already up.*\nexit code 1", await cluster.UpAgainAsync());
            user = await cluster.Doors[0].RegisterAsync();
            conversation = await cluster.Doors[0].CreateConversationAsync(user);
            var load = new WriteLoad(cluster.Doors, [conversation]);
            await load.RunAsync(writers: 1, messages: 3);
            acknowledged = [.. load.Acknowledged];
            Assert.Equal(3, acknowledged.Length);
        }

        Assert.DoesNotContain(processes, Signals.IsRunning);
        Assert.Empty(_directory.GetFiles("*.pid"));

        await using var next = await Cluster.StartAsync(_directory.FullName, silos: 1, doors: 1);
        await Histories.CheckAsync(next.Doors[0], [conversation], acknowledged);
        Assert.Equal(200, (await next.Doors[0].LogInAsync(user, user.Password)).Status);
    }
}
