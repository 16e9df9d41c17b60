using Platform.Identity;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>Wallets as actors, on two silos.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class WalletGrainTests(PlatformCluster cluster)
{
    private readonly string _id = Guid.NewGuid().ToString();

    private IWalletGrain Wallet => cluster.Grains.GetGrain<IWalletGrain>(_id);

    private LedgerAudit Audit => new(cluster.Database, cluster.Clock);

    [Fact]
    public async Task What_is_put_in_can_be_taken_out_and_not_more()
    {
        Assert.Equal(new WalletBalance(0, 0, 0, null), await Wallet.Balance());
        var bought = (await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 100, "100 credits"))).Value!;
        var spent = (await Wallet.Spend(new("pay", 70, "A mascot"))).Value!;
        var refused = (await Wallet.Spend(new("pay more", 31, "Another"))).Refusal!;

        Assert.Equal((1, "buy", LedgerEntryType.Purchase, 100, 100), (bought.Number, bought.Key, bought.Type, bought.Amount, bought.BalanceAfter));
        Assert.Equal((2, LedgerEntryType.Usage, -70, 30, "A mascot"), (spent.Number, spent.Type, spent.Amount, spent.BalanceAfter, spent.Description));
        Assert.Equal(RefusalKind.InsufficientFunds, refused.Kind);
        Assert.Equal(new WalletBalance(30, 0, 70, null), await Wallet.Balance());
        await ReactivateAsync();
        Assert.Equal(new WalletBalance(30, 0, 70, null), await Wallet.Balance());
        await AssertCleanAsync();
    }

    [Fact]
    public async Task A_repeat_changes_nothing_and_has_the_first_answer_also_when_the_money_is_gone()
    {
        var bought = await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 10, ""));
        var spent = await Wallet.Spend(new("pay", 10, ""));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(bought, await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 10, "other words")));
            Assert.Equal(spent, await Wallet.Spend(new("pay", 10, "")));
            Assert.Equal(RefusalKind.RequestReused, (await Wallet.Spend(new("pay", 9, ""))).Refusal!.Kind);
            Assert.Equal(RefusalKind.RequestReused, (await Wallet.Deposit(new("buy", LedgerEntryType.Refund, 10, ""))).Refusal!.Kind);
            await ReactivateAsync();
        }

        Assert.Equal(0, (await Wallet.Balance()).Balance);
        await AssertCleanAsync();
    }

    [Fact]
    public async Task A_thousand_spend_from_a_balance_of_a_hundred_and_exactly_a_hundred_succeed()
    {
        await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 100, ""));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Wallet.Spend(new($"pay {i}", 1, ""))));

        Assert.Equal(100, outcomes.Count(outcome => outcome.Value is not null));
        Assert.All(outcomes.Where(outcome => outcome.Value is null), outcome => Assert.Equal(RefusalKind.InsufficientFunds, outcome.Refusal!.Kind));
        Assert.Equal(Enumerable.Range(0, 100), outcomes.Select(outcome => outcome.Value).OfType<LedgerEntry>().Select(entry => (int)entry.BalanceAfter).Order());
        await AssertCleanAsync();
    }

    [Fact]
    public async Task A_thousand_twins_are_one()
    {
        await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 100, ""));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Wallet.Spend(new("pay", 7, ""))));

        Assert.Single(outcomes.Distinct());
        Assert.Equal(93, (await Wallet.Balance()).Balance);
    }

    [Fact]
    public async Task What_is_held_can_not_be_spent_and_is_taken_or_given_back_once()
    {
        await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 100, ""));
        var hold = NewHold("job", 60);
        var held = (await Wallet.Hold(hold)).Value!;
        Assert.Equal((HoldStatus.Open, 60, 0), (held.Status, held.Amount, held.Captured));
        Assert.Equal(held, (await Wallet.Hold(hold)).Value);
        Assert.Equal(RefusalKind.RequestReused, (await Wallet.Hold(hold with { Amount = 61 })).Refusal!.Kind);
        Assert.Equal(RefusalKind.InsufficientFunds, (await Wallet.Spend(new("pay", 41, ""))).Refusal!.Kind);
        Assert.Equal(new WalletBalance(100, 60, 0, null), await Wallet.Balance());

        Assert.Equal(RefusalKind.Invalid, (await Wallet.Capture("job", 61)).Refusal!.Kind);
        var captured = (await Wallet.Capture("job", 25)).Value!;
        Assert.Equal((HoldStatus.Captured, 25), (captured.Status, captured.Captured));
        Assert.Equal(new WalletBalance(75, 0, 25, null), await Wallet.Balance());
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(captured, (await Wallet.Capture("job", 25)).Value);
            Assert.Equal(captured, (await Wallet.Hold(hold)).Value);
            Assert.Equal(RefusalKind.RequestReused, (await Wallet.Capture("job", 24)).Refusal!.Kind);
            Assert.Equal(RefusalKind.HoldEnded, (await Wallet.Release("job")).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await Wallet.Capture("nothing", 1)).Refusal!.Kind);
            await ReactivateAsync();
        }

        await AssertCleanAsync();
    }

    [Fact]
    public async Task A_hold_that_is_released_gives_all_back_and_one_of_which_nothing_is_taken_too()
    {
        await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 10, ""));
        await Wallet.Hold(NewHold("one", 4));
        await Wallet.Hold(NewHold("two", 6));
        var released = (await Wallet.Release("one")).Value!;
        Assert.Equal(HoldStatus.Released, released.Status);
        Assert.Equal(released, (await Wallet.Release("one")).Value);
        Assert.Equal(RefusalKind.HoldEnded, (await Wallet.Capture("one", 4)).Refusal!.Kind);
        Assert.Equal(HoldStatus.Captured, (await Wallet.Capture("two", 0)).Value!.Status);
        Assert.Equal(new WalletBalance(10, 0, 0, null), await Wallet.Balance());
        Assert.Equal(1, (await Wallet.Entries(1, 10, null)).Total);
        await AssertCleanAsync();
    }

    [Fact]
    public async Task A_hold_of_which_nobody_is_heard_any_more_is_given_back_and_nobody_has_to_ask()
    {
        await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 10, ""));
        await Wallet.Hold(NewHold("job", 10));
        await ReactivateAsync();
        cluster.Clock.Advance(TimeSpan.FromMinutes(10));
        await Poll.UntilAsync(
            async () =>
            {
                // The sweeper may have been between two looks.
                cluster.Clock.Advance(HoldSweeper.Period);
                return (await new WalletStore(cluster.Database).LoadAsync(_id)).Held == 0;
            },
            TimeSpan.FromSeconds(20));

        Assert.Equal(RefusalKind.HoldEnded, (await Wallet.Capture("job", 10)).Refusal!.Kind);
        Assert.Equal(HoldStatus.Expired, (await Wallet.Release("job")).Value!.Status);
        Assert.Equal(10, (await Wallet.Balance()).Available);
        await AssertCleanAsync();
    }

    [Fact]
    public async Task A_page_has_the_newest_first_and_beyond_the_end_there_is_nothing()
    {
        await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 100, ""));
        for (var i = 0; i < 6; i++) await Wallet.Spend(new($"pay {i}", 1, ""));
        await Wallet.Deposit(new("back", LedgerEntryType.Refund, 1, ""));

        Assert.Equal(["back", "pay 5", "pay 4"], await KeysAsync(1, 3, null));
        Assert.Equal(["pay 0", "buy"], await KeysAsync(3, 3, null));
        Assert.Equal(["pay 1", "pay 0"], await KeysAsync(2, 4, LedgerEntryType.Usage));
        Assert.Equal(["back"], await KeysAsync(1, 4, LedgerEntryType.Refund));
        Assert.Empty(await KeysAsync(4, 3, null));
        Assert.Empty(await KeysAsync(int.MaxValue, int.MaxValue, LedgerEntryType.Usage));
        Assert.Equal((8, 6, 0), ((await Wallet.Entries(9, 9, null)).Total, (await Wallet.Entries(1, 1, LedgerEntryType.Usage)).Total,
            (await Wallet.Entries(1, 1, LedgerEntryType.AdminAdjustment)).Total));
    }

    [Fact]
    public async Task Keys_of_the_wallets_own_and_amounts_that_are_none_are_a_callers_mistake()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Wallet.Spend(new("wallet:topup:now", 1, "")));
        await Assert.ThrowsAsync<ArgumentException>(() => Wallet.Deposit(new("key", LedgerEntryType.Usage, 1, "")));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Wallet.Deposit(new(new string('k', 201), LedgerEntryType.Purchase, 1, "")));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Wallet.Spend(new("key", 0, "")));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Wallet.Hold(NewHold("key", -1)));
        Assert.Equal(RefusalKind.LimitReached, (await Wallet.Deposit(new("key", LedgerEntryType.Purchase, long.MaxValue, ""))).Refusal!.Kind);
    }

    [Fact]
    public async Task A_wallet_goes_with_its_owner_and_one_that_was_only_asked_leaves_nothing()
    {
        await cluster.OpenAccountAsync(_id);
        await Wallet.Balance();
        Assert.Equal(0, await RowsAsync());
        await Wallet.Deposit(new("buy", LedgerEntryType.Purchase, 10, ""));
        await Wallet.Hold(NewHold("job", 3));
        Assert.Equal(3, await RowsAsync());

        await cluster.Grains.GetGrain<IUserGrain>(_id).Delete();

        Assert.Equal(0, await RowsAsync());
        Assert.Equal(0, (await Wallet.Balance()).Balance);
        Assert.Equal(0, await RowsAsync());
    }

    private NewHold NewHold(string key, long amount) => new(key, amount, "A job", cluster.Clock.GetUtcNow().AddMinutes(10));

    private async Task<IEnumerable<string>> KeysAsync(int page, int size, LedgerEntryType? type) =>
        (await Wallet.Entries(page, size, type)).Items.Select(entry => entry.Key);

    private Task<long> RowsAsync() => WalletRows.CountAsync(cluster.Database, _id);

    private Task ReactivateAsync() => cluster.Cluster.DeactivateAsync(Wallet);

    private async Task AssertCleanAsync() => Assert.DoesNotContain((await Audit.RunAsync()).Problems, problem => problem.Contains(_id));
}
