using Platform.Wallets;

namespace Platform.Tests.Wallets;

internal enum StepKind
{
    Deposit,
    Spend,
    Hold,
    Capture,
    Release,
}

/// <summary>Something that a generated story does to a wallet. Keys and amounts are few, so that stories repeat and contradict themselves.</summary>
internal sealed record Step(StepKind Kind, string Key, long Amount, TimeSpan Lasts)
{
    public static Step Any(Random random) => new(
        (StepKind)random.Next(5), $"key {random.Next(8)}", random.Next(1, 4) * 5, TimeSpan.FromMinutes(random.Next(1, 30)));

    /// <summary>In a word: "done", how the hold stands, or why not.</summary>
    public string Apply(WalletDraft draft, DateTimeOffset now) => Kind switch
    {
        StepKind.Deposit => Word(draft.Deposit(new(Key, LedgerEntryType.Purchase, Amount, "")), _ => "done"),
        StepKind.Spend => Word(draft.Spend(new(Key, Amount, "")), _ => "done"),
        StepKind.Hold => Word(draft.Hold(new(Key, Amount, "", now + Lasts)), hold => $"{hold.Status}"),
        StepKind.Capture => Word(draft.Capture(Key, Amount), hold => $"{hold.Status}"),
        _ => Word(draft.Release(Key), hold => $"{hold.Status}"),
    };

    private static string Word<T>(Outcome<T> outcome, Func<T, string> yes) where T : class =>
        outcome.Value is { } value ? yes(value) : $"{outcome.Refusal!.Kind}";
}
