using Dapper;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>
/// What became of messages: delivered, read. Numbers have no gaps and rise with time, so a part of a history is a range of the key.
/// </summary>
internal sealed class MessageTracking(Database database, MessageLog log)
{
    /// <summary>How far back a receipt is looked for.</summary>
    private const int ReceiptWindow = 1000;

    private const string Select = """
        SELECT seq, id, role, content, emotion, feelings, created_at AS createdAt, delivered_at AS deliveredAt,
            CASE WHEN role = 1 THEN read_at ELSE (
                SELECT answer.created_at FROM messages answer
                WHERE answer.conversation_id = @id AND answer.seq > messages.seq AND answer.role = 1 ORDER BY answer.seq LIMIT 1) END AS readAt
        FROM messages WHERE conversation_id = @id
        """;

    private const string SelectRange = Select + " AND seq BETWEEN @first AND @last AND created_at >= @since ORDER BY seq DESC";

    private const string Deliver = """
        UPDATE messages SET delivered_at = $4
        WHERE conversation_id = $1 AND seq BETWEEN $2 AND $3 AND role = 1 AND delivered_at IS NULL
        """;

    private const string Read = """
        UPDATE messages SET read_at = $4, delivered_at = coalesce(delivered_at, $4)
        WHERE conversation_id = $1 AND seq > $2 AND id = $3 AND role = 1 AND read_at IS NULL
        """;

    private const string IsUnread =
        "SELECT EXISTS (SELECT 1 FROM messages WHERE conversation_id = @id AND seq > @after AND id = @messageId AND role = 1 AND read_at IS NULL)";

    /// <summary>A part of the history, all of it delivered now.</summary>
    /// <param name="clearedThrough">The number before the first message that is shown.</param>
    public async Task<HistorySlice> RecallAsync(
        string conversationId, long lastSeq, HistoryQuery query, DateTimeOffset now, long clearedThrough = 0)
    {
        var last = query.Before is { } before ? await log.FirstSinceAsync(conversationId, before, lastSeq) - 1 : lastSeq;
        // One more than is shown tells whether there are more.
        var parameters = new { id = conversationId, first = Math.Max(clearedThrough + 1, last - query.Limit), last, since = Instant.ToStored(query.Since) };
        var found = (await database.ReadAsync(connection => connection.QueryAsync<Row>(SelectRange, parameters))).AsList();
        var rows = found.GetRange(0, Math.Min(found.Count, query.Limit));
        if (rows.Exists(row => row is { IsHers: true, DeliveredAt: null }))
        {
            await MarkDeliveredAsync(conversationId, rows[^1].Seq, rows[0].Seq, now);
            foreach (var row in rows.Where(row => row.IsHers)) row.DeliveredAt ??= Instant.ToStored(now);
        }

        return new HistorySlice([.. rows.Select(row => row.ToTracked(conversationId))], HasMore: found.Count > rows.Count);
    }

    /// <summary>Messages from one number to another, both included, oldest first. That they are looked at here delivers nothing.</summary>
    public Task<IReadOnlyList<TrackedMessage>> RangeAsync(string conversationId, long first, long last) =>
        ReadAsync(conversationId, $"{Select} AND seq BETWEEN @first AND @last ORDER BY seq", new { id = conversationId, first, last });

    /// <summary>The messages of these numbers, in no order.</summary>
    public async Task<IReadOnlyList<TrackedMessage>> TheseAsync(string conversationId, IReadOnlyList<long> these)
    {
        if (these.Count == 0) return [];
        var list = Listed.In(these, new { id = conversationId }, out var parameters);
        return await ReadAsync(conversationId, $"{Select} AND seq IN {list}", parameters);
    }

    /// <summary>What was written after a moment, oldest first; null where that is more than <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<TrackedMessage>?> SinceAsync(string conversationId, DateTimeOffset moment, long lastSeq, int most)
    {
        var first = await log.FirstSinceAsync(conversationId, moment.AddMicroseconds(1), lastSeq);
        if (lastSeq - first >= most) return null;
        var parameters = new { id = conversationId, first, last = lastSeq, since = 0L };
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(SelectRange, parameters));
        return [.. rows.Reverse().Select(row => row.ToTracked(conversationId))];
    }

    /// <summary>What the companion wrote under these numbers, both included, has arrived.</summary>
    public Task MarkDeliveredAsync(string conversationId, long first, long last, DateTimeOffset now) =>
        database.WriteAsync(new Statement(Deliver, [conversationId, first, last, Instant.ToStored(now)]));

    /// <summary>
    /// The user has read this message, if it is one of the companion's last. Looks first, because clients send receipts as often as they like:
    /// so there are no more writes than messages.
    /// </summary>
    public async Task MarkReadAsync(string conversationId, long lastSeq, string messageId, DateTimeOffset now)
    {
        var parameters = new { id = conversationId, after = lastSeq - ReceiptWindow, messageId };
        if (!await database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>(IsUnread, parameters))) return;
        await database.WriteAsync(new Statement(Read, [conversationId, parameters.after, messageId, Instant.ToStored(now)]));
    }

    private async Task<IReadOnlyList<TrackedMessage>> ReadAsync(string conversationId, string sql, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(sql, parameters));
        return [.. rows.Select(row => row.ToTracked(conversationId))];
    }

    private sealed class Row : MessageRow
    {
        public long? DeliveredAt { get; set; }

        public long? ReadAt { get; init; }

        public bool IsHers => Role == (int)MessageRole.Assistant;

        public TrackedMessage ToTracked(string conversationId)
        {
            var message = ToMessage(conversationId);
            return new(
                message,
                IsHers ? Companions.Feelings.FromJson(Feelings)?.AsOf(message.CreatedAt).Emotions : null,
                IsHers ? Moment(DeliveredAt) : message.CreatedAt,
                Moment(ReadAt));
        }

        private static DateTimeOffset? Moment(long? stored) => stored is { } value ? Instant.FromStored(value) : null;
    }
}
