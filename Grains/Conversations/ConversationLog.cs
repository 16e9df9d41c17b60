using Dapper;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>A row of the log of a conversation with the assistant.</summary>
/// <param name="Seq">1, 2, 3 … in its conversation.</param>
/// <param name="OperationId">The request that brought it; of an answer: that which had it written, which need not be the message's.</param>
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

    private const string Update = """
        UPDATE conversation_messages SET operation_id = $3, content = $4, text_tokens = $5, tokens = $6, created_at = $7
        WHERE conversation = $1 AND seq = $2
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

    /// <summary>
    /// Writes a turn over the one in its place; to be saved with its conversation. Fails with <see cref="StoreConflictException"/> where its
    /// operation has had its say.
    /// </summary>
    public static Statement Replace(long conversation, Turn turn) => new(
        Update,
        [
            conversation,
            turn.Seq,
            turn.OperationId,
            turn.Message.Content,
            turn.TextTokens,
            turn.Message.Tokens,
            Instant.ToStored(turn.Message.CreatedAt),
        ],
        ExpectedRows: 1);

    /// <summary>The turns up to this one, oldest first.</summary>
    public Task<IReadOnlyList<Turn>> AllAsync(long conversation, long last) =>
        ReadAsync($"{Select} AND seq <= @last ORDER BY seq", new { conversation, last });

    /// <summary>Turns from one number to another, both included, oldest first.</summary>
    public Task<IReadOnlyList<Turn>> RangeAsync(long conversation, long first, long last) =>
        ReadAsync($"{Select} AND seq BETWEEN @first AND @last ORDER BY seq", new { conversation, first, last });

    /// <summary>The turns of these numbers, in no order.</summary>
    public Task<IReadOnlyList<Turn>> TheseAsync(long conversation, IReadOnlyList<long> these)
    {
        var list = Listed.In(these, new { conversation }, out var parameters);
        return ReadAsync($"{Select} AND seq IN {list}", parameters);
    }

    /// <summary>The last turns before this one, oldest first.</summary>
    public Task<IReadOnlyList<Turn>> BeforeAsync(long conversation, long seq, int count) =>
        ReadAsync(SelectBefore, new { conversation, first = seq - count, seq });

    /// <summary>
    /// What an operation has led to: nothing, a message, or a message and its answer. The answer may be another operation's by now, and one
    /// that only had an answer written is led back to the message.
    /// </summary>
    public async Task<IReadOnlyList<Turn>> OfOperationAsync(long conversation, string operationId)
    {
        var own = await ReadAsync(SelectOfOperation, new { conversation, operationId });
        if (own is [] or [_, _]) return own;
        var said = own[0].Message.Role == MessageRole.User ? own[0].Seq : own[0].Seq - 1;
        var pair = await ReadAsync(SelectBefore, new { conversation, first = said, seq = said + 2 });
        return pair is [_, { Message.Role: MessageRole.Assistant }] ? pair : [pair[0]];
    }

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
