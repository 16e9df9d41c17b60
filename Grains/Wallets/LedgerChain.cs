namespace Platform.Wallets;

/// <summary>Follows the ledger of one wallet from its first entry to its last.</summary>
/// <param name="wallet">Any row of it: each has the wallet's own columns.</param>
/// <param name="problems">Where is noted what is wrong.</param>
internal sealed class LedgerChain(LedgerChain.Row wallet, List<string> problems)
{
    private EntryCounts _counts;
    private long _seq;
    private long _balance;
    private long _sum;

    public string WalletId => wallet.WalletId;

    public void Add(Row entry)
    {
        if (entry.Seq != _seq + 1) Note($"entry {entry.Seq} comes after {_seq}");
        if (entry.BalanceAfter != _balance + entry.Amount) Note($"entry {entry.Seq} makes {entry.BalanceAfter} of {_balance} and {entry.Amount}");
        if (entry.BalanceAfter < 0) Note($"entry {entry.Seq} leaves less than nothing");
        if (entry.Type is < 0 or > (int)LedgerEntryType.AdminAdjustment)
        {
            Note($"entry {entry.Seq} is of no type");
        }
        else
        {
            var type = (LedgerEntryType)entry.Type!;
            _counts = _counts.WithOneMore(type);
            if (entry.TypeSeq != _counts.Of(type)) Note($"entry {entry.Seq} is number {entry.TypeSeq} of its type, not {_counts.Of(type)}");
            if (type == LedgerEntryType.Usage && entry.Amount >= 0) Note($"entry {entry.Seq} is usage, and takes nothing out");
        }

        _seq = entry.Seq!.Value;
        _balance = entry.BalanceAfter;
        _sum += entry.Amount;
    }

    public void End()
    {
        if (_sum != wallet.Balance) Note($"its entries are {_sum}, but its balance is {wallet.Balance}");
        if (wallet.Held < 0 || wallet.Held > wallet.Balance) Note($"holds {wallet.Held} of {wallet.Balance}");
        var counts = new EntryCounts(wallet.Purchases, wallet.Grants, wallet.Usages, wallet.Refunds, wallet.Adjustments);
        if (_counts != counts) Note($"has {_counts}, but says {counts}");
    }

    private void Note(FormattableString problem) => problems.Add($"{WalletId}: {FormattableString.Invariant(problem)}");

    /// <summary>An entry beside its wallet; a wallet without entries has one row without.</summary>
    internal sealed class Row
    {
        public string WalletId { get; init; } = "";

        public long Balance { get; init; }

        public long Held { get; init; }

        public long Purchases { get; init; }

        public long Grants { get; init; }

        public long Usages { get; init; }

        public long Refunds { get; init; }

        public long Adjustments { get; init; }

        public long? Seq { get; init; }

        public int? Type { get; init; }

        public long? TypeSeq { get; init; }

        public long Amount { get; init; }

        public long BalanceAfter { get; init; }
    }
}
