using System.Runtime.CompilerServices;
using Orleans.Concurrency;

namespace Platform.Wallets;

/// <summary>
/// The actor of a wallet. All calls interleave: what has to come one after another queues in <see cref="Wallet"/>, so that those that wait
/// share a commit.
/// </summary>
[GrainType("wallet"), Reentrant]
internal sealed class WalletGrain : Grain, IWalletGrain, IWalletUpkeepGrain
{
    private const int MaxKeyLength = 200;

    private readonly Wallet _wallet;
    private readonly LedgerLog _log;

    public WalletGrain(WalletStore store, LedgerLog log, IGrainFactory grains, TimeProvider clock)
    {
        var id = Id;
        _log = log;
        _wallet = new(id, store, log, clock, () => grains.GetGrain<IAllowanceGrain>(id).Current());
    }

    private string Id => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _wallet.LoadAsync();

    public Task<WalletBalance> Balance() => RunAsync(draft => draft.Balance(), AllowanceNeed.Applied);

    public Task<WalletBalance> RefreshAllowance() => RunAsync(draft => draft.Balance(), AllowanceNeed.AskedAgain);

    public Task<Outcome<LedgerEntry>> Deposit(WalletChange deposit)
    {
        Check(deposit.Key, deposit.Amount);
        if (deposit.Type == LedgerEntryType.Usage) throw new ArgumentException("Usage takes out.", nameof(deposit));
        return RunAsync(draft => draft.Deposit(deposit), AllowanceNeed.Applied);
    }

    public Task<Outcome<LedgerEntry>> Spend(Spending spending)
    {
        Check(spending.Key, spending.Amount);
        return RunAsync(draft => draft.Spend(spending), AllowanceNeed.Applied);
    }

    public Task<Outcome<Hold>> Hold(NewHold hold)
    {
        Check(hold.Key, hold.Amount);
        return RunAsync(draft => draft.Hold(hold), AllowanceNeed.Applied);
    }

    public Task<Outcome<Holds>> HoldAll(IReadOnlyList<NewHold> holds)
    {
        foreach (var hold in holds) Check(hold.Key, hold.Amount);
        return RunAsync(draft => draft.HoldAll(holds), AllowanceNeed.Applied);
    }

    public Task<Outcome<Hold>> Capture(string holdKey, long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return RunAsync(draft => draft.Capture(holdKey, amount), AllowanceNeed.None);
    }

    public Task<Outcome<Hold>> Release(string holdKey) => RunAsync(draft => draft.Release(holdKey), AllowanceNeed.None);

    public async Task<LedgerPage> Entries(int page, int size, LedgerEntryType? type)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(page);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        // What is shown fits together, also while more is being written: entries are never changed.
        var total = _wallet.State.Counts.Of(type);
        return new(await _log.PageAsync(Id, total, page, size, type), total);
    }

    // A draft of no operation at all does it.
    public Task ReleaseExpired() => RunAsync(_ => Done.Instance, AllowanceNeed.None);

    public async Task Delete()
    {
        await _wallet.DeleteAsync();
        DeactivateOnIdle();
    }

    private Task<T> RunAsync<T>(Func<WalletDraft, T> apply, AllowanceNeed need, [CallerMemberName] string name = "") =>
        _wallet.RunAsync(new WalletOperation<T>(apply) { Name = name, Need = need });

    private static void Check(string key, long amount)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, MaxKeyLength, nameof(key));
        if (key.StartsWith(WalletDraft.OwnPrefix, StringComparison.Ordinal)) throw new ArgumentException("This key is the wallet's own.", nameof(key));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
    }
}
