using Dapper;
using Platform.Conversations.Search;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>A row of the log of messages.</summary>
/// <param name="Feelings">What the companion felt after this message, as JSON; null where nobody felt anything.</param>
/// <param name="Request">Which request it came of, as <see cref="SaidRequests"/> writes it; null where that won't be sent again.</param>
/// <param name="Gained">Of an answer to such a request: by how much the message moved the companion's stats.</param>
internal sealed record LoggedMessage(Message Message, string? Feelings, byte[]? Request = null, string? Gained = null);

/// <summary>The append-only log of messages: the truth of every conversation.</summary>
internal sealed class MessageLog(Database database)
{
    private const string Columns = "seq, id, role, content, emotion, feelings, request, gained, created_at AS createdAt";

    internal const string SelectRequests = """
        SELECT seq, request, created_at FROM messages WHERE conversation_id = @conversationId AND seq >= @first AND request IS NOT NULL ORDER BY seq
        """;

    private const string Written = "conversation_id, seq, id, role, content, emotion, feelings, created_at";

    private const string InsertOne = $"INSERT INTO messages ({Written}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string Erase =
        "UPDATE messages SET content = '', emotion = NULL, feelings = NULL, gained = NULL WHERE conversation_id = $1 AND seq <= $2 AND content <> ''";

    private const string InsertTwo = InsertOne + ", ($9, $10, $11, $12, $13, $14, $15, $16)";

    private const string InsertOneOfRequest = $"INSERT INTO messages ({Written}, request, gained) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private const string InsertTwoOfRequest = InsertOneOfRequest + ", ($11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";

    private const string Replace = """
        UPDATE messages SET id = $4, content = $5, emotion = $6, created_at = $7, delivered_at = NULL, read_at = NULL
        WHERE conversation_id = $1 AND seq = $2 AND id = $3 AND role = 1
        """;

    /// <summary>Writes messages of one conversation, and what belongs to them, all or none.</summary>
    /// <exception cref="StoreConflictException">One of the numbers is taken: another activation was first.</exception>
    public Task AppendAsync(LoggedMessage message, params Statement[] together) =>
        database.WriteAsync([Insert([message]), .. together]);

    /// <inheritdoc cref="AppendAsync(LoggedMessage, Statement[])"/>
    public Task AppendAsync(LoggedMessage first, LoggedMessage second, params Statement[] together) =>
        database.WriteAsync([Insert([first, second]), .. together]);

    /// <summary>Writes a message of the companion's in the place of another. To the user it is new.</summary>
    /// <exception cref="StoreConflictException">The other is not there any more.</exception>
    public Task ReplaceAsync(string id, LoggedMessage by) => database.WriteAsync(new Statement(
        Replace,
        [
            by.Message.ConversationId,
            by.Message.Seq,
            id,
            by.Message.Id,
            by.Message.Content,
            by.Message.Emotion,
            Instant.ToStored(by.Message.CreatedAt),
        ],
        ExpectedRows: 1));

    /// <summary>The last messages, oldest first.</summary>
    public async Task<IReadOnlyList<LoggedMessage>> TailAsync(string conversationId, int count)
    {
        var rows = await ReadAsync(
            $"SELECT {Columns} FROM messages WHERE conversation_id = @conversationId ORDER BY seq DESC LIMIT @count",
            conversationId,
            new { conversationId, count });
        rows.Reverse();
        return rows;
    }

    /// <summary>The messages numbered from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public async Task<IReadOnlyList<LoggedMessage>> RangeAsync(string conversationId, long first, long last) =>
        await ReadAsync(
            $"SELECT {Columns} FROM messages WHERE conversation_id = @conversationId AND seq BETWEEN @first AND @last ORDER BY seq",
            conversationId,
            new { conversationId, first, last });

    /// <inheritdoc cref="MessageTable.FirstSinceAsync"/>
    public Task<long> FirstSinceAsync(string conversationId, DateTimeOffset moment, long lastSeq) =>
        MessageTable.OfCompanions.FirstSinceAsync(database, conversationId, moment, lastSeq);

    /// <summary>Which of the messages from a number on came of requests that may be sent again, oldest first.</summary>
    public Task<IEnumerable<(long Seq, byte[] Request, long CreatedAt)>> RequestsAsync(string conversationId, long first) =>
        database.ReadAsync(connection => connection.QueryAsync<(long, byte[], long)>(SelectRequests, new { conversationId, first }));

    /// <summary>Removes every message of a conversation.</summary>
    public Task DeleteAsync(string conversationId) => database.WriteAsync(
        [new Statement("DELETE FROM messages WHERE conversation_id = $1", [conversationId]), .. SearchIndex.Forget(conversationId)]);

    /// <summary>
    /// Erases what was said up to a message. The numbers stay taken: an activation that was cut off before can't write under one of them.
    /// </summary>
    public Task EraseAsync(string conversationId, long last) =>
        database.WriteAsync([new Statement(Erase, [conversationId, last]), .. SearchIndex.Forget(conversationId)]);

    private async Task<List<LoggedMessage>> ReadAsync(string sql, string conversationId, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<MessageRow>(sql, parameters));
        return rows.Select(row => new LoggedMessage(row.ToMessage(conversationId), row.Feelings, row.Request, row.Gained)).AsList();
    }

    /// <summary>What came of no request, as most, has two values less to carry.</summary>
    private static Statement Insert(ReadOnlySpan<LoggedMessage> messages)
    {
        var isOfRequest = messages[0] is not { Request: null, Gained: null };
        var sql = messages.Length == 1 ? isOfRequest ? InsertOneOfRequest : InsertOne : isOfRequest ? InsertTwoOfRequest : InsertTwo;
        var values = new object?[(isOfRequest ? 10 : 8) * messages.Length];
        var next = 0;
        foreach (var (message, feelings, request, gained) in messages)
        {
            values[next++] = message.ConversationId;
            values[next++] = message.Seq;
            values[next++] = message.Id;
            values[next++] = (int)message.Role;
            values[next++] = message.Content;
            values[next++] = message.Emotion;
            values[next++] = feelings;
            values[next++] = Instant.ToStored(message.CreatedAt);
            if (!isOfRequest) continue;
            values[next++] = request;
            values[next++] = gained;
        }

        return new Statement(sql, values);
    }
}
