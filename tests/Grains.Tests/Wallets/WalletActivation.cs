using Platform.Storage;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>
/// A wallet as one activation has it, without a silo around it, so that there may be two of the same. Its turns come one after another, as an
/// actor's do.
/// </summary>
internal sealed class WalletActivation
{
    public static readonly Allowance NoAllowance = new(AllowanceKind.None, "", 0, null);

    private readonly TaskFactory _turns = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private readonly Wallet _wallet;

    private WalletActivation(Wallet wallet) => _wallet = wallet;

    /// <param name="ask">What the plan allows; null: nothing by itself.</param>
    public static async Task<WalletActivation> StartAsync(string id, Database database, TimeProvider clock, Func<Task<Allowance>>? ask = null)
    {
        var wallet = new Wallet(id, new(database), new(database), clock, ask ?? (() => Task.FromResult(NoAllowance)));
        await wallet.LoadAsync();
        return new(wallet);
    }

    public Task<WalletBalance> BalanceAsync() => RunAsync(draft => draft.Balance(), AllowanceNeed.Applied);

    public Task<WalletBalance> RefreshAsync() => RunAsync(draft => draft.Balance(), AllowanceNeed.AskedAgain);

    public Task<Outcome<LedgerEntry>> DepositAsync(string key, long amount, LedgerEntryType type = LedgerEntryType.Purchase) =>
        RunAsync(draft => draft.Deposit(new(key, type, amount, "Deposit")), AllowanceNeed.Applied);

    public Task<Outcome<LedgerEntry>> SpendAsync(string key, long amount) =>
        RunAsync(draft => draft.Spend(new(key, amount, "Spending")), AllowanceNeed.Applied);

    public Task<Outcome<Hold>> HoldAsync(string key, long amount, DateTimeOffset expiresAt) =>
        RunAsync(draft => draft.Hold(new(key, amount, "Hold", expiresAt)), AllowanceNeed.Applied);

    public Task<Outcome<Hold>> CaptureAsync(string key, long amount) => RunAsync(draft => draft.Capture(key, amount), AllowanceNeed.None);

    public Task<Outcome<Hold>> ReleaseAsync(string key) => RunAsync(draft => draft.Release(key), AllowanceNeed.None);

    public Task DeleteAsync() => _turns.StartNew(_wallet.DeleteAsync).Unwrap();

    public Task<T> RunAsync<T>(Func<WalletDraft, T> apply, AllowanceNeed need) =>
        _turns.StartNew(() => _wallet.RunAsync(new WalletOperation<T>(apply) { Name = "Test", Need = need })).Unwrap();
}
