using Dapper;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>A row of the log of messages.</summary>
/// <param name="Feelings">What the companion felt after this message, as JSON; null where nobody felt anything.</param>
internal sealed record LoggedMessage(Message Message, string? Feelings);

/// <summary>The append-only log of messages: the truth of every conversation.</summary>
internal sealed class MessageLog(Database database)
{
    private const string Columns = "seq, id, role, content, emotion, feelings, created_at AS createdAt";

    private const string InsertOne =
        "INSERT INTO messages (conversation_id, seq, id, role, content, emotion, feelings, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string InsertTwo = InsertOne + ", ($9, $10, $11, $12, $13, $14, $15, $16)";

    /// <summary>Writes messages of one conversation, and what belongs to them, all or none.</summary>
    /// <exception cref="StoreConflictException">One of the numbers is taken: another activation was first.</exception>
    public Task AppendAsync(LoggedMessage message, params Statement[] together) =>
        database.WriteAsync([new Statement(InsertOne, Values([message])), .. together]);

    /// <inheritdoc cref="AppendAsync(LoggedMessage, Statement[])"/>
    public Task AppendAsync(LoggedMessage first, LoggedMessage second, params Statement[] together) =>
        database.WriteAsync([new Statement(InsertTwo, Values([first, second])), .. together]);

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

    /// <summary>Removes every message of a conversation.</summary>
    public Task DeleteAsync(string conversationId) =>
        database.WriteAsync(new Statement("DELETE FROM messages WHERE conversation_id = $1", [conversationId]));

    /// <summary>
    /// Erases what was said up to a message. The numbers stay taken: an activation that was cut off before can't write under one of them.
    /// </summary>
    public Task EraseAsync(string conversationId, long last) => database.WriteAsync(new Statement(
        "UPDATE messages SET content = '', emotion = NULL, feelings = NULL WHERE conversation_id = $1 AND seq <= $2 AND content <> ''",
        [conversationId, last]));

    private async Task<List<LoggedMessage>> ReadAsync(string sql, string conversationId, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<MessageRow>(sql, parameters));
        return rows.Select(row => new LoggedMessage(row.ToMessage(conversationId), row.Feelings)).AsList();
    }

    private static object?[] Values(ReadOnlySpan<LoggedMessage> messages)
    {
        var values = new object?[8 * messages.Length];
        var next = 0;
        foreach (var (message, feelings) in messages)
        {
            values[next++] = message.ConversationId;
            values[next++] = message.Seq;
            values[next++] = message.Id;
            values[next++] = (int)message.Role;
            values[next++] = message.Content;
            values[next++] = message.Emotion;
            values[next++] = feelings;
            values[next++] = Instant.ToStored(message.CreatedAt);
        }

        return values;
    }
}
