using Platform.Conversations;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Conversations;

/// <summary>The log of what was paid for tokens.</summary>
public sealed class TokenPaymentLogTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static long _last;

    private readonly string _owner = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task Payments_are_found_by_their_operation_by_their_owner_and_by_their_age(string engine)
    {
        var (node, log) = await OpenAsync(engine);
        var (old, young, twin) = (Payment(0), Payment(2), Payment(2));
        foreach (var payment in (TokenPayment[])[young, old, twin]) await node.WriteAsync(Append(payment));

        Assert.Equal(young, await log.MadeByAsync(_owner, Operation(young)));
        Assert.Null(await log.MadeByAsync("somebody else", Operation(young)));
        Assert.Null(await log.MadeByAsync(_owner, "another"));
        Assert.Equal([twin, young, old], await log.OfOwnerAsync(_owner));
        Assert.Empty(await log.OfOwnerAsync("somebody else"));
        Assert.Equal([twin, young], (await log.LatestAsync(2)).Where(payment => payment.OwnerEmail == _owner));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_an_operation_that_has_paid_nothing_is_saved_not_even_the_limit(string engine)
    {
        var (node, log) = await OpenAsync(engine);
        var store = new ConversationStore(node);
        var conversation = new Conversation(Interlocked.Increment(ref _last), 5, "Title", 0, 20_000, 0, null, Now, Now);
        await store.AddAsync(_owner, Guid.NewGuid().ToString(), conversation);
        var payment = Payment(1);
        var raised = await store.SaveAsync(
            new(conversation, _owner, 0), conversation with { TokenLimit = 21_000 }, Append(payment));

        var again = TokenPaymentLog.Append(_owner, Operation(payment), Payment(1));
        await Assert.ThrowsAsync<StoreConflictException>(() =>
            store.SaveAsync(raised, raised.Conversation with { TokenLimit = 22_000 }, again));

        Assert.Equal(raised, await store.FindAsync(conversation.Number));
        Assert.Equal([payment], await log.OfOwnerAsync(_owner));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_takes_its_payments_along_and_no_others(string engine)
    {
        var (node, log) = await OpenAsync(engine);
        await node.WriteAsync(Append(Payment(1)));
        var other = Guid.NewGuid().ToString();
        await node.WriteAsync(TokenPaymentLog.Append(other, other, Payment(1)));

        await log.DeleteOfOwnerAsync(_owner);
        await log.DeleteOfOwnerAsync(_owner);

        Assert.Empty(await log.OfOwnerAsync(_owner));
        Assert.Single(await log.OfOwnerAsync(other));
    }

    [Theory]
    [InlineData(TokenPaymentLog.SelectOfOperation, "sqlite_autoindex_token_payments")]
    [InlineData(TokenPaymentLog.SelectOfOwner, "token_payments_of_owner")]
    [InlineData(TokenPaymentLog.DeleteOfOwner, "token_payments_of_owner")]
    public Task No_read_looks_at_a_whole_table_or_sorts(string sql, string index) => QueryPlan.AssertSearchesAsync(databases, sql, index);

    [Fact]
    public Task The_newest_are_at_the_end_of_an_index() =>
        QueryPlan.AssertWalksAsync(databases, TokenPaymentLog.SelectLatest, "token_payments_by_time");

    private TokenPayment Payment(int minute) =>
        new(Interlocked.Increment(ref _last), 5, _owner, 7, 100, 1_000, 21_000, Now.AddMinutes(minute));

    private Statement Append(TokenPayment payment) => TokenPaymentLog.Append(_owner, Operation(payment), payment);

    private string Operation(TokenPayment payment) => $"{_owner} {payment.Number}";

    private async Task<(Database Node, TokenPaymentLog Log)> OpenAsync(string engine)
    {
        var node = (await databases.SharedAsync(engine)).Node;
        return (node, new(node));
    }
}
