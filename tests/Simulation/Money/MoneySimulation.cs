using Microsoft.Extensions.Time.Testing;
using Platform.Identity;
using Platform.Simulation.Silo;
using Platform.Storage;
using Platform.Wallets;

namespace Platform.Simulation.Money;

/// <summary>
/// Months of purchases, spends and jobs, with the silo killed in the middle of them. After each life of the silo the ledgers are audited, and
/// in the end every wallet holds what its owner was told, to the unit.
/// </summary>
internal sealed class MoneySimulation(int owners, int days, int kills, int seed) : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);

    private readonly string _directory = Directory.CreateTempSubdirectory("platform-money-").FullName;
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Random _random = new(seed);
    private readonly List<(Purse Purse, Bills Bills)> _owners =
        [.. Enumerable.Range(0, owners).Select(number => Guid.NewGuid().ToString()).Select((id, number) => (new Purse(id, seed + number), new Bills(id, seed - number)))];

    private SimulatedSilo? _silo;

    private string Path => System.IO.Path.Combine(_directory, "platform.db");

    private DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>How many lives of the silo ended in the middle of something.</summary>
    public int Kills { get; private set; }

    /// <summary>What is wrong; empty: nothing.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        _silo = await SimulatedSilo.StartAsync(Path, (ulong)seed, _clock);
        foreach (var (purse, _) in _owners) await RegisterAsync(purse.Id);
        var problems = new List<string>();
        for (var day = 0; day < days; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            foreach (var (purse, bills) in _owners)
            {
                if (day % 30 == 0) bills.PayMonth(Now);
                for (var errands = _random.Next(4); errands > 0; errands--) purse.Want(Now);
            }

            // Not on the first day: somebody has to be there.
            if (Kills < kills && day > 0 && _random.Next(days) < 2 * kills) problems.AddRange(await DieAsync());
            await Task.WhenAll(Work());
        }

        return [.. problems, .. await AuditAsync(), .. await CompareAsync()];
    }

    public async ValueTask DisposeAsync()
    {
        if (_silo is not null) await _silo.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private Task<Outcome<SignedIn>> RegisterAsync(string id) => _silo!.Grains.GetGrain<ICredentialsGrain>(id).Register(
        new NewAccount(Products.MascotForge, $"{id}@example.com", Username: null, PasswordHash: "", DeviceName: null, DisplayName: null));

    private List<Task> Work() =>
    [
        .. _owners.Select(owner => owner.Purse.DoAsync(_silo!.Grains)),
        .. _owners.Select(owner => owner.Bills.SendAsync(_silo!.Grains, Now)),
    ];

    /// <summary>The silo dies when some of today's work is done, and comes back; the ledgers it left are looked at in between.</summary>
    private async Task<IReadOnlyList<string>> DieAsync()
    {
        var work = Work();
        var survivors = _random.Next(work.Count);
        while (work.Count(task => task.IsCompleted) < survivors) await Task.WhenAny(work.Where(task => !task.IsCompleted));
        await _silo!.KillAsync();
        if (work.Exists(task => !task.IsCompletedSuccessfully)) Kills++;
        // What the dead never answer, nobody waits for.
        foreach (var task in work) _ = task.ContinueWith(lost => lost.Exception, TaskScheduler.Default);
        var problems = await AuditAsync();
        _silo = await SimulatedSilo.StartAsync(Path, (ulong)seed, _clock);
        return problems;
    }

    private async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var database = new SqliteDatabase(Path);
        return (await new LedgerAudit(database, _clock).RunAsync()).Problems;
    }

    /// <summary>Each wallet against what its owner knows: every answered errand and every paid invoice once, and nothing else.</summary>
    private async Task<IReadOnlyList<string>> CompareAsync()
    {
        var problems = new List<string>();
        foreach (var (purse, bills) in _owners)
        {
            var wallet = _silo!.Grains.GetGrain<IWalletGrain>(purse.Id);
            var used = await EntriesAsync(wallet, LedgerEntryType.Usage);
            if (!used.ToDictionary(entry => entry.Key, entry => -entry.Amount).OrderBy(pair => pair.Key).SequenceEqual(purse.Taken.OrderBy(pair => pair.Key)))
                problems.Add($"{purse.Id}: {used.Count} entries of usage, but {purse.Taken.Count} were answered.");
            var granted = (await EntriesAsync(wallet, LedgerEntryType.SubscriptionGrant)).Where(entry => entry.Key.StartsWith("invoice:", StringComparison.Ordinal));
            if (!granted.Select(entry => entry.Key).Order().SequenceEqual(bills.Paid.Select(invoice => $"invoice:{invoice}").Order()))
                problems.Add($"{purse.Id}: the grants are not those of the invoices that were paid.");
            if (granted.Any(entry => entry.Amount != Bills.Credits)) problems.Add($"{purse.Id}: a grant of another amount.");
        }

        return problems;
    }

    private static async Task<List<LedgerEntry>> EntriesAsync(IWalletGrain wallet, LedgerEntryType type)
    {
        const int Size = 500;
        List<LedgerEntry> all = [];
        for (var page = 1; ; page++)
        {
            var (items, total) = await wallet.Entries(page, Size, type);
            all.AddRange(items);
            if (all.Count >= total || items.Count == 0) return all;
        }
    }
}
