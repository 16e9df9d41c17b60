using FsCheck;
using FsCheck.Xunit;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>Properties of what operations make of a wallet, whatever the store.</summary>
public sealed class WalletDraftTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 500)]
    public void However_operations_are_cut_into_drafts_each_has_the_answer_that_it_has_alone(int seed, PositiveInt most)
    {
        var random = new Random(seed);
        var (model, wallet, now) = (new LedgerModel(), new RememberingWallet(), Start);
        for (var left = 120; left > 0;)
        {
            var batch = Enumerable.Range(0, random.Next(1, 1 + Math.Min(most.Get, 40))).Select(_ => Step.Any(random)).ToList();
            var draft = wallet.Draft(now);
            var answers = batch.Select(step => step.Apply(draft, now)).ToList();

            Assert.Equal(batch.Select(step => model.Apply(step, now)), answers);
            wallet.Accept(draft);
            Assert.Equal((model.Balance, model.Held), (wallet.State.Balance, wallet.State.Held));
            Assert.True(wallet.State is { Held: >= 0, Available: >= 0 });
            left -= batch.Count;
            now += TimeSpan.FromMinutes(random.Next(10));
        }

        Assert.Equal(wallet.State.Balance, wallet.Ledger.Sum(stored => stored.Entry.Amount));
        Assert.Equal(Enumerable.Range(1, wallet.Ledger.Count).Select(number => (long)number), wallet.Ledger.Select(stored => stored.Entry.Number));
    }

    [Property(MaxTest = 500)]
    public void Under_a_quota_what_is_there_is_always_the_amount_less_what_was_used(int seed)
    {
        var random = new Random(seed);
        var (wallet, now, amount, period) = (new RememberingWallet(), Start, 50L, 1);
        for (var i = 0; i < 100; i++)
        {
            if (random.Next(10) == 0) amount = random.Next(80);
            if (random.Next(10) == 0) period++;
            now += TimeSpan.FromMinutes(random.Next(5));
            var draft = wallet.Draft(now, new Allowance(AllowanceKind.Quota, $"{period}", amount, null));
            for (var steps = random.Next(4); steps > 0; steps--)
            {
                var step = Step.Any(random);
                if (random.Next(6) == 0) draft.Deposit(new($"refund {random.Next(10)}", LedgerEntryType.Refund, step.Amount, ""));
                else step.Apply(draft, now);
                var state = draft.State;
                Assert.Equal(Math.Max(state.Held, amount - state.Used), state.Balance);
            }

            wallet.Accept(draft);
        }
    }

    [Property(MaxTest = 200)]
    public void The_same_operations_on_the_same_wallet_make_the_same_draft(int seed)
    {
        var random = new Random(seed);
        var wallet = new RememberingWallet();
        for (var i = 0; i < 20; i++)
        {
            var steps = Enumerable.Range(0, random.Next(1, 10)).Select(_ => Step.Any(random)).ToList();
            var (one, two) = (wallet.Draft(Start), wallet.Draft(Start));
            Assert.Equal(steps.Select(step => step.Apply(one, Start)).ToList(), steps.Select(step => step.Apply(two, Start)).ToList());
            Assert.Equal(one.NewEntries, two.NewEntries);
            Assert.Equal(one.ChangedHolds, two.ChangedHolds);
            wallet.Accept(two);
        }
    }

    [Property(MaxTest = 300)]
    public void Several_holds_are_all_made_or_none_and_those_that_stand_already_are_not_made_again(int seed)
    {
        var random = new Random(seed);
        var draft = new RememberingWallet().Draft(Start);
        draft.Deposit(new("seed", LedgerEntryType.Purchase, random.Next(1, 60), ""));
        for (var i = 0; i < 3; i++) draft.Hold(Hold(i, random.Next(1, 10)));
        var standing = draft.State;
        var wanted = Enumerable.Range(0, 6).Where(_ => random.Next(2) == 0)
            .Select(i => Hold(i, standing.OpenHolds.TryGetValue($"hold {i}", out var held) ? held.Hold.Amount : random.Next(1, 20))).ToList();
        var missing = wanted.Where(hold => !standing.OpenHolds.ContainsKey(hold.Key)).Sum(hold => hold.Amount);

        var outcome = draft.HoldAll(wanted);
        if (missing > standing.Available)
        {
            Assert.Equal(RefusalKind.InsufficientFunds, outcome.Refusal!.Kind);
            Assert.Equal(standing, draft.State);
        }
        else
        {
            Assert.Equal(wanted.Select(hold => (hold.Key, hold.Amount)), outcome.Value!.Items.Select(hold => (hold.Key, hold.Amount)));
            Assert.Equal(standing.Held + missing, draft.State.Held);
        }
    }

    [Fact]
    public void Of_several_holds_none_is_made_where_a_key_was_used_for_another_amount()
    {
        var draft = new RememberingWallet().Draft(Start);
        draft.Deposit(new("seed", LedgerEntryType.Purchase, 50, ""));
        draft.Hold(Hold(1, 5));
        Assert.Equal(RefusalKind.RequestReused, draft.HoldAll([Hold(0, 5), Hold(1, 6)]).Refusal!.Kind);
        Assert.Equal(5, draft.State.Held);
    }

    private static NewHold Hold(int number, long amount) => new($"hold {number}", amount, "", Start.AddDays(1));

    /// <summary>A wallet without a store, that knows every key.</summary>
    private sealed class RememberingWallet
    {
        private readonly KnownKeys<LedgerEntry> _entries = new();
        private readonly KnownKeys<StoredHold> _holds = new();

        public WalletState State { get; private set; } = WalletState.Empty;

        public List<StoredEntry> Ledger { get; } = [];

        public WalletDraft Draft(DateTimeOffset now, Allowance? allowance = null) => new(State, _entries, _holds, allowance, now);

        public void Accept(WalletDraft draft)
        {
            State = draft.State with { Revision = State.Revision + 1 };
            Ledger.AddRange(draft.NewEntries);
            foreach (var added in draft.NewEntries) _entries.Add(added.Entry.Key, added.Entry);
            foreach (var ended in draft.ChangedHolds.Where(changed => !changed.IsOpen)) _holds.Add(ended.Key, ended);
        }
    }
}
