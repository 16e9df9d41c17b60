using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions.Autonomy;

/// <summary>The append-only log of check-ins: beside each message that a companion wrote by herself, why she did.</summary>
internal sealed class CheckInLog(Database database)
{
    private const string Insert = """
        INSERT INTO check_ins (companion_id, seq, id, reason, cause, emotions, was_ignored, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7)
        """;

    private const string Ignore = "UPDATE check_ins SET was_ignored = 1 WHERE companion_id = $1 AND seq = $2";

    private const string SelectRecent = """
        SELECT id, reason, cause, emotions, was_ignored AS wasIgnored, created_at AS createdAt
        FROM check_ins WHERE companion_id = @companionId ORDER BY seq DESC LIMIT @limit
        """;

    private const string SelectAfter = """
        SELECT seq, id, reason, cause, emotions, was_ignored AS wasIgnored, created_at AS createdAt
        FROM check_ins WHERE companion_id = @companionId AND seq > @seq ORDER BY seq LIMIT @limit
        """;

    /// <summary>A row, to be written in one unit with its message.</summary>
    public static Statement Append(Message message, CheckInTrigger trigger, string cause, Emotions felt) => new(
        Insert,
        [
            message.ConversationId,
            message.Seq,
            message.Id,
            trigger.ToString(),
            cause,
            JsonSerializer.Serialize(felt, CheckInJson.Default.Emotions),
            Instant.ToStored(message.CreatedAt),
        ]);

    /// <summary>Marks one as ignored, in one unit with the message that came too late or instead.</summary>
    public static Statement Ignored(string companionId, long seq) => new(Ignore, [companionId, seq]);

    /// <summary>The last ones, the newest first.</summary>
    public async Task<IReadOnlyList<CheckIn>> RecentAsync(string companionId, int limit)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(SelectRecent, new { companionId, limit }));
        return [.. rows.Select(row => row.ToCheckIn())];
    }

    /// <summary>The first ones after this message, the oldest first.</summary>
    public async Task<CheckInPage> AfterAsync(string companionId, long seq, int limit)
    {
        var rows = (await database.ReadAsync(connection => connection.QueryAsync<Row>(SelectAfter, new { companionId, seq, limit }))).AsList();
        return new([.. rows.Select(row => row.ToCheckIn())], rows.Count > 0 ? rows[^1].Seq : seq);
    }

    public Task<long> CountAsync(string companionId) => database.ReadAsync(connection =>
        connection.QuerySingleAsync<long>("SELECT COUNT(*) FROM check_ins WHERE companion_id = @companionId", new { companionId }));

    public Task DeleteAsync(string companionId) =>
        database.WriteAsync(new Statement("DELETE FROM check_ins WHERE companion_id = $1", [companionId]));

    private sealed class Row
    {
        public long Seq { get; init; }

        public string Id { get; init; } = "";

        public string Reason { get; init; } = "";

        public string Cause { get; init; } = "";

        public string Emotions { get; init; } = "";

        public int WasIgnored { get; init; }

        public long CreatedAt { get; init; }

        public CheckIn ToCheckIn() => new(
            Id,
            Enum.Parse<CheckInTrigger>(Reason),
            Cause,
            JsonSerializer.Deserialize(Emotions, CheckInJson.Default.Emotions)!,
            WasIgnored != 0,
            Instant.FromStored(CreatedAt));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Emotions))]
internal sealed partial class CheckInJson : JsonSerializerContext;
