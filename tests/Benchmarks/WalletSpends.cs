using System.Diagnostics;
using System.Globalization;
using Platform.Benchmarks.Servers;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Benchmarks;

/// <summary>
/// How many durable spends a second wallets do, through their actors in the product's own silo: one wallet that everybody wants, and a
/// thousand together. On PostgreSQL as a share of what its own benchmark does on the same server, in alternating rounds.
/// </summary>
internal static class WalletSpends
{
    private const int HotSpenders = 512;
    private const double HotTarget = 2_000;
    private const int Wallets = 1_000;
    private const double WalletsTarget = 8_000;
    private const double ShareTarget = 0.5;
    private const int Rounds = 5;
    private const int RoundSeconds = 4;

    /// <summary>Far more than is spent here.</summary>
    private const long Plenty = 1_000_000_000_000;

    /// <summary>What <c>pgbench</c> is tried with; the best counts.</summary>
    private static readonly int[] Clients = [8, 32, 128];

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        using (var data = new TemporaryDirectory())
        await using (var silo = await PlatformSilo.StartAsync(data.Path))
        {
            yield return Absolute("one hot wallet, sqlite", await RatesAsync(silo, 1, HotSpenders), HotTarget);
            yield return Absolute($"{Wallets:N0} wallets together, sqlite", await RatesAsync(silo, Wallets, 1), WalletsTarget);
        }

        var missing = PostgresServer.Missing ?? (PgBench.Program is null ? "pgbench is not installed here" : null);
        if (missing is not null)
        {
            yield return new Figure("wallets: postgres", "skipped", $">= {ShareTarget:P0}", null, missing);
            yield break;
        }

        await foreach (var figure in PostgresAsync()) yield return figure;
    }

    private static async IAsyncEnumerable<Figure> PostgresAsync()
    {
        await using var bench = await PgBench.CreateAsync();
        var trials = new List<(int Clients, double Rate)>();
        foreach (var clients in Clients)
        {
            trials.Add((clients, await bench.SimpleUpdateAsync(clients, RoundSeconds)));
            Progress.Report(string.Create(CultureInfo.InvariantCulture, $"pgbench -N with {clients} clients: {trials[^1].Rate:F0}/s"));
        }

        var best = trials.MaxBy(trial => trial.Rate).Clients;
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        using (var data = new TemporaryDirectory())
        await using (var silo = await PlatformSilo.StartAsync(data.Path, connection))
        {
            foreach (var (name, wallets, spenders) in new[] { ("one hot wallet", 1, HotSpenders), ($"{Wallets:N0} wallets together", Wallets, 1) })
            {
                var theirs = new List<double>();
                var ours = await RatesAsync(silo, wallets, spenders, async () => theirs.Add(await bench.SimpleUpdateAsync(best, RoundSeconds)));
                var share = Figure.Median(ours.Zip(theirs, (rate, other) => rate / other));
                yield return new Figure(
                    $"wallets: {name}, postgres",
                    string.Create(CultureInfo.InvariantCulture, $"{share:P0}"),
                    string.Create(CultureInfo.InvariantCulture, $">= {ShareTarget:P0}"),
                    share >= ShareTarget,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"of pgbench -N -M prepared with {best} clients, its best of {string.Join(", ", Clients)}; median of {Rounds} rounds ({Figure.Median(ours):F0}/s : {Figure.Median(theirs):F0}/s here)"));
            }
        }

        await server.DropDatabaseAsync(connection);
    }

    private static Figure Absolute(string name, List<double> rates, double target) => new(
        $"wallets: {name}",
        string.Create(CultureInfo.InvariantCulture, $"{Figure.Median(rates):N0}/s"),
        string.Create(CultureInfo.InvariantCulture, $">= {target:N0}/s"),
        Figure.Median(rates) >= target,
        string.Create(CultureInfo.InvariantCulture, $"durable spends; median of {Rounds} rounds of {RoundSeconds} s; absolute"));

    /// <summary>Spends a second in each round; a first one warms up.</summary>
    /// <param name="spenders">Of each wallet, who all spend again as soon as they are answered.</param>
    private static async Task<List<double>> RatesAsync(PlatformSilo silo, int wallets, int spenders, Func<Task>? beforeEach = null)
    {
        var grains = Enumerable.Range(0, wallets)
            .Select(_ => silo.Grains.GetGrain<IWalletGrain>($"{Guid.NewGuid()}")).ToList();
        await Task.WhenAll(grains.Select(wallet => wallet.Deposit(new("fill", LedgerEntryType.Purchase, Plenty, "Credits"))));
        await RoundAsync(grains, spenders);
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            if (beforeEach is not null) await beforeEach();
            rates.Add(await RoundAsync(grains, spenders));
            Progress.Report(string.Create(CultureInfo.InvariantCulture, $"{wallets} wallets: {rates[^1]:F0}/s"));
        }

        return rates;
    }

    private static async Task<double> RoundAsync(List<IWalletGrain> wallets, int spenders)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(wallets.SelectMany(wallet => Enumerable.Range(0, spenders).Select(_ => SpendAsync(wallet, watch))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> SpendAsync(IWalletGrain wallet, Stopwatch watch)
    {
        var spent = 0;
        for (; watch.Elapsed.TotalSeconds < RoundSeconds; spent++)
        {
            // As the product names its operations.
            if ((await wallet.Spend(new($"{Guid.CreateVersion7()}", 1, "A mascot"))).Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Message);
        }

        return spent;
    }
}
