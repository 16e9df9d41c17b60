using Platform.Testing;
using Xunit.Abstractions;

namespace Platform.Chaos;

public sealed class KillTests(TestDatabases databases, ITestOutputHelper output) : IClassFixture<TestDatabases>
{
    private const int Writers = 16;

    /// <summary>More than are sent before the kill: it always hits the middle of the load.</summary>
    private const int MessagesOfEach = 1000;

    private const int AcknowledgedBeforeKill = 300;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_acknowledged_survives_a_kill_in_the_middle_of_the_load(string engine)
    {
        var directory = Directory.CreateTempSubdirectory("platform-chaos-");
        try
        {
            await KillAndCheckAsync(directory.FullName, await SettingsAsync(engine));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task KillAndCheckAsync(string directory, Dictionary<string, string> settings)
    {
        WriteLoad load;
        List<Conversation> conversations = [];
        await using (var server = await ApiProcess.StartAsync(directory, settings))
        {
            using var client = new Client(server.Address);
            for (var user = 0; user < 8; user++) conversations.Add(await client.CreateConversationAsync(await client.RegisterAsync()));

            load = new WriteLoad([client], conversations);
            var writing = load.RunAsync(Writers, MessagesOfEach);
            await Task.WhenAny(load.ReachedAsync(AcknowledgedBeforeKill), writing);
            Assert.False(writing.IsCompleted, "The load was over before the kill.");
            await server.KillAsync();
            await writing;
        }

        output.WriteLine(load.Summary);
        Assert.InRange(load.Acknowledged.Count, AcknowledgedBeforeKill, (Writers * MessagesOfEach) - 1);
        Assert.Empty(load.Refused);
        await using var restarted = await ApiProcess.StartAsync(directory, settings);
        using var clientAfter = new Client(restarted.Address);
        await Histories.CheckAsync(clientAfter, conversations, load.Acknowledged);

        var after = new WriteLoad([clientAfter], conversations);
        await after.RunAsync(conversations.Count, messages: 1);
        Assert.Equal(conversations.Count, after.Acknowledged.Count);
    }

    private async Task<Dictionary<string, string>> SettingsAsync(string engine) =>
        engine == "postgres" ? new() { ["ConnectionStrings__Platform"] = (await databases.CreateAsync(engine)).Connection } : [];
}
