using System.Globalization;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Servers;

namespace Platform.Benchmarks;

/// <summary>
/// How much slower a chat message gets while more people sign in than the hasher can serve: the ratio of the 99th percentiles with and
/// without them, in alternating rounds against one process on SQLite. Passwords cost what they cost in production.
/// </summary>
internal static class Logins
{
    private const int Users = 64;

    /// <summary>The product's default.</summary>
    private const int DefaultIterations = 100_000;

    private const double LoginsASecond = 50;
    private const int Rounds = 5;
    private const double Seconds = 10;
    private const double Target = 2;

    /// <summary>Far below what a server can do, so that what is measured is how soon it gets to work, not how much work there is.</summary>
    private const double MessagesASecond = 150;

    /// <summary>By then everybody waits for the hasher.</summary>
    private const double WarmUpSeconds = 4;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        using var data = new TemporaryDirectory();
        await using var api = await ServerProcess.StartApi(data.Path, iterations: DefaultIterations).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(api.Address, Users, atOnce: 2);
        var chat = new PacedLoad("chat", api.Port, MessagesASecond, [.. Enumerable.Range(0, 8).SelectMany(turn => visitors.Select(v => v.Chat()[turn]))]);
        var logins = new PacedLoad("logins", api.Port, LoginsASecond, [.. visitors.Select(visitor => visitor.LogIn())]);

        // Until the server's code is compiled as it will stay.
        await Task.WhenAll((chat with { Rate = 500 }).RunAsync(0, 2 * Seconds), (logins with { Rate = 5 }).RunAsync(0, 2 * Seconds));
        var rounds = new List<(PacedResult Quiet, PacedResult Crowded, PacedResult Logins)>();
        for (var round = 0; round < Rounds; round++)
        {
            var quiet = await chat.RunAsync(WarmUpSeconds, Seconds);
            var crowd = logins.RunAsync(WarmUpSeconds, Seconds);
            rounds.Add((quiet, await chat.RunAsync(WarmUpSeconds, Seconds), await crowd));
        }

        if (rounds.Exists(round => round.Quiet.Refused + round.Crowded.Refused > 0)) throw new InvalidOperationException("A message was refused.");
        var ratio = Figure.Median(rounds.Select(round => round.Crowded.P99 / round.Quiet.P99));
        yield return new Figure(
            "logins: chat p99",
            string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} x"),
            string.Create(CultureInfo.InvariantCulture, $"<= {Target:F0} x"),
            ratio <= Target,
            string.Create(
                CultureInfo.InvariantCulture,
                $"with {LoginsASecond:F0} logins a second; median of {Rounds} rounds ({Figure.Median(rounds.Select(r => r.Crowded.P99)):F1} ms : {Figure.Median(rounds.Select(r => r.Quiet.P99)):F1} ms here; {rounds.Sum(r => r.Logins.Answered)} logins served, {rounds.Sum(r => r.Logins.Refused)} told to come back)"));
    }
}
