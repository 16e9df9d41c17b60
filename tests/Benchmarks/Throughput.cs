using Platform.Benchmarks.Load;
using Platform.Benchmarks.Servers;
using Platform.Testing;

namespace Platform.Benchmarks;

/// <summary>
/// How many requests a second the product answers, as a share of what a bare ASP.NET Core endpoint with the same authentication answers on
/// the same machine.
/// </summary>
internal static class Throughput
{
    private const string Bare = "a bare endpoint's throughput";

    /// <summary>An authenticated read that asks two actors, which answer from memory.</summary>
    public static async IAsyncEnumerable<Figure> DoorAsync()
    {
        using var data = new TemporaryDirectory();
        var key = await PlatformSilo.SigningKeyAsync(data.Path);
        await using var api = await ServerProcess.StartApi(data.Path).UntilReadyAsync();
        await using var bare = await (await ServerProcess.StartBareAsync(key.Id, key.Pkcs8)).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(api.Address, Comparison.Connections);

        yield return (await Comparison.RunAsync(
            new("bare", bare.Port, Visitor.Ask(visitors, visitor => visitor.AskBare())),
            [new("GET auth/me", api.Port, Visitor.Ask(visitors, visitor => visitor.AskMe()))],
            "door",
            Bare,
            target: 0.75))[0];
    }

    /// <summary>A chat message with its reply, both on the disk when it is answered.</summary>
    public static async IAsyncEnumerable<Figure> ChatAsync()
    {
        using var data = new TemporaryDirectory();
        var key = await PlatformSilo.SigningKeyAsync(data.Path);
        await using var sqlite = await ServerProcess.StartApi(data.Path).UntilReadyAsync();
        await using var bare = await (await ServerProcess.StartBareAsync(key.Id, key.Pkcs8)).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(sqlite.Address, Comparison.Connections);
        List<LoadTarget> chats = [new("chat sqlite", sqlite.Port, Visitor.Ask(visitors, visitor => visitor.Chat()))];

        ServerProcess? postgres = null;
        if (PostgresServer.Missing is null)
        {
            var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
            postgres = await ServerProcess.StartApi(data.Path, connection).UntilReadyAsync();
            chats.Add(new("chat postgres", postgres.Port, Visitor.Ask(await Visitor.RegisterAsync(postgres.Address, Comparison.Connections), v => v.Chat())));
        }

        var figures = await Comparison.RunAsync(
            new("bare", bare.Port, Visitor.Ask(visitors, visitor => visitor.AskBare())), chats, "chat", Bare, target: 0.40);
        foreach (var figure in figures) yield return figure;
        if (postgres is null) yield return new Figure("chat: chat postgres", "skipped", ">= 40%", null, PostgresServer.Missing!);
        else await postgres.DisposeAsync();
    }
}
