using Dapper;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>A row of the log of a conversation with the assistant.</summary>
/// <param name="Seq">1, 2, 3 … in its conversation.</param>
/// <param name="OperationId">The request that asked; the same for the answer.</param>
/// <param name="TextTokens">The tokens of the content alone.</param>
internal sealed record Turn(ConversationMessage Message, long Seq, string OperationId, long TextTokens);

/// <summary>The append-only log of conversations with the assistant: the truth of what was said, and of what it has cost.</summary>
internal sealed class ConversationLog(Database database)
{
    private const string Select = """
        SELECT seq, number, operation_id AS operationId, role, content, text_tokens AS textTokens, tokens, created_at AS createdAt
        FROM conversation_messages WHERE conversation = @conversation
        """;

    /// <summary>Numbers have no gaps, so the turns before one are a range of the key.</summary>
    internal const string SelectBefore = Select + " AND seq >= @first AND seq < @seq ORDER BY seq";

    internal const string SelectOfOperation = Select + " AND operation_id = @operationId ORDER BY role";

    private const string Insert = """
        INSERT INTO conversation_messages (conversation, seq, number, operation_id, role, content, text_tokens, tokens, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>
    /// Writes a turn; to be saved with its conversation. Fails with <see cref="StoreConflictException"/> where its place is taken, or its
    /// operation has had its say.
    /// </summary>
    public static Statement Append(long conversation, Turn turn) => new(
        Insert,
        [
            conversation,
            turn.Seq,
            turn.Message.Number,
            turn.OperationId,
            (int)turn.Message.Role,
            turn.Message.Content,
            turn.TextTokens,
            turn.Message.Tokens,
            Instant.ToStored(turn.Message.CreatedAt),
        ]);

    /// <summary>The turns up to this one, oldest first.</summary>
    public Task<IReadOnlyList<Turn>> AllAsync(long conversation, long last) =>
        ReadAsync($"{Select} AND seq <= @last ORDER BY seq", new { conversation, last });

    /// <summary>The last turns before this one, oldest first.</summary>
    public Task<IReadOnlyList<Turn>> BeforeAsync(long conversation, long seq, int count) =>
        ReadAsync(SelectBefore, new { conversation, first = seq - count, seq });

    /// <summary>What an operation has led to: nothing, a message, or a message and its answer.</summary>
    public Task<IReadOnlyList<Turn>> OfOperationAsync(long conversation, string operationId) =>
        ReadAsync(SelectOfOperation, new { conversation, operationId });

    private async Task<IReadOnlyList<Turn>> ReadAsync(string sql, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(sql, parameters));
        return [.. rows.Select(row => row.ToTurn())];
    }

    private sealed class Row
    {
        public long Seq { get; init; }

        public long Number { get; init; }

        public string OperationId { get; init; } = "";

        public int Role { get; init; }

        public string Content { get; init; } = "";

        public long TextTokens { get; init; }

        public long Tokens { get; init; }

        public long CreatedAt { get; init; }

        public Turn ToTurn() => new(
            new(Number, (MessageRole)Role, Content, Tokens, Instant.FromStored(CreatedAt)), Seq, OperationId, TextTokens);
    }
}
