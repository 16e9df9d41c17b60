using System.Globalization;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Servers;
using Platform.Testing;

namespace Platform.Benchmarks;

/// <summary>
/// How many requests a second the product answers, as a share of what a bare ASP.NET Core endpoint with the same authentication answers on
/// the same machine. Rounds alternate, a share is taken within each, and the median of the shares counts: so a machine that others use too
/// disturbs both sides alike.
/// </summary>
internal static class Throughput
{
    private const int Connections = 128;
    private const int Rounds = 5;
    private const double Seconds = 5;
    private const double WarmUpSeconds = 1;

    /// <summary>So many answers warm a server up. Counted, not timed: on a busy machine that takes a while.</summary>
    private const int WarmUpAnswers = 60_000;
    private const int MaxWarmUpRounds = 8;

    /// <summary>An authenticated read that asks two actors, which answer from memory.</summary>
    public static async IAsyncEnumerable<Figure> DoorAsync()
    {
        using var data = new TemporaryDirectory();
        var key = await PlatformSilo.SigningKeyAsync(data.Path);
        await using var api = await ServerProcess.StartApi(data.Path).UntilReadyAsync();
        await using var bare = await (await ServerProcess.StartBareAsync(key.Id, key.Pkcs8)).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(api.Address, Connections);

        yield return (await CompareAsync(
            new("bare", bare.Port, Visitor.Ask(visitors, visitor => visitor.AskBare())),
            [new("GET auth/me", api.Port, Visitor.Ask(visitors, visitor => visitor.AskMe()))],
            "door",
            target: 0.75))[0];
    }

    /// <summary>A chat message with its reply, both on the disk when it is answered.</summary>
    public static async IAsyncEnumerable<Figure> ChatAsync()
    {
        using var data = new TemporaryDirectory();
        var key = await PlatformSilo.SigningKeyAsync(data.Path);
        await using var sqlite = await ServerProcess.StartApi(data.Path).UntilReadyAsync();
        await using var bare = await (await ServerProcess.StartBareAsync(key.Id, key.Pkcs8)).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(sqlite.Address, Connections);
        List<LoadTarget> chats = [new("chat sqlite", sqlite.Port, Visitor.Ask(visitors, visitor => visitor.Chat()))];

        ServerProcess? postgres = null;
        if (PostgresServer.Missing is null)
        {
            var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
            postgres = await ServerProcess.StartApi(data.Path, connection).UntilReadyAsync();
            chats.Add(new("chat postgres", postgres.Port, Visitor.Ask(await Visitor.RegisterAsync(postgres.Address, Connections), v => v.Chat())));
        }

        var figures = await CompareAsync(
            new("bare", bare.Port, Visitor.Ask(visitors, visitor => visitor.AskBare())), chats, "chat", target: 0.40);
        foreach (var figure in figures) yield return figure;
        if (postgres is null) yield return new Figure("chat: chat postgres", "skipped", ">= 40%", null, PostgresServer.Missing!);
        else await postgres.DisposeAsync();
    }

    private static async Task<List<Figure>> CompareAsync(LoadTarget bare, List<LoadTarget> targets, string benchmark, double target)
    {
        foreach (var one in targets.Prepend(bare)) await WarmUpAsync(one);
        var bareRates = new List<double>();
        var rates = targets.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            bareRates.Add(await bare.RunAsync(WarmUpSeconds, Seconds));
            for (var i = 0; i < targets.Count; i++) rates[i].Add(await targets[i].RunAsync(WarmUpSeconds, Seconds));
        }

        return [.. targets.Select((one, i) =>
        {
            var share = Figure.Median(rates[i].Zip(bareRates, (rate, bareRate) => rate / bareRate));
            return new Figure(
                $"{benchmark}: {one.Name}",
                string.Create(CultureInfo.InvariantCulture, $"{share:P0}"),
                string.Create(CultureInfo.InvariantCulture, $">= {target:P0}"),
                share >= target,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"of a bare endpoint's throughput; median of {Rounds} rounds, {Connections} connections ({Figure.Median(rates[i]):F0}/s : {Figure.Median(bareRates):F0}/s here)"));
        })];
    }

    /// <summary>Until the server's code is compiled as it will stay.</summary>
    private static async Task WarmUpAsync(LoadTarget target)
    {
        var answers = 0.0;
        for (var round = 0; round < MaxWarmUpRounds && answers < WarmUpAnswers; round++)
            answers += Seconds * await target.RunAsync(0, Seconds);
    }
}
