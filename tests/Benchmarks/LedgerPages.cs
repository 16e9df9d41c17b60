using System.Diagnostics;
using System.Globalization;
using Platform.Benchmarks.Servers;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Benchmarks;

/// <summary>
/// What a page of transactions costs where a wallet has a million, as a multiple of what it costs where it has a hundred: through the wallet's
/// actor, in alternating rounds.
/// </summary>
internal static class LedgerPages
{
    private const int Entries = 1_000_000;
    private const int Few = 100;
    private const int PageSize = 50;
    private const int Rounds = 40;
    private const int WarmUp = 500;
    private const double Target = 1.2;

    /// <summary>Every fourth is a purchase of 4, the others spend 1, so it never falls below zero.</summary>
    private const string Insert = """
        INSERT INTO ledger_entries (wallet_id, seq, entry_key, type, type_seq, amount, balance_after, description, created_at)
        SELECT $1, n, 'key-' || n, CASE WHEN n % 4 = 1 THEN 0 ELSE 2 END, CASE WHEN n % 4 = 1 THEN (n + 3) / 4 ELSE n - (n + 3) / 4 END,
            CASE WHEN n % 4 = 1 THEN 4 ELSE -1 END, (n + 3) / 4 * 5 - n, 'Transaction ' || n, 1760000000000000 + n * 1000
        FROM numbers
        """;

    /// <summary>From the log, as it must be.</summary>
    private const string InsertWallet = """
        INSERT INTO wallets (wallet_id, revision, balance, held, purchases, grants, usages, refunds, adjustments, used, updated_at)
        SELECT $1, 1, ($2 + 3) / 4 * 5 - $2, 0, ($2 + 3) / 4, 0, $2 - ($2 + 3) / 4, 0, 0, 0, 1760000000000000 FROM numbers WHERE n = $2
        """;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        await foreach (var figure in RunAsync("sqlite", null)) yield return figure;
        if (PostgresServer.Missing is { } missing)
        {
            yield return new Figure("ledger: postgres", "skipped", "", null, missing);
            yield break;
        }

        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        await foreach (var figure in RunAsync("postgres", connection)) yield return figure;
        await server.DropDatabaseAsync(connection);
    }

    private static async IAsyncEnumerable<Figure> RunAsync(string engine, string? connection)
    {
        using var data = new TemporaryDirectory();
        await using (await PlatformSilo.StartAsync(data.Path, connection))
        {
            // It creates the schema.
        }

        Progress.Report($"{engine}: writing {Entries} entries");
        foreach (var (id, count) in new[] { ("many", Entries), ("few", Few) })
        {
            await NumberedFill.WriteAsync(data.Path, connection, "ledger_entries", Insert, id, count);
            await NumberedFill.WriteAsync(data.Path, connection, "wallets", InsertWallet, id, count);
        }

        await using var silo = await PlatformSilo.StartAsync(data.Path, connection);
        var many = silo.Grains.GetGrain<IWalletGrain>("many");
        var few = silo.Grains.GetGrain<IWalletGrain>("few");
        (string Name, int Page, LedgerEntryType? Type)[] asked =
        [
            ("the first page", 1, null),
            ("the last page", Entries / PageSize, null),
            ("the last page of purchases", Entries / 4 / PageSize, LedgerEntryType.Purchase),
        ];
        for (var i = 0; i < WarmUp; i++)
        {
            await TimeAsync(few, 1 + (i % 2), null);
            foreach (var (_, page, type) in asked) await TimeAsync(many, page, type);
        }

        var small = new List<double>();
        var times = asked.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            small.Add(await MedianAsync(few, 1 + (round % 2), null));
            for (var i = 0; i < asked.Length; i++) times[i].Add(await MedianAsync(many, asked[i].Page, asked[i].Type));
        }

        for (var i = 0; i < asked.Length; i++)
        {
            var ratio = Figure.Median(times[i].Zip(small, (time, one) => time / one));
            yield return new Figure(
                $"ledger: {engine}, {asked[i].Name} of {Entries:N0}",
                string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} x"),
                string.Create(CultureInfo.InvariantCulture, $"<= {Target:F1} x"),
                ratio <= Target,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"of a page where there are {Few}; median of {Rounds} rounds ({Figure.Median(times[i]):F0} us : {Figure.Median(small):F0} us here)"));
        }
    }

    private static async Task<double> MedianAsync(IWalletGrain wallet, int page, LedgerEntryType? type)
    {
        var times = new List<double>();
        for (var i = 0; i < 25; i++) times.Add(await TimeAsync(wallet, page, type));
        return Figure.Median(times);
    }

    /// <returns>Microseconds.</returns>
    private static async Task<double> TimeAsync(IWalletGrain wallet, int page, LedgerEntryType? type)
    {
        var watch = Stopwatch.StartNew();
        var found = await wallet.Entries(page, PageSize, type);
        if (found.Items.Count != PageSize) throw new InvalidOperationException($"A page of {found.Items.Count}.");
        return watch.Elapsed.TotalMicroseconds;
    }
}
