using Platform.Benchmarks.Servers;
using Platform.Testing;

namespace Platform.Benchmarks;

/// <summary>
/// What it costs to be a cluster: the throughput of one silo and one front door, as a share of that of one process on PostgreSQL, on the same
/// cores. Each request then crosses to another process and back.
/// </summary>
internal static class ClusterPrice
{
    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        if (PostgresServer.Missing is { } missing)
        {
            yield return new Figure("cluster", "skipped", ">= 50%", null, missing);
            yield break;
        }

        using var data = new TemporaryDirectory();
        var server = await PostgresServer.SharedAsync();
        var clustered = await server.CreateDatabaseAsync();
        await using var one = await ServerProcess.StartApi(data.Path, await server.CreateDatabaseAsync()).UntilReadyAsync();
        await using var silo = ServerProcess.StartSilo(data.Path, clustered);
        await using var door = await ServerProcess.StartDoor(data.Path, clustered).UntilReadyAsync();
        var (ofOne, ofCluster) = (await Visitor.RegisterAsync(one.Address, Comparison.Connections), await Visitor.RegisterAsync(door.Address, Comparison.Connections));
        foreach (var (name, ask) in (IEnumerable<(string, Func<Visitor, IReadOnlyList<byte[]>>)>)[("GET auth/me", v => v.AskMe()), ("chat", v => v.Chat())])
        {
            var figures = await Comparison.RunAsync(
                new("one process", one.Port, Visitor.Ask(ofOne, ask)),
                [new(name, door.Port, Visitor.Ask(ofCluster, ask))],
                "cluster",
                "one process' throughput on PostgreSQL",
                target: 0.50);
            yield return figures[0];
        }
    }
}
