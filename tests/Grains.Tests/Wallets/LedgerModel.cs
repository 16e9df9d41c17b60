using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>What a wallet does, said as simply as it can be: one operation at a time, and everything is remembered.</summary>
internal sealed class LedgerModel
{
    private readonly Dictionary<string, (LedgerEntryType Type, long Amount)> _entries = [];
    private readonly Dictionary<string, Hold> _holds = [];

    public long Balance => _entries.Values.Sum(entry => entry.Amount);

    public long Held => _holds.Values.Where(hold => hold.Status == HoldStatus.Open).Sum(hold => hold.Amount);

    private long Available => Balance - Held;

    /// <summary>What the answer to an operation should be, in a word.</summary>
    public string Apply(Step step, DateTimeOffset now)
    {
        foreach (var overdue in _holds.Values.Where(hold => hold.Status == HoldStatus.Open && hold.ExpiresAt <= now).ToList())
            _holds[overdue.Key] = overdue with { Status = HoldStatus.Expired };
        return step.Kind switch
        {
            StepKind.Deposit => Enter(step, LedgerEntryType.Purchase, step.Amount),
            StepKind.Spend => Enter(step, LedgerEntryType.Usage, -step.Amount),
            StepKind.Hold => HoldBack(step, now),
            StepKind.Capture => Capture(step),
            _ => Release(step),
        };
    }

    private string Enter(Step step, LedgerEntryType type, long amount)
    {
        if (_entries.TryGetValue(step.Key, out var made)) return made == (type, amount) ? "done" : nameof(RefusalKind.RequestReused);
        if (-amount > Available) return nameof(RefusalKind.InsufficientFunds);
        _entries[step.Key] = (type, amount);
        return "done";
    }

    private string HoldBack(Step step, DateTimeOffset now)
    {
        if (_holds.TryGetValue(step.Key, out var made)) return made.Amount == step.Amount ? $"{made.Status}" : nameof(RefusalKind.RequestReused);
        if (step.Amount > Available) return nameof(RefusalKind.InsufficientFunds);
        _holds[step.Key] = new(step.Key, step.Amount, HoldStatus.Open, 0, now + step.Lasts);
        return nameof(HoldStatus.Open);
    }

    private string Capture(Step step)
    {
        if (!_holds.TryGetValue(step.Key, out var hold)) return nameof(RefusalKind.NotFound);
        if (hold.Status == HoldStatus.Captured) return hold.Captured == step.Amount ? "Captured" : nameof(RefusalKind.RequestReused);
        if (hold.Status != HoldStatus.Open) return nameof(RefusalKind.HoldEnded);
        if (step.Amount > hold.Amount) return nameof(RefusalKind.Invalid);
        _holds[step.Key] = hold with { Status = HoldStatus.Captured, Captured = step.Amount };
        _entries[$"capture of {step.Key}"] = (LedgerEntryType.Usage, -step.Amount);
        return nameof(HoldStatus.Captured);
    }

    private string Release(Step step)
    {
        if (!_holds.TryGetValue(step.Key, out var hold)) return nameof(RefusalKind.NotFound);
        if (hold.Status == HoldStatus.Captured) return nameof(RefusalKind.HoldEnded);
        if (hold.Status == HoldStatus.Open) _holds[step.Key] = hold = hold with { Status = HoldStatus.Released };
        return $"{hold.Status}";
    }
}
