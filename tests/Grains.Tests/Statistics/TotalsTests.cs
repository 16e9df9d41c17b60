using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Conversations;
using Platform.Identity;
using Platform.Statistics;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Statistics;

/// <summary>Counts are what counting would find, at every moment.</summary>
public sealed class TotalsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static int _last;

    [Theory, OnSqlite, OnPostgres]
    public async Task Changes_count_at_once_and_once_and_folding_changes_nothing(string engine)
    {
        var node = (await NewAsync(engine)).Node;
        var totals = new Totals(node);
        for (var i = 0; i < Totals.ChangesPerCommit + 10; i++) await node.WriteAsync(Totals.Change($"change {i}", 1, 2, 3));
        await Assert.ThrowsAsync<StoreConflictException>(() => node.WriteAsync(Totals.Change($"change {7}", 1, 2, 3)));
        var expected = new Counts(266, 532, 798);
        Assert.Equal(expected, await totals.ReadAsync());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => totals.FoldAsync()));
        await totals.FoldAsync();

        Assert.Equal(expected, await totals.ReadAsync());
        Assert.Equal(0, await CountAsync(node, "total_changes"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Folding_has_an_end_also_while_nothing_is_there(string engine)
    {
        var totals = new Totals((await NewAsync(engine)).Node);
        await totals.FoldAsync();
        Assert.Equal(new Counts(0, 0, 0), await totals.ReadAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_done_at_once_and_whatever_fails_the_counts_are_the_truth(string engine)
    {
        var test = await NewAsync(engine);
        // As two silos have it.
        await using var one = test.Open();
        await using var other = test.Open();
        await using var first = new UnreliableDatabase(one, seed: 1);
        await using var second = new UnreliableDatabase(other, seed: 2);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(15),
            Prop.ForAll((byte[] mine, byte[] yours, byte[] theirs) => RunAsync(test.Node, first, second, mine, yours, theirs)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Conversations_from_before_are_counted_when_the_totals_are_made(string engine)
    {
        var node = (await NewAsync(engine)).Node;
        for (var i = 1; i <= 3; i++)
            await new ConversationStore(node).AddAsync("owner", $"operation {i}", new(i, 5, "Title", 100 * i, 20_000, 0, null, Now, Now));
        // As a database of the version before has it.
        await node.ReadAsync(connection => connection.ExecuteAsync(
            """
            DELETE FROM schema_scripts WHERE number = 11;
            DROP TABLE token_payments; DROP TABLE accounts; DROP TABLE totals; DROP TABLE total_changes;
            CREATE TABLE token_grants (conversation BIGINT NOT NULL PRIMARY KEY)
            """));

        await ApplyAsync(node);

        Assert.Equal(new Counts(0, 3, 600), await new Totals(node).ReadAsync());
    }

    [Fact]
    public Task The_changes_to_be_added_are_the_first_of_an_index() =>
        QueryPlan.AssertWalksAsync(databases, Totals.SelectChanges, "sqlite_autoindex_total_changes_1");

    private static async Task RunAsync(Database truth, UnreliableDatabase first, UnreliableDatabase second, params byte[][] steps)
    {
        first.Failures = second.Failures = 20;
        await Task.WhenAll(
            new Silo(first).RunAsync(steps[0]), new Silo(second).RunAsync(steps[1]), new Silo(second).RunAsync(steps[2]));
        first.Failures = second.Failures = 0;

        var expected = await TruthAsync(truth);
        var totals = new Totals(first);
        Assert.Equal(expected, await totals.ReadAsync());
        await totals.FoldAsync();
        Assert.Equal(expected, await totals.ReadAsync());
        Assert.Equal(0, await CountAsync(truth, "total_changes"));
    }

    private static async Task<Counts> TruthAsync(Database node) => new(
        await CountAsync(node, "accounts"),
        await CountAsync(node, "conversations"),
        await node.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COALESCE(SUM(cents), 0) FROM token_payments")));

    private static Task<long> CountAsync(Database node, string table) =>
        node.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"));

    private async Task<TestDatabase> NewAsync(string engine)
    {
        var test = await databases.CreateAsync(engine);
        await ApplyAsync(test.Node);
        return test;
    }

    private static Task ApplyAsync(Database node) => new Schema(node, NullLogger<Schema>.Instance).ApplyAsync();

    /// <summary>Does what the actors do, with conversations and accounts that others have hands on too.</summary>
    private sealed class Silo(Database node)
    {
        private const int Pool = 4;

        private readonly ConversationStore _store = new(node);
        private readonly AccountIndex _accounts = new(node);
        private readonly Totals _totals = new(node);
        private long _tokens;

        public async Task RunAsync(byte[] steps)
        {
            foreach (var step in steps)
            {
                try
                {
                    await StepAsync(step % 6, step / 6 % Pool);
                }
                catch (StoreException)
                {
                    // Written or not.
                }
            }
        }

        private Task StepAsync(int deed, int which) => deed switch
        {
            0 => MakeAsync(which),
            1 => SayAsync(which),
            2 => _store.DeleteAsync(which),
            3 => _accounts.AddAsync($"account {which}", Products.ByteForge, which, Now),
            4 => _accounts.RemoveAsync($"account {which}", Products.ByteForge, which),
            _ => FoldAsync(),
        };

        private Task MakeAsync(int which) => _store.AddAsync(
            "owner", Guid.NewGuid().ToString(), new Conversation(which, 5, "Title", 0, 20_000, 0, null, Now, Now));

        /// <summary>Uses tokens; the cents of a payment tell it in the same commit, and stay when the conversation goes.</summary>
        private async Task SayAsync(int which)
        {
            if (await _store.FindAsync(which) is not { } before) return;
            var number = Interlocked.Increment(ref _last);
            var payment = new TokenPayment(number, 5, "", which, which + 1, 0, 0, Now);
            await _store.SaveAsync(
                before,
                before.Conversation with { TotalTokens = before.Conversation.TotalTokens + which + 1 },
                TokenPaymentLog.Append("owner", $"operation {number}", payment));
        }

        private async Task FoldAsync()
        {
            await _totals.FoldAsync();
            var seen = (await _totals.ReadAsync()).Tokens;
            Assert.True(seen >= _tokens, "The tokens that were ever used never fall.");
            _tokens = seen;
        }
    }
}
