using Platform.Storage;

namespace Platform.Wallets;

/// <summary>
/// What operations make of a wallet, before anything of it is written: one after another, each sees what those before it have done. Computes
/// only: the same operations on the same wallet at the same moment lead to the same draft, so it may be thrown away and made again.
/// Allowances are in <c>WalletDraft.Allowance.cs</c>.
/// </summary>
internal sealed partial class WalletDraft
{
    /// <summary>More than anybody has, and a number that every client can read.</summary>
    public const long MaxBalance = 1_000_000_000_000_000;

    /// <summary>Keys that begin so are the wallet's own.</summary>
    public const string OwnPrefix = "wallet:";

    private static readonly Refusal NotEnough = new(RefusalKind.InsufficientFunds, "There is not enough in the wallet");
    private static readonly Refusal TooMuch = new(RefusalKind.LimitReached, "A wallet can't hold that much");
    private static readonly Refusal UnknownHold = new(RefusalKind.NotFound, "Nothing is held under this key");
    private static readonly Refusal Ended = new(RefusalKind.HoldEnded, "What was held is held no more");
    private static readonly Refusal MoreThanHeld = new(RefusalKind.Invalid, "This is more than is held", "amount");
    private static readonly Refusal Reused = new(RefusalKind.RequestReused, "This key was used for something else");

    private readonly WalletState _before;
    private readonly KnownKeys<LedgerEntry> _entries;
    private readonly KnownKeys<StoredHold> _holds;
    private readonly Allowance? _allowance;
    private readonly OrderedDictionary<string, StoredEntry> _newEntries = [];
    private readonly Dictionary<string, StoredHold> _changedHolds = [];

    /// <param name="entries">What is known of keys of entries.</param>
    /// <param name="holds">What is known of holds that are not open.</param>
    /// <param name="allowance">Null: not known, and not to be applied.</param>
    public WalletDraft(
        WalletState before, KnownKeys<LedgerEntry> entries, KnownKeys<StoredHold> holds, Allowance? allowance, DateTimeOffset now)
    {
        (_before, _entries, _holds, _allowance, State) = (before, entries, holds, allowance, before);
        // Never before the last change: a clock that was set back must not reorder a ledger.
        Now = now > before.UpdatedAt ? now : before.UpdatedAt;
        ExpireHolds();
        ApplyAllowance();
    }

    public DateTimeOffset Now { get; }

    /// <summary>The wallet after all operations so far.</summary>
    public WalletState State { get; private set; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyCollection<StoredEntry> NewEntries => _newEntries.Values;

    /// <summary>Holds that are new, or have ended.</summary>
    public IReadOnlyCollection<StoredHold> ChangedHolds => _changedHolds.Values;

    /// <summary>Keys of entries, and of holds, on which an answer depends that only the store can tell. Empty: the answers are right.</summary>
    public (HashSet<string> Entries, HashSet<string> Holds) Doubts { get; } = ([], []);

    /// <summary>A wallet that was never written is not created by being asked.</summary>
    public bool HasChanges => _newEntries.Count > 0 || _changedHolds.Count > 0
        || (_before.Revision > 0 && (State.Period != _before.Period || State.Used != _before.Used));

    /// <summary>The key of the entry that the capture of a hold makes.</summary>
    public static string CaptureKey(string holdKey) => $"{OwnPrefix}hold:{holdKey}";

    public WalletBalance Balance() => new(State.Balance, State.Held, State.Used, State.GrantedAt);

    public Outcome<LedgerEntry> Deposit(WalletChange deposit)
    {
        if (Entry(deposit.Key) is { } made) return Again(made, deposit.Type, deposit.Amount);
        if (deposit.Amount > MaxBalance - State.Balance) return DoubtEntry(deposit.Key, TooMuch);
        var entry = Append(deposit.Key, deposit.Type, deposit.Amount, deposit.Description);
        if (deposit.Type == LedgerEntryType.Refund) State = State with { Used = Math.Max(0, State.Used - deposit.Amount) };
        KeepQuota();
        return entry;
    }

    public Outcome<LedgerEntry> Spend(Spending spending)
    {
        if (Entry(spending.Key) is { } made) return Again(made, LedgerEntryType.Usage, -spending.Amount);
        if (spending.Amount > State.Available) return DoubtEntry(spending.Key, NotEnough);
        return Use(spending.Key, spending.Amount, spending.Description);
    }

    public Outcome<Hold> Hold(NewHold hold)
    {
        if (FindHold(hold.Key) is { } made) return made.Hold.Amount == hold.Amount ? made.Hold : Reused;
        if (hold.Amount > State.Available) return DoubtHold(hold.Key, NotEnough);
        var expires = Instant.Truncate(hold.ExpiresAt);
        var open = new StoredHold(new(hold.Key, hold.Amount, HoldStatus.Open, 0, expires), hold.Description, Now, EndedAt: null);
        _changedHolds.Add(hold.Key, open);
        State = State with { Held = State.Held + hold.Amount, OpenHolds = State.OpenHolds.Add(hold.Key, open) };
        return open.Hold;
    }

    public Outcome<Holds> HoldAll(IReadOnlyList<NewHold> holds)
    {
        // Before any of them is begun.
        if (holds.Any(hold => FindHold(hold.Key) is { } made && made.Hold.Amount != hold.Amount)) return Reused;
        var missing = holds.Where(hold => FindHold(hold.Key) is null).ToList();
        if (missing.Sum(hold => hold.Amount) <= State.Available) return new Holds([.. holds.Select(hold => Hold(hold).Value!)]);
        foreach (var hold in missing) DoubtHold(hold.Key, NotEnough);
        return NotEnough;
    }

    public Outcome<Hold> Capture(string key, long amount)
    {
        switch (FindHold(key))
        {
            case null:
                return DoubtHold(key, UnknownHold);
            case { Hold: { Status: HoldStatus.Captured } captured }:
                return captured.Captured == amount ? captured : Reused;
            case { IsOpen: true } open:
                if (amount > open.Hold.Amount) return MoreThanHeld;
                var ended = End(open, HoldStatus.Captured, amount);
                if (amount > 0) Use(CaptureKey(key), amount, open.Description);
                KeepQuota();
                return ended;
            default:
                return Ended;
        }
    }

    public Outcome<Hold> Release(string key)
    {
        switch (FindHold(key))
        {
            case null:
                return DoubtHold(key, UnknownHold);
            case { IsOpen: true } open:
                var ended = End(open, HoldStatus.Released, 0);
                KeepQuota();
                return ended;
            case { Hold: { Status: HoldStatus.Captured } }:
                return Ended;
            case { Hold: var givenBack }:
                return givenBack;
        }
    }

    private void ExpireHolds()
    {
        foreach (var hold in State.OpenHolds.Values)
        {
            if (hold.Hold.ExpiresAt <= Now) End(hold, HoldStatus.Expired, 0);
        }
    }

    private Hold End(StoredHold open, HoldStatus status, long captured)
    {
        var ended = open with { Hold = open.Hold with { Status = status, Captured = captured }, EndedAt = Now };
        _changedHolds[open.Key] = ended;
        State = State with { Held = State.Held - open.Hold.Amount, OpenHolds = State.OpenHolds.Remove(open.Key) };
        return ended.Hold;
    }

    private LedgerEntry Use(string key, long amount, string description)
    {
        var entry = Append(key, LedgerEntryType.Usage, -amount, description);
        State = State with { Used = State.Used + amount };
        return entry;
    }

    private LedgerEntry Append(string key, LedgerEntryType type, long amount, string description)
    {
        var counts = State.Counts.WithOneMore(type);
        var entry = new LedgerEntry(counts.All, key, type, amount, State.Balance + amount, description, Now);
        _newEntries.Add(key, new(entry, counts.Of(type)));
        State = State with
        {
            Balance = entry.BalanceAfter,
            Counts = counts,
            GrantedAt = type == LedgerEntryType.SubscriptionGrant && amount > 0 ? Now : State.GrantedAt,
        };
        return entry;
    }

    private static Outcome<LedgerEntry> Again(LedgerEntry made, LedgerEntryType type, long amount) =>
        made.Type == type && made.Amount == amount ? made : Reused;

    private LedgerEntry? Entry(string key) => _newEntries.TryGetValue(key, out var added) ? added.Entry : _entries.Find(key);

    private StoredHold? FindHold(string key) =>
        _changedHolds.TryGetValue(key, out var changed) ? changed : State.OpenHolds.GetValueOrDefault(key) ?? _holds.Find(key);

    /// <summary>Is this the answer, or was the same done before?</summary>
    private Refusal DoubtEntry(string key, Refusal refusal)
    {
        if (!_entries.IsAbsent(key)) Doubts.Entries.Add(key);
        return refusal;
    }

    private Refusal DoubtHold(string key, Refusal refusal)
    {
        if (!_holds.IsAbsent(key)) Doubts.Holds.Add(key);
        return refusal;
    }
}
