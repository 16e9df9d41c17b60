using Xunit.Abstractions;

namespace Platform.Chaos;

public sealed class ClusterTests : IDisposable
{
    private const int Writers = 16;
    private const int MessagesOfEach = 60;
    private const int AcknowledgedBeforeKill = 200;

    /// <summary>For how long one message is tried again: the cluster has to serve it by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    // Below /tmp and passable, because PostgreSQL runs as another user.
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("platform-cluster-");

    private readonly ITestOutputHelper _output;

    public ClusterTests(ITestOutputHelper output)
    {
        _output = output;
        _directory.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [ClusterFact]
    public async Task A_cluster_survives_the_kill_of_a_silo_in_the_middle_of_the_load()
    {
        await using var cluster = await Cluster.StartAsync(_directory.FullName, silos: 2, doors: 2);
        var (first, second) = (cluster.Doors[0], cluster.Doors[1]);
        await new TwoDoors(first, second).CheckAsync();

        List<Conversation> conversations = [];
        for (var i = 0; i < 8; i++)
            conversations.Add(await cluster.Doors[i % 2].CreateConversationAsync(await first.RegisterAsync()));
        var load = new WriteLoad(cluster.Doors, conversations);
        var writing = load.RunAsync(Writers, MessagesOfEach, Patience);
        await Task.WhenAny(load.ReachedAsync(AcknowledgedBeforeKill), writing);
        Assert.False(writing.IsCompleted, "The load was over before the kill.");
        cluster.Kill("silo-1");
        // Each writer goes on until it has all of its messages acknowledged, so that the cluster serves all of them again.
        await writing;
        _output.WriteLine(load.Summary);

        Assert.Equal(Writers * MessagesOfEach, load.Acknowledged.Count);
        Assert.All(load.Refused, refusal => Assert.True(refusal.IsOrderlyRefusal, $"{refusal}"));
        await Histories.CheckAsync(first, conversations, load.Acknowledged);
        await Histories.CheckAsync(second, conversations, load.Acknowledged);
    }

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
            Assert.Equal(3, processes.Count(IsRunning));
            Assert.Matches("already up.*\nexit code 1", await cluster.UpAgainAsync());
            user = await cluster.Doors[0].RegisterAsync();
            conversation = await cluster.Doors[0].CreateConversationAsync(user);
            var load = new WriteLoad(cluster.Doors, [conversation]);
            await load.RunAsync(writers: 1, messages: 3);
            acknowledged = [.. load.Acknowledged];
            Assert.Equal(3, acknowledged.Length);
        }

        Assert.DoesNotContain(processes, IsRunning);
        Assert.Empty(_directory.GetFiles("*.pid"));

        await using var next = await Cluster.StartAsync(_directory.FullName, silos: 1, doors: 1);
        await Histories.CheckAsync(next.Doors[0], [conversation], acknowledged);
        Assert.Equal(200, (await next.Doors[0].LogInAsync(user, user.Password)).Status);
    }

    /// <summary>One that has ended but whose end nobody has asked about has no command any more.</summary>
    private static bool IsRunning(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
