using Orleans.Concurrency;

namespace Platform.Wallets;

/// <summary>
/// The wallet of a user or a workspace; the key is the owner's id. Amounts are whole units of what the product counts: credits, or images. It
/// is the only admission point: of any number of requests at once, exactly those succeed that <see cref="WalletBalance.Available"/> covers.
/// Every change has a key that its caller makes; a repeat under the same key changes nothing and has the first answer, and the same key with
/// another amount or type is refused with <see cref="RefusalKind.RequestReused"/>. A "no" is not remembered: a repeat may succeed. What was
/// answered is durable.
/// </summary>
[Alias("platform.IWalletGrain")]
public interface IWalletGrain : IGrainWithStringKey
{
    /// <summary>What is in it now, this period's allowance included.</summary>
    [Alias("Balance")]
    Task<WalletBalance> Balance();

    /// <summary>
    /// Puts in: of any type but <see cref="LedgerEntryType.Usage"/>. The amount is positive. <see cref="RefusalKind.LimitReached"/>: more than
    /// a wallet can hold, which is a thousand million millions.
    /// </summary>
    [Alias("Deposit")]
    Task<Outcome<LedgerEntry>> Deposit(WalletChange deposit);

    /// <summary>Takes out at once, all or nothing, as <see cref="LedgerEntryType.Usage"/>. <see cref="RefusalKind.InsufficientFunds"/>: not enough.</summary>
    [Alias("Spend")]
    Task<Outcome<LedgerEntry>> Spend(Spending spending);

    /// <summary>
    /// Sets aside for work that can fail. It ends once: captured, released, or released by itself when <see cref="NewHold.ExpiresAt"/> has
    /// passed. A repeat has the hold as it stands by then. <see cref="RefusalKind.InsufficientFunds"/>: not enough.
    /// </summary>
    [Alias("Hold")]
    Task<Outcome<Hold>> Hold(NewHold hold);

    /// <summary>
    /// Sets aside for several at once, all or nothing, which is their order too. Those that are held under their keys already stay as they are,
    /// and so they are in the answer. <see cref="RefusalKind.InsufficientFunds"/>: not enough for all of the others.
    /// </summary>
    [Alias("HoldAll")]
    Task<Outcome<Holds>> HoldAll(IReadOnlyList<NewHold> holds);

    /// <summary>
    /// Takes out what was held, or a part of it (0 to all); the rest is released. The ledger has it as usage under the key
    /// <c>wallet:hold:</c> and the hold's key; of nothing it has no entry. <see cref="RefusalKind.NotFound"/>: no such hold;
    /// <see cref="RefusalKind.Invalid"/>: more than is held; <see cref="RefusalKind.HoldEnded"/>: it was released, or has expired.
    /// </summary>
    [Alias("Capture")]
    Task<Outcome<Hold>> Capture(string holdKey, long amount);

    /// <summary>
    /// Gives back what was held; of one that has expired it says so. <see cref="RefusalKind.NotFound"/>: no such hold;
    /// <see cref="RefusalKind.HoldEnded"/>: it was captured.
    /// </summary>
    [Alias("Release")]
    Task<Outcome<Hold>> Release(string holdKey);

    /// <summary>A page of the ledger, the newest first; pages count from 1. It costs the same wherever it is.</summary>
    [Alias("Entries"), AlwaysInterleave]
    Task<LedgerPage> Entries(int page, int size, LedgerEntryType? type);

    /// <summary>Asks again what the owner's plan allows: the plan has changed.</summary>
    [Alias("RefreshAllowance")]
    Task<WalletBalance> RefreshAllowance();

    /// <summary>Removes the wallet and its ledger with its owner. What is asked of it later finds an empty one.</summary>
    [Alias("Delete")]
    Task Delete();
}
