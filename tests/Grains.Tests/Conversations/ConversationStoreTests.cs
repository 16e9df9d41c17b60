using Platform.Conversations;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Conversations;

/// <summary>The rows of conversations and the log of what was said in them.</summary>
public sealed class ConversationStoreTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static long _last;

    private readonly string _owner = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_is_read_back(string engine)
    {
        var (store, log) = await OpenAsync(engine);
        var stored = await AddAsync(store);
        Assert.Equal(stored, await store.FindAsync(stored.Conversation.Number));

        var next = stored.Conversation with { TotalTokens = 7, MessageCount = 1, LastMessage = new("Hi 🦊", Now), UpdatedAt = Now.AddHours(1) };
        var turn = TurnOf(1, MessageRole.User, "op");
        var saved = await store.SaveAsync(stored, next, ConversationLog.Append(next.Number, turn));

        Assert.Equal(saved, await store.FindAsync(next.Number));
        Assert.Equal([turn], await log.AllAsync(next.Number, 1));
        Assert.Null(await store.FindAsync(-1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_does_not_fit_leaves_the_conversation_as_it_was(string engine)
    {
        var (store, log) = await OpenAsync(engine);
        var stored = await AddAsync(store);
        var number = stored.Conversation.Number;
        var next = stored.Conversation with { MessageCount = 1 };
        var saved = await store.SaveAsync(stored, next, ConversationLog.Append(number, TurnOf(1, MessageRole.User, "op")));

        Turn[] misfits = [TurnOf(1, MessageRole.User, "other"), TurnOf(2, MessageRole.User, "op")];
        foreach (var misfit in misfits)
        {
            await Assert.ThrowsAsync<StoreConflictException>(() =>
                store.SaveAsync(saved, next with { MessageCount = 2 }, ConversationLog.Append(number, misfit)));
        }

        // Of an activation that has seen an older row, not even the message is kept.
        await Assert.ThrowsAsync<StoreConflictException>(() =>
            store.SaveAsync(stored, next, ConversationLog.Append(number, TurnOf(2, MessageRole.User, "late"))));
        Assert.Equal(saved, await store.FindAsync(number));
        Assert.Single(await log.AllAsync(number, 10));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_first_writers_of_an_operation_one_wins(string engine)
    {
        var (store, _) = await OpenAsync(engine);
        var operation = Guid.NewGuid().ToString();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            Record.ExceptionAsync(() => store.AddAsync(_owner, operation, NewConversation()))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<Exception>(), error => Assert.IsType<StoreConflictException>(error));
        Assert.NotNull(await store.CreatedByAsync(_owner, operation));
        Assert.Null(await store.CreatedByAsync("somebody else", operation));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Turns_are_found_by_their_place_and_by_their_operation(string engine)
    {
        var (store, log) = await OpenAsync(engine);
        var stored = await AddAsync(store);
        var number = stored.Conversation.Number;
        var turns = Enumerable.Range(1, 12)
            .Select(seq => TurnOf(seq, seq % 2 == 1 ? MessageRole.User : MessageRole.Assistant, $"op{(seq + 1) / 2}")).ToList();
        foreach (var turn in turns)
            stored = await store.SaveAsync(stored, stored.Conversation with { MessageCount = turn.Seq }, ConversationLog.Append(number, turn));

        Assert.Equal(turns[2..9], await log.BeforeAsync(number, 10, 7));
        Assert.Equal(turns[..3], await log.BeforeAsync(number, 4, 10));
        Assert.Equal(turns[2..4], await log.OfOperationAsync(number, "op2"));
        Assert.Empty(await log.OfOperationAsync(number, "op99"));
        Assert.Equal(turns[..5], await log.AllAsync(number, 5));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_has_its_owners_conversations_the_last_updated_first(string engine)
    {
        var (store, _) = await OpenAsync(engine);
        var first = await AddAsync(store);
        var second = await AddAsync(store);
        await store.AddAsync("somebody else", Guid.NewGuid().ToString(), NewConversation());
        var later = await store.SaveAsync(first, first.Conversation with { UpdatedAt = Now.AddSeconds(1) });

        Assert.Equal([later.Conversation, second.Conversation], await store.OfOwnerAsync(_owner));
        Assert.Equal(2, await store.CountAsync(_owner));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_said_goes_with_its_conversation_and_deleting_may_be_repeated(string engine)
    {
        var (store, log) = await OpenAsync(engine);
        var stored = await AddAsync(store);
        var number = stored.Conversation.Number;
        await store.SaveAsync(stored, stored.Conversation, ConversationLog.Append(number, TurnOf(1, MessageRole.User, "op")));

        await store.DeleteAsync(number);
        await store.DeleteAsync(number);

        Assert.Null(await store.FindAsync(number));
        Assert.Empty(await log.AllAsync(number, 10));
    }

    [Theory]
    [InlineData(ConversationStore.SelectOfOwner, "conversations_of_owner")]
    [InlineData(ConversationStore.CountOfOwner, "conversations_of_owner")]
    [InlineData(ConversationLog.SelectOfOperation, "conversation_messages_of_operation")]
    [InlineData(ConversationLog.SelectBefore, "sqlite_autoindex_conversation_messages")]
    public Task No_read_looks_at_a_whole_table_or_sorts(string sql, string index) => QueryPlan.AssertSearchesAsync(databases, sql, index);

    private static Conversation NewConversation() =>
        new(Interlocked.Increment(ref _last), 5, "Título 🦊", 0, 20_000, 0, null, Now, Now);

    private static Turn TurnOf(long seq, MessageRole role, string operation) =>
        new(new(Interlocked.Increment(ref _last), role, $"Message {seq}", 10 * seq, Now), seq, operation, seq);

    private async Task<StoredConversation> AddAsync(ConversationStore store)
    {
        var conversation = NewConversation();
        await store.AddAsync(_owner, Guid.NewGuid().ToString(), conversation);
        return new StoredConversation(conversation, _owner, 0);
    }

    private async Task<(ConversationStore Store, ConversationLog Log)> OpenAsync(string engine)
    {
        var node = (await databases.SharedAsync(engine)).Node;
        return (new(node), new(node));
    }
}
