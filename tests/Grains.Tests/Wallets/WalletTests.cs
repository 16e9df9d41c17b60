using Microsoft.Extensions.Time.Testing;
using Platform.Storage;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>A wallet between its actor and its database: two activations, and a database that breaks.</summary>
public sealed class WalletTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private DateTimeOffset Soon => _clock.GetUtcNow().AddMinutes(10);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_activation_is_refused_reads_again_and_goes_on(string engine)
    {
        var (first, second) = (await StartAsync(engine), await StartAsync(engine));
        await first.DepositAsync("buy", 100);
        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull((await second.SpendAsync($"second {i}", 3)).Value);
            Assert.NotNull((await first.HoldAsync($"first {i}", 4, Soon)).Value);
            Assert.NotNull((await second.CaptureAsync($"first {i}", 2)).Value);
        }

        Assert.Equal(new WalletBalance(75, 0, 25, null), await (await StartAsync(engine)).BalanceAsync());
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_no_is_true_of_what_is_stored_also_where_an_activation_was_cut_off(string engine)
    {
        var stale = await StartAsync(engine);
        Assert.NotNull((await stale.SpendAsync("pay", 10)).Refusal);
        var other = await StartAsync(engine);
        await other.DepositAsync("buy", 10);
        await other.HoldAsync("job", 3, Soon);

        Assert.NotNull((await stale.CaptureAsync("job", 3)).Value);
        Assert.NotNull((await stale.SpendAsync("pay", 7)).Value);
        Assert.Equal(RefusalKind.InsufficientFunds, (await other.SpendAsync("more", 1)).Refusal!.Kind);
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_thousand_spenders_at_two_activations_exactly_as_many_succeed_as_there_is_money_for(string engine)
    {
        WalletActivation[] both = [await StartAsync(engine), await StartAsync(engine)];
        await both[0].DepositAsync("buy", 100);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => both[i % 2].SpendAsync($"pay {i}", 1)));

        Assert.Equal(100, outcomes.Count(outcome => outcome.Value is not null));
        Assert.Equal(0, (await both[1].BalanceAsync()).Balance);
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Twins_at_two_activations_are_one(string engine)
    {
        WalletActivation[] both = [await StartAsync(engine), await StartAsync(engine)];
        var bought = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => both[i % 2].DepositAsync($"buy {i % 10}", 5)));
        var held = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => both[i % 2].HoldAsync($"job {i % 10}", 5, Soon)));
        var ended = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => both[i / 10 % 2].CaptureAsync($"job {i % 10}", 3)));

        Assert.Equal(10, bought.Distinct().Count());
        Assert.Equal(10, held.Select(outcome => outcome.Value!.Key).Distinct().Count());
        Assert.Equal(10, ended.Distinct().Count());
        Assert.Equal(new WalletBalance(20, 0, 30, null), await both[0].BalanceAsync());
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_capture_and_release_at_the_same_time_one_wins(string engine)
    {
        WalletActivation[] both = [await StartAsync(engine), await StartAsync(engine)];
        await both[0].DepositAsync("buy", 100);
        for (var i = 0; i < 10; i++)
        {
            await both[0].HoldAsync($"job {i}", 10, Soon);
            var outcomes = await Task.WhenAll(both[i % 2].CaptureAsync($"job {i}", 10), both[1 - (i % 2)].ReleaseAsync($"job {i}"));
            Assert.Equal(RefusalKind.HoldEnded, Assert.Single(outcomes, outcome => outcome.Value is null).Refusal!.Kind);
        }

        await AssertCleanAsync(engine);
    }

    [Theory]
    [OnSqlite(Fault.BeforeCommit), OnPostgres(Fault.BeforeCommit)]
    [OnSqlite(Fault.AfterCommit), OnPostgres(Fault.AfterCommit)]
    public async Task Where_nobody_knows_what_was_written_the_caller_hears_so_and_a_repeat_tells(string engine, object fault)
    {
        await using var broken = new FaultyDatabase((await databases.SharedAsync(engine)).Node);
        var wallet = await WalletActivation.StartAsync(_id, broken, _clock);
        await wallet.DepositAsync("buy", 100);
        broken.NextCommit = () => (Fault)fault;
        await Assert.ThrowsAsync<StoreException>(() => wallet.SpendAsync("pay", 60));
        await Assert.ThrowsAsync<StoreException>(() => wallet.HoldAsync("job", 10, Soon));
        broken.NextCommit = () => Fault.None;

        Assert.Equal(-60, (await wallet.SpendAsync("pay", 60)).Value!.Amount);
        Assert.Equal(HoldStatus.Open, (await wallet.HoldAsync("job", 10, Soon)).Value!.Status);
        Assert.Equal(new WalletBalance(40, 10, 60, null), await wallet.BalanceAsync());
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_read_that_fails_fails_those_who_wait_for_it_and_nobody_after_them(string engine)
    {
        await using var broken = new FaultyDatabase((await databases.SharedAsync(engine)).Node);
        var wallet = await WalletActivation.StartAsync(_id, broken, _clock);
        broken.NextReadFails = () => true;
        await Assert.ThrowsAsync<StoreException>(() => wallet.SpendAsync("pay", 60));
        broken.NextReadFails = () => false;
        Assert.Equal(RefusalKind.InsufficientFunds, (await wallet.SpendAsync("pay", 60)).Refusal!.Kind);
        Assert.NotNull((await wallet.DepositAsync("buy", 60)).Value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_held_beyond_its_time_can_be_spent_by_whoever_comes_next(string engine)
    {
        var wallet = await StartAsync(engine);
        await wallet.DepositAsync("buy", 10);
        await wallet.HoldAsync("job", 10, Soon);
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.NotNull((await wallet.SpendAsync("pay", 10)).Refusal);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await wallet.SpendAsync("pay", 10)).Value);
        Assert.Equal(RefusalKind.HoldEnded, (await wallet.CaptureAsync("job", 10)).Refusal!.Kind);
        Assert.Equal(HoldStatus.Expired, (await (await StartAsync(engine)).ReleaseAsync("job")).Value!.Status);
        await AssertCleanAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_clock_that_is_set_back_does_not_reorder_a_ledger(string engine)
    {
        var later = new FakeTimeProvider(Soon);
        var first = await WalletActivation.StartAsync(_id, (await databases.SharedAsync(engine)).Node, later);
        var bought = (await first.DepositAsync("buy", 10)).Value!;
        var spent = (await (await StartAsync(engine)).SpendAsync("pay", 1)).Value!;
        Assert.Equal(bought.CreatedAt, spent.CreatedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wallet_that_is_deleted_is_empty_for_every_activation(string engine)
    {
        var (first, second) = (await StartAsync(engine), await StartAsync(engine));
        await first.DepositAsync("buy", 10);
        await second.HoldAsync("job", 3, Soon);
        await first.DeleteAsync();
        await first.DeleteAsync();

        Assert.Equal(0, await WalletRows.CountAsync((await databases.SharedAsync(engine)).Node, _id));
        Assert.Equal(RefusalKind.NotFound, (await first.CaptureAsync("job", 3)).Refusal!.Kind);
        Assert.Equal(RefusalKind.InsufficientFunds, (await first.SpendAsync("pay", 1)).Refusal!.Kind);
        Assert.Equal(1, (await second.DepositAsync("buy", 10)).Value!.Number);
        await AssertCleanAsync(engine);
    }

    private async Task<WalletActivation> StartAsync(string engine) =>
        await WalletActivation.StartAsync(_id, (await databases.SharedAsync(engine)).Node, _clock);

    private async Task AssertCleanAsync(string engine) =>
        Assert.Empty((await new LedgerAudit((await databases.SharedAsync(engine)).Node, _clock).RunAsync()).Problems);
}
