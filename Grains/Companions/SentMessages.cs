using Dapper;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>Counts what an account has sent to its companions: for whoever keeps count in memory and has lost it.</summary>
internal sealed class SentMessages(Database database, CompanionIndex index)
{
    /// <summary>The newest of a conversation, a range of its key; answers and check-ins stand between them.</summary>
    internal const string CountOfCompanion = """
        SELECT COUNT(*) FROM (SELECT role, created_at FROM messages WHERE conversation_id = @companionId ORDER BY seq DESC LIMIT @newest) AS newest
        WHERE role = @role AND created_at >= @since
        """;

    /// <summary>How many messages were sent since the day began, as far as it matters to a limit of <paramref name="most"/>.</summary>
    public async Task<DailyMessages> CountAsync(string ownerId, DateTimeOffset now, int most)
    {
        var today = DailyMessages.StartOfDay(now);
        var sent = 0L;
        foreach (var companionId in await index.OfOwnerAsync(ownerId))
        {
            sent += await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
                CountOfCompanion, new { companionId, newest = 4L * most, role = (int)MessageRole.User, since = Instant.ToStored(today) }));
        }

        return new DailyMessages(today, sent);
    }
}
