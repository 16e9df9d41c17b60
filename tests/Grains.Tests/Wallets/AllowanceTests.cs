using Microsoft.Extensions.Time.Testing;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>What plans put into wallets, month after month.</summary>
public sealed class AllowanceTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));
    private AllowanceKind _kind = AllowanceKind.TopUp;
    private long _amount = 30;
    private int _asked;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_top_up_fills_up_once_a_month_and_never_twice(string engine)
    {
        var wallet = await StartAsync(engine);
        Assert.Equal(30, (await wallet.BalanceAsync()).Available);
        Assert.Equal(_clock.GetUtcNow(), (await wallet.BalanceAsync()).GrantedAt);
        await wallet.SpendAsync("pay", 20);
        Assert.Equal(new WalletBalance(10, 0, 20, _clock.GetUtcNow()), await wallet.RefreshAsync());
        Assert.Equal(10, (await (await StartAsync(engine)).BalanceAsync()).Available);

        NextMonth();
        Assert.Equal(new WalletBalance(30, 0, 0, _clock.GetUtcNow()), await wallet.BalanceAsync());
        await wallet.DepositAsync("buy", 100);
        NextMonth();
        // More is kept; and nothing is made up for it later in the same month.
        Assert.Equal(130, (await wallet.BalanceAsync()).Available);
        await wallet.SpendAsync("pay all", 130);
        Assert.Equal(0, (await (await StartAsync(engine)).RefreshAsync()).Available);

        var ledger = await LedgerAsync(engine);
        Assert.Equal(
            ["pay all -130", "buy 100", "wallet:topup:2026-02 20", "pay -20", "wallet:topup:2026-01 30"],
            ledger.Select(entry => $"{entry.Key} {entry.Amount}"));
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_period_that_comes_back_is_not_granted_again(string engine)
    {
        var wallet = await StartAsync(engine);
        await wallet.SpendAsync("pay", 30);
        NextMonth();
        await wallet.SpendAsync("pay again", 30);
        var back = new FakeTimeProvider(_clock.GetUtcNow().AddMonths(-1));
        var late = await WalletActivation.StartAsync(_id, (await databases.SharedAsync(engine)).Node, back, () => Task.FromResult(Current(back.GetUtcNow())));

        Assert.Equal(0, (await late.BalanceAsync()).Available);
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_activations_grant_a_period_once(string engine)
    {
        WalletActivation[] both = [await StartAsync(engine), await StartAsync(engine)];
        for (var month = 0; month < 3; month++)
        {
            var balances = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => both[i % 2].BalanceAsync()));
            Assert.All(balances, balance => Assert.Equal(30, balance.Balance));
            await both[month % 2].SpendAsync($"pay {month}", 25);
            NextMonth();
        }

        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_quota_is_what_was_not_used_this_month(string engine)
    {
        (_kind, _amount) = (AllowanceKind.Quota, 20);
        var wallet = await StartAsync(engine);
        await wallet.SpendAsync("pay", 5);
        await wallet.HoldAsync("job", 4, _clock.GetUtcNow().AddDays(60));
        Assert.Equal((11, 5), Seen(await wallet.BalanceAsync()));
        await wallet.DepositAsync("back", 2, LedgerEntryType.Refund);
        Assert.Equal((13, 3), Seen(await wallet.BalanceAsync()));

        // What is left lapses; what is held counts where it is taken.
        NextMonth();
        Assert.Equal((16, 0), Seen(await wallet.BalanceAsync()));
        await wallet.CaptureAsync("job", 3);
        Assert.Equal((17, 3), Seen(await wallet.BalanceAsync()));
        // Of the month before: nothing more than the whole quota.
        await wallet.DepositAsync("late", 9, LedgerEntryType.Refund);
        Assert.Equal((20, 0), Seen(await wallet.BalanceAsync()));
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_amount_of_a_quota_counts_at_once_in_either_direction(string engine)
    {
        (_kind, _amount) = (AllowanceKind.Quota, 20);
        var wallet = await StartAsync(engine);
        await wallet.SpendAsync("pay", 15);
        _amount = 100;
        Assert.Equal((5, 15), Seen(await wallet.BalanceAsync()));
        Assert.Equal((85, 15), Seen(await wallet.RefreshAsync()));
        await wallet.HoldAsync("job", 30, _clock.GetUtcNow().AddHours(1));
        _amount = 10;
        Assert.Equal((0, 15), Seen(await wallet.RefreshAsync()));
        // What was held stays the job's own; given back, it is no longer part of the quota.
        await wallet.ReleaseAsync("job");
        Assert.Equal(new WalletBalance(0, 0, 15, _clock.GetUtcNow()), await wallet.BalanceAsync());
        Assert.NotNull((await wallet.SpendAsync("more", 1)).Refusal);
        await AssertCleanAsync(engine);
    }

    [Fact]
    public async Task The_plan_is_asked_for_once_a_period_and_when_it_has_changed()
    {
        var wallet = await StartAsync("sqlite");
        for (var i = 0; i < 5; i++) await wallet.SpendAsync($"pay {i}", 1);
        Assert.Equal(1, _asked);
        await wallet.RefreshAsync();
        NextMonth();
        await wallet.BalanceAsync();
        await wallet.BalanceAsync();
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task Where_the_plan_can_not_be_asked_what_depends_on_it_fails_and_what_was_begun_can_be_ended()
    {
        var node = (await databases.SharedAsync("sqlite")).Node;
        var before = await StartAsync("sqlite");
        await before.HoldAsync("job", 10, _clock.GetUtcNow().AddDays(1));
        var wallet = await WalletActivation.StartAsync(_id, node, _clock, () => throw new TimeoutException());

        var spending = wallet.SpendAsync("pay", 1);
        Assert.NotNull((await wallet.CaptureAsync("job", 10)).Value);
        await Assert.ThrowsAsync<TimeoutException>(() => spending);
        await Assert.ThrowsAsync<TimeoutException>(wallet.BalanceAsync);
        Assert.Equal(20, (await (await StartAsync("sqlite")).BalanceAsync()).Balance);
    }

    [Fact]
    public async Task Where_a_plan_allows_nothing_a_question_leaves_no_trace()
    {
        (_kind, _amount) = (AllowanceKind.None, 0);
        var wallet = await StartAsync("sqlite");
        Assert.Equal(new WalletBalance(0, 0, 0, null), await wallet.BalanceAsync());
        Assert.Equal(0, await WalletRows.CountAsync((await databases.SharedAsync("sqlite")).Node, _id));
    }

    private static (long Available, long Used) Seen(WalletBalance balance) => (balance.Available, balance.Used);

    private Allowance Current(DateTimeOffset now)
    {
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        return new(_kind, $"{month:yyyy-MM}", _amount, month.AddMonths(1));
    }

    private void NextMonth()
    {
        var now = _clock.GetUtcNow();
        _clock.SetUtcNow(new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1));
    }

    private async Task<WalletActivation> StartAsync(string engine) =>
        await WalletActivation.StartAsync(_id, (await databases.SharedAsync(engine)).Node, _clock, () =>
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(Current(_clock.GetUtcNow()));
        });

    private async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string engine)
    {
        var node = (await databases.SharedAsync(engine)).Node;
        var state = await new WalletStore(node).LoadAsync(_id);
        return await new LedgerLog(node).PageAsync(_id, state.Counts.All, 1, 100, null);
    }

    private async Task AssertCleanAsync(string engine)
    {
        var report = await new LedgerAudit((await databases.SharedAsync(engine)).Node, _clock).RunAsync();
        Assert.DoesNotContain(report.Problems, problem => problem.Contains(_id));
    }
}
