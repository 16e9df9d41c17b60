using System.Globalization;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Servers;

namespace Platform.Benchmarks.Generation;

/// <summary>
/// How much slower a chat message gets while the same server draws without a break: the ratio of the 99th percentiles with a full queue of
/// jobs and with an empty one, in alternating rounds against one process on SQLite.
/// </summary>
internal static class CrowdedStudio
{
    private const int Users = 64;
    private const int WarmUpRounds = 2;
    private const int Rounds = 3;
    private const double Seconds = 12;
    private const double WarmUpSeconds = 2;
    private const double Target = 2;

    /// <summary>Far below what a server can do, so that what is measured is how soon it gets to work, not how much work there is.</summary>
    private const double MessagesASecond = 150;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        using var data = new TemporaryDirectory();
        await using var api = await ServerProcess.StartApi(data.Path).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(api.Address, Users);
        var chat = new PacedLoad("chat", api.Port, MessagesASecond, [.. Enumerable.Range(0, 8).SelectMany(turn => visitors.Select(v => v.Chat()[turn]))]);
        using var crowd = await Crowd.SignUpAsync(api.Address);

        // Until the server's code is compiled as it will stay.
        for (var round = 0; round < WarmUpRounds; round++)
        {
            await crowd.FillAsync();
            await (chat with { Rate = 500 }).RunAsync(0, Seconds);
            await crowd.EmptyAsync();
        }

        var rounds = new List<(PacedResult Quiet, PacedResult Crowded)>();
        for (var round = 0; round < Rounds; round++)
        {
            var quiet = await chat.RunAsync(WarmUpSeconds, Seconds);
            await crowd.FillAsync();
            rounds.Add((quiet, await chat.RunAsync(WarmUpSeconds, Seconds)));
            var left = await crowd.EmptyAsync();
            Progress.Report($"{left} jobs were left");
            if (left == 0) throw new InvalidOperationException("All was drawn before the messages were sent.");
        }

        if (rounds.Exists(round => round.Quiet.Refused + round.Crowded.Refused > 0)) throw new InvalidOperationException("A message was refused.");
        var ratio = Figure.Median(rounds.Select(round => round.Crowded.P99 / round.Quiet.P99));
        yield return new Figure(
            "generation: chat p99",
            string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} x"),
            string.Create(CultureInfo.InvariantCulture, $"<= {Target:F0} x"),
            ratio <= Target,
            string.Create(
                CultureInfo.InvariantCulture,
                $"while jobs are drawn without a break; median of {Rounds} rounds ({Figure.Median(rounds.Select(r => r.Crowded.P99)):F1} ms : {Figure.Median(rounds.Select(r => r.Quiet.P99)):F1} ms here)"));
    }
}
