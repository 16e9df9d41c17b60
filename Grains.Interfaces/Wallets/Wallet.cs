namespace Platform.Wallets;

/// <summary>What is in a wallet, in whole units.</summary>
/// <param name="Balance">The sum of the ledger; never below zero.</param>
/// <param name="Held">Of it, what is set aside for work under way.</param>
/// <param name="Used">What was used in this period of the allowance, and not given back.</param>
/// <param name="GrantedAt">When a plan last granted something; null: never.</param>
[GenerateSerializer, Immutable, Alias("platform.WalletBalance")]
public sealed record WalletBalance(
    [property: Id(0)] long Balance, [property: Id(1)] long Held, [property: Id(2)] long Used, [property: Id(3)] DateTimeOffset? GrantedAt)
{
    /// <summary>What can be spent.</summary>
    public long Available => Balance - Held;
}

/// <summary>Why an entry was made.</summary>
public enum LedgerEntryType
{
    Purchase,

    /// <summary>What a plan gives for a period.</summary>
    SubscriptionGrant,

    Usage,

    Refund,

    AdminAdjustment,
}

/// <summary>One entry of a wallet's ledger. It is never changed.</summary>
/// <param name="Number">1, 2, 3 … in its wallet, without gaps.</param>
/// <param name="Amount">Positive: put in; negative: taken out.</param>
/// <param name="BalanceAfter">The sum of all entries up to this one.</param>
[GenerateSerializer, Immutable, Alias("platform.LedgerEntry")]
public sealed record LedgerEntry(
    [property: Id(0)] long Number,
    [property: Id(1)] string Key,
    [property: Id(2)] LedgerEntryType Type,
    [property: Id(3)] long Amount,
    [property: Id(4)] long BalanceAfter,
    [property: Id(5)] string Description,
    [property: Id(6)] DateTimeOffset CreatedAt);

/// <summary>A page of a ledger.</summary>
/// <param name="Total">Entries in all, of the type that was asked for.</param>
[GenerateSerializer, Immutable, Alias("platform.LedgerPage")]
public sealed record LedgerPage([property: Id(0)] IReadOnlyList<LedgerEntry> Items, [property: Id(1)] long Total);

/// <summary>Something that is put in.</summary>
/// <param name="Key">Unique in the wallet, at most 200 characters; keys that begin with <c>wallet:</c> are the wallet's own.</param>
[GenerateSerializer, Immutable, Alias("platform.WalletChange")]
public sealed record WalletChange(
    [property: Id(0)] string Key, [property: Id(1)] LedgerEntryType Type, [property: Id(2)] long Amount, [property: Id(3)] string Description);

/// <summary>Something that is taken out at once.</summary>
[GenerateSerializer, Immutable, Alias("platform.Spending")]
public sealed record Spending([property: Id(0)] string Key, [property: Id(1)] long Amount, [property: Id(2)] string Description);

/// <summary>Something that is to be set aside.</summary>
/// <param name="ExpiresAt">Then it is released by itself: later than the work can take.</param>
[GenerateSerializer, Immutable, Alias("platform.NewHold")]
public sealed record NewHold(
    [property: Id(0)] string Key, [property: Id(1)] long Amount, [property: Id(2)] string Description, [property: Id(3)] DateTimeOffset ExpiresAt);

/// <summary>How a hold stands. All but <see cref="Open"/> are final.</summary>
public enum HoldStatus
{
    Open,
    Captured,
    Released,
    Expired,
}

/// <summary>Something that is or was set aside.</summary>
/// <param name="Captured">What of the amount was taken out; 0 unless it was captured.</param>
[GenerateSerializer, Immutable, Alias("platform.Hold")]
public sealed record Hold(
    [property: Id(0)] string Key,
    [property: Id(1)] long Amount,
    [property: Id(2)] HoldStatus Status,
    [property: Id(3)] long Captured,
    [property: Id(4)] DateTimeOffset ExpiresAt);

/// <summary>Several holds, in the order in which they were asked for.</summary>
[GenerateSerializer, Immutable, Alias("platform.Holds")]
public sealed record Holds([property: Id(0)] IReadOnlyList<Hold> Items);
