using System.Collections.Immutable;

namespace Platform.Wallets;

/// <summary>A wallet as its row has it, with the holds that are open.</summary>
internal sealed record WalletState
{
    public static readonly WalletState Empty = new();

    /// <summary>Rises by one with each write; 0: it was never written.</summary>
    public long Revision { get; init; }

    public long Balance { get; init; }

    public long Held { get; init; }

    public long Available => Balance - Held;

    public EntryCounts Counts { get; init; }

    /// <summary>Of the allowance that was applied last; null: none yet.</summary>
    public string? Period { get; init; }

    public long Used { get; init; }

    public DateTimeOffset? GrantedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; } = DateTimeOffset.UnixEpoch;

    public ImmutableDictionary<string, StoredHold> OpenHolds { get; init; } = ImmutableDictionary<string, StoredHold>.Empty;
}

/// <summary>A hold as its row has it.</summary>
/// <param name="EndedAt">Null while it is open.</param>
internal sealed record StoredHold(Hold Hold, string Description, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt)
{
    public string Key => Hold.Key;

    public bool IsOpen => Hold.Status == HoldStatus.Open;
}

/// <summary>An entry as its row has it.</summary>
/// <param name="TypeNumber">1, 2, 3 … among those of its type.</param>
internal sealed record StoredEntry(LedgerEntry Entry, long TypeNumber);

/// <summary>How many entries of each type a wallet has.</summary>
internal readonly record struct EntryCounts(long Purchases, long Grants, long Usages, long Refunds, long Adjustments)
{
    public long All => Purchases + Grants + Usages + Refunds + Adjustments;

    /// <param name="type">Null: of all types together.</param>
    public long Of(LedgerEntryType? type) => type switch
    {
        null => All,
        LedgerEntryType.Purchase => Purchases,
        LedgerEntryType.SubscriptionGrant => Grants,
        LedgerEntryType.Usage => Usages,
        LedgerEntryType.Refund => Refunds,
        LedgerEntryType.AdminAdjustment => Adjustments,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public EntryCounts WithOneMore(LedgerEntryType type) => type switch
    {
        LedgerEntryType.Purchase => this with { Purchases = Purchases + 1 },
        LedgerEntryType.SubscriptionGrant => this with { Grants = Grants + 1 },
        LedgerEntryType.Usage => this with { Usages = Usages + 1 },
        LedgerEntryType.Refund => this with { Refunds = Refunds + 1 },
        LedgerEntryType.AdminAdjustment => this with { Adjustments = Adjustments + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
