using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Platform.Idempotency;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Idempotency;

/// <summary>The store of requests that may be sent again.</summary>
public sealed class IdempotentRequestsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly string _account = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_added_is_found_and_only_there(string engine)
    {
        var requests = await OpenAsync(engine);
        var request = Request();
        await requests.AddAsync(_id, request, Now);

        Assert.Equal(request, (await requests.FindAsync(_id))! with { Fingerprint = request.Fingerprint });
        Assert.Equal(request.Fingerprint, (await requests.FindAsync(_id))!.Fingerprint);
        Assert.Null(await requests.FindAsync(_id + "0"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_first_writers_one_wins(string engine)
    {
        var requests = await OpenAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Record.ExceptionAsync(() => requests.AddAsync(_id, Request() with { OperationId = $"{i}" }, Now))));

        var winner = Assert.Single(outcomes.Index(), outcome => outcome.Item is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<StoreConflictException>(outcome));
        Assert.Equal($"{winner.Index}", (await requests.FindAsync(_id))!.OperationId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_has_expired_makes_room_and_takes_its_answer_along(string engine)
    {
        var requests = await OpenAsync(engine);
        await requests.AddAsync(_id, Request(), Now);
        await requests.AnswerAsync(_id, "operation", [1]);
        var next = Request() with { OperationId = "next", ExpiresAt = Now.AddDays(9) };
        await Assert.ThrowsAsync<StoreConflictException>(() => requests.AddAsync(_id, next, Request().ExpiresAt.AddMicroseconds(-1)));
        await requests.AddAsync(_id, next, Request().ExpiresAt);

        var found = (await requests.FindAsync(_id))!;
        Assert.Equal(("next", null, next.ExpiresAt), (found.OperationId, found.Answer, found.ExpiresAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_answer_stands_and_belongs_to_its_operation(string engine)
    {
        var requests = await OpenAsync(engine);
        await requests.AddAsync(_id, Request(), Now);
        await Assert.ThrowsAsync<StoreConflictException>(() => requests.AnswerAsync(_id, "another", [9]));
        Assert.Null((await requests.FindAsync(_id))!.Answer);
        await requests.AnswerAsync(_id, "operation", [1, 0, 255]);
        await Assert.ThrowsAsync<StoreConflictException>(() => requests.AnswerAsync(_id, "operation", [2]));

        Assert.Equal([1, 0, 255], (await requests.FindAsync(_id))!.Answer!);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lease_is_taken_over_by_one_and_not_after_the_answer(string engine)
    {
        var requests = await OpenAsync(engine);
        await requests.AddAsync(_id, Request(), Now);
        var first = Request().Lease;
        var second = first with { Until = Now.AddMinutes(9) };
        await requests.LeaseAsync(_id, first, second.Until);
        await Assert.ThrowsAsync<StoreConflictException>(() => requests.LeaseAsync(_id, first, Now.AddMinutes(10)));

        Assert.Equal(second.Until, (await requests.FindAsync(_id))!.LeasedUntil);
        await requests.AnswerAsync(_id, "operation", [1]);
        await Assert.ThrowsAsync<StoreConflictException>(() => requests.LeaseAsync(_id, second, Now.AddMinutes(10)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_takes_its_requests_along_and_no_others(string engine)
    {
        var requests = await OpenAsync(engine);
        await requests.AddAsync(_id, Request(), Now);
        await requests.AddAsync($"{_id}1", Request() with { AccountId = "another" }, Now);
        await requests.AddAsync($"{_id}2", Request() with { AccountId = "" }, Now);
        await requests.DeleteOfAccountAsync(_account);
        await requests.DeleteOfAccountAsync(_account);

        Assert.Null(await requests.FindAsync(_id));
        Assert.NotNull(await requests.FindAsync($"{_id}1"));
        Assert.NotNull(await requests.FindAsync($"{_id}2"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_has_expired_goes_in_small_batches_the_oldest_first(string engine)
    {
        var test = await databases.CreateAsync(engine);
        await new Schema(test.Node, NullLogger<Schema>.Instance).ApplyAsync();
        var requests = new IdempotentRequests(test.Node);
        for (var i = 0; i < 25; i++) await requests.AddAsync($"{i:00}", Request() with { ExpiresAt = Now.AddMinutes(i) }, Now);

        var now = Now.AddMinutes(19);
        Assert.True(await requests.DeleteExpiredAsync(now, 8));
        Assert.Equal(Enumerable.Range(8, 17), await LeftAsync());
        Assert.True(await requests.DeleteExpiredAsync(now, 8));
        Assert.False(await requests.DeleteExpiredAsync(now, 8));
        Assert.Equal(Enumerable.Range(20, 5), await LeftAsync());
        Assert.False(await requests.DeleteExpiredAsync(now, 8));

        async Task<IEnumerable<int>> LeftAsync() => (await test.Node.ReadAsync(connection =>
            connection.QueryAsync<string>("SELECT id FROM idempotent_requests ORDER BY id"))).Select(int.Parse);
    }

    [Theory]
    [InlineData(IdempotentRequests.DeleteUpTo, "idempotent_requests_by_expiry")]
    [InlineData(IdempotentRequests.OldestExpired, "idempotent_requests_by_expiry")]
    [InlineData(IdempotentRequests.DeleteOfAccount, "idempotent_requests_of_account")]
    public Task No_removal_looks_at_the_whole_table(string sql, string index) => QueryPlan.AssertSearchesAsync(databases, sql, index);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_sweeper_comes_by_itself_and_removes_all_that_has_expired(string engine)
    {
        var requests = await OpenAsync(engine);
        var clock = new FakeTimeProvider(Now);
        for (var i = 0; i < 250; i++) await requests.AddAsync($"{_id}{i}", Request() with { ExpiresAt = Now.AddSeconds(i) }, Now);
        await requests.AddAsync(_id, Request(), Now);
        using var sweeper = new ExpirySweeper(requests, clock, NullLogger<ExpirySweeper>.Instance);
        await sweeper.StartAsync(CancellationToken.None);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        // The timer may not be armed yet when the clock is first moved.
        while (await requests.FindAsync($"{_id}249") is not null)
        {
            patience.Token.ThrowIfCancellationRequested();
            if (clock.GetUtcNow() < Now.AddHours(1)) clock.Advance(ExpirySweeper.Period);
            await Task.Yield();
        }

        Assert.Null(await requests.FindAsync($"{_id}0"));
        Assert.NotNull(await requests.FindAsync(_id));
        await sweeper.StopAsync(CancellationToken.None);
    }

    private async Task<IdempotentRequests> OpenAsync(string engine) => new((await databases.SharedAsync(engine)).Node);

    private IdempotentRequest Request() =>
        new(_account, "operation", [7, 0, 255], Now.AddMinutes(1), null, Now.AddHours(24));
}
