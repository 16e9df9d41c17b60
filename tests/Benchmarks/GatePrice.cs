using Platform.Benchmarks.Load;
using Platform.Benchmarks.Servers;

namespace Platform.Benchmarks;

/// <summary>
/// What the gate costs (token, session, request budget, and the check of an idempotency key): the throughput of endpoints behind it as a
/// share of what the same endpoints do without it, in the same process.
/// </summary>
internal static class GatePrice
{
    private const double Target = 0.85;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        using var data = new TemporaryDirectory();
        await using var server = await (await ServerProcess.StartGateAsync(data.Path)).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(server.Address, Comparison.Connections, atOnce: 2);
        using (var client = new HttpClient { BaseAddress = server.Address })
        {
            foreach (var visitor in visitors) await visitor.TakeLargestPlanAsync(client);
        }

        LoadTarget Load(string name, Func<Visitor, IReadOnlyList<byte[]>> requests) => new(name, server.Port, Visitor.Ask(visitors, requests));
        var figures = await Comparison.RunAsync(
            Load("me ungated", visitor => visitor.WithoutGate().AskMe()),
            [Load("GET auth/me", visitor => visitor.AskMe())],
            "gate",
            "the same without the gate",
            Target);
        figures.AddRange(await Comparison.RunAsync(
            Load("chat ungated", visitor => visitor.WithoutGate().Chat()),
            [Load("chat", visitor => visitor.Chat()), Load("chat with key", visitor => visitor.WithFreshKey().Chat())],
            "gate",
            "the same without the gate",
            Target));
        foreach (var figure in figures) yield return figure;
    }
}
