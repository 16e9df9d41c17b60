using System.Diagnostics;
using System.Globalization;
using Platform.Benchmarks.Servers;
using Platform.Generation;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Benchmarks.Generation;

/// <summary>
/// How many jobs a second are accepted for good, through the actors in the product's own silo, by many owners at once: each stored, and its
/// price held, while the same silo draws what was accepted before.
/// </summary>
internal static class Orders
{
    private const int Owners = 500;
    private const int Rounds = 5;
    private const int RoundSeconds = 4;
    private const double Target = 1_000;

    /// <summary>Far more than is ordered here.</summary>
    private const long Plenty = 1_000_000_000;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        yield return await MeasureAsync("sqlite", connection: null);
        if (PostgresServer.Missing is { } missing)
        {
            yield return new Figure("generation: jobs accepted, postgres", "skipped", $">= {Target:N0}/s", null, missing);
            yield break;
        }

        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        yield return await MeasureAsync("postgres", connection);
        await server.DropDatabaseAsync(connection);
    }

    private static async Task<Figure> MeasureAsync(string engine, string? connection)
    {
        using var data = new TemporaryDirectory();
        await using var silo = await PlatformSilo.StartAsync(data.Path, connection);
        var owners = Enumerable.Range(0, Owners).Select(_ => $"{Guid.NewGuid()}").ToList();
        await Task.WhenAll(owners.Select(owner =>
            silo.Grains.GetGrain<IWalletGrain>(owner).Deposit(new("fill", LedgerEntryType.Purchase, Plenty, "Credits"))));
        await RoundAsync(silo.Grains, owners);
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            rates.Add(await RoundAsync(silo.Grains, owners));
            Progress.Report(string.Create(CultureInfo.InvariantCulture, $"{engine}: {rates[^1]:F0}/s"));
        }

        var rate = Figure.Median(rates);
        return new Figure(
            $"generation: jobs accepted, {engine}",
            string.Create(CultureInfo.InvariantCulture, $"{rate:N0}/s"),
            string.Create(CultureInfo.InvariantCulture, $">= {Target:N0}/s"),
            rate >= Target,
            string.Create(
                CultureInfo.InvariantCulture,
                $"stored and paid for, by {Owners} owners while jobs are drawn; median of {Rounds} rounds of {RoundSeconds} s; absolute"));
    }

    private static async Task<double> RoundAsync(IGrainFactory grains, List<string> owners)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(owners.Select(owner => OrderAsync(grains, owner, watch)));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> OrderAsync(IGrainFactory grains, string owner, Stopwatch watch)
    {
        var workshop = grains.GetGrain<IWorkshopGrain>(owner);
        var order = new MascotOrder("Luna", "a blue cat", "flat", ReferenceUrl: null, FigmaFileId: null);
        var accepted = 0;
        for (; watch.Elapsed.TotalSeconds < RoundSeconds; accepted++)
        {
            if ((await workshop.Order([new NewJob($"{Guid.CreateVersion7()}", owner, order)])).Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Message);
        }

        return accepted;
    }
}
