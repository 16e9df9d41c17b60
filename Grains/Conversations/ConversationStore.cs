using Dapper;
using Platform.Conversations.Search;
using Platform.Statistics;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>A conversation as its row has it.</summary>
/// <param name="Revision">Rises by one with each write.</param>
internal sealed record StoredConversation(Conversation Conversation, string OwnerId, long Revision);

/// <summary>
/// The rows of conversations. What lists show is what actors keep, so a list costs one read, wakes nobody and is never behind. What a write
/// changes in the totals is in the same commit.
/// </summary>
internal sealed class ConversationStore(Database database)
{
    private const string Select = """
        SELECT number, owner_id AS ownerId, owner_number AS ownerNumber, title, total_tokens AS totalTokens, token_limit AS tokenLimit,
            message_count AS messageCount, last_message AS lastMessage, last_message_at AS lastMessageAt, created_at AS createdAt,
            updated_at AS updatedAt, revision
        FROM conversations
        """;

    internal const string SelectOfOwner = Select + " WHERE owner_id = @ownerId ORDER BY updated_at DESC, number DESC";

    internal const string CountOfOwner = "SELECT COUNT(*) FROM conversations WHERE owner_id = @ownerId";

    private const string Insert = """
        INSERT INTO conversations
            (number, owner_id, owner_number, operation_id, title, total_tokens, token_limit, message_count, created_at, updated_at, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string Update = """
        UPDATE conversations SET title = $3, total_tokens = $4, token_limit = $5, message_count = $6, last_message = $7,
            last_message_at = $8, updated_at = $9, revision = $10
        WHERE number = $1 AND revision = $2
        """;

    /// <summary>Writes a new conversation, in which nothing has been said.</summary>
    /// <exception cref="StoreConflictException">The operation, or another of this number, has created one already.</exception>
    public Task AddAsync(string ownerId, string operationId, Conversation conversation) => database.WriteAsync(
        new Statement(
            Insert,
            [
                conversation.Number,
                ownerId,
                conversation.OwnerNumber,
                operationId,
                conversation.Title,
                conversation.TotalTokens,
                conversation.TokenLimit,
                conversation.MessageCount,
                Instant.ToStored(conversation.CreatedAt),
                Instant.ToStored(conversation.UpdatedAt),
                0L,
            ]),
        Totals.Change($"conversation {conversation.Number} made", conversations: 1));

    public Task<StoredConversation?> FindAsync(long number) => FindAsync($"{Select} WHERE number = @number", new { number });

    /// <summary>The conversation that an operation of this account has created.</summary>
    public Task<StoredConversation?> CreatedByAsync(string ownerId, string operationId) =>
        FindAsync($"{Select} WHERE operation_id = @operationId AND owner_id = @ownerId", new { operationId, ownerId });

    /// <summary>The conversations of an account, the last updated first.</summary>
    public async Task<IReadOnlyList<Conversation>> OfOwnerAsync(string ownerId)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(SelectOfOwner, new { ownerId }));
        return [.. rows.Select(row => row.ToConversation())];
    }

    public Task<long> CountAsync(string ownerId) => database.ReadAsync(connection =>
        connection.QuerySingleAsync<long>(CountOfOwner, new { ownerId }));

    /// <summary>Replaces a conversation, and writes what has changed it in the same commit.</summary>
    /// <exception cref="StoreConflictException">It is no longer as <paramref name="before"/> says: another activation was first.</exception>
    public async Task<StoredConversation> SaveAsync(StoredConversation before, Conversation next, Statement? because = null)
    {
        var update = new Statement(
            Update,
            [
                next.Number,
                before.Revision,
                next.Title,
                next.TotalTokens,
                next.TokenLimit,
                next.MessageCount,
                next.LastMessage?.Content,
                next.LastMessage is { } last ? Instant.ToStored(last.CreatedAt) : null,
                Instant.ToStored(next.UpdatedAt),
                before.Revision + 1,
            ],
            ExpectedRows: 1);
        var used = next.TotalTokens - before.Conversation.TotalTokens;
        var unit = new List<Statement>(capacity: 3);
        if (because is { } cause) unit.Add(cause);
        unit.Add(update);
        if (used != 0) unit.Add(Totals.Change($"conversation {next.Number} revision {before.Revision + 1}", tokens: used));
        await database.WriteAsync([.. unit]);
        return before with { Conversation = next, Revision = before.Revision + 1 };
    }

    /// <summary>Removes a conversation, and all that was said in it.</summary>
    public async Task DeleteAsync(long number)
    {
        try
        {
            await database.WriteAsync([
                new Statement("DELETE FROM conversations WHERE number = $1", [number], ExpectedRows: 1),
                new Statement("DELETE FROM conversation_messages WHERE conversation = $1", [number]),
                .. SearchIndex.Forget(IConversationGrain.Key(number)),
                Totals.Change($"conversation {number} deleted", conversations: -1),
            ]);
        }
        catch (StoreConflictException)
        {
            // It is gone already.
        }
    }

    private async Task<StoredConversation?> FindAsync(string sql, object parameters)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(sql, parameters));
        return row is null ? null : new(row.ToConversation(), row.OwnerId, row.Revision);
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string OwnerId { get; init; } = "";

        public long OwnerNumber { get; init; }

        public string Title { get; init; } = "";

        public long TotalTokens { get; init; }

        public long TokenLimit { get; init; }

        public long MessageCount { get; init; }

        public string? LastMessage { get; init; }

        public long? LastMessageAt { get; init; }

        public long CreatedAt { get; init; }

        public long UpdatedAt { get; init; }

        public long Revision { get; init; }

        public Conversation ToConversation() => new(
            Number,
            OwnerNumber,
            Title,
            TotalTokens,
            TokenLimit,
            MessageCount,
            LastMessage is { } last && LastMessageAt is { } at ? new(last, Instant.FromStored(at)) : null,
            Instant.FromStored(CreatedAt),
            Instant.FromStored(UpdatedAt));
    }
}
