using Dapper;
using Platform.Companions.Autonomy;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>What a companion finds of herself beside her state when she becomes active.</summary>
/// <param name="Feelings">What she felt after the last message; null where there is none, or nothing was kept with it.</param>
/// <param name="IsSilent">Whether nothing was said yet.</param>
/// <param name="IsListed">Whether her owner's list has her.</param>
/// <param name="Trail">Her check-ins so far.</param>
internal sealed record Recollection(Feelings? Feelings, bool IsSilent, bool IsListed, CheckInTrail Trail);

/// <summary>
/// Reads it in one go: after a restart a hundred thousand of them become active at once, and what one costs is mostly the number of its reads.
/// </summary>
internal sealed class Recollections(Database database)
{
    /// <summary>More than a day can bring, and more than any setting counts.</summary>
    private const int TrailLength = 128;

    private const string Select = """
        SELECT
            (SELECT feelings FROM messages WHERE conversation_id = @companionId ORDER BY seq DESC LIMIT 1) AS feelings,
            (SELECT MAX(seq) FROM messages WHERE conversation_id = @companionId) AS last,
            (SELECT seq FROM messages WHERE conversation_id = @companionId AND role = 0 ORDER BY seq DESC LIMIT 1) AS heard,
            (SELECT COUNT(*) FROM companions WHERE companion_id = @companionId) AS listed;
        SELECT seq, created_at AS createdAt FROM check_ins WHERE companion_id = @companionId ORDER BY seq DESC LIMIT @TrailLength
        """;

    public Task<Recollection> ReadAsync(string companionId) => database.ReadAsync(async connection =>
    {
        await using var results = await connection.QueryMultipleAsync(Select, new { companionId, TrailLength });
        var one = await results.ReadSingleAsync<Row>();
        var sent = await results.ReadAsync<Sent>();
        return new Recollection(Feelings.FromJson(one.Feelings), one.Last is null, one.Listed > 0, Trail(sent, one.Heard ?? 0));
    });

    /// <param name="sent">The newest first.</param>
    /// <param name="heard">The number of the user's last message; 0: there is none.</param>
    private static CheckInTrail Trail(IEnumerable<Sent> sent, long heard)
    {
        var trail = CheckInTrail.Empty;
        foreach (var row in sent.Reverse())
        {
            if (trail.LastSeq < heard && row.Seq > heard) trail = trail.Answered();
            trail = trail.Sent(row.Seq, Instant.FromStored(row.CreatedAt));
        }

        return trail.LastSeq < heard ? trail.Answered() : trail;
    }

    private sealed class Row
    {
        public string? Feelings { get; init; }

        public long? Last { get; init; }

        public long? Heard { get; init; }

        public long Listed { get; init; }
    }

    private sealed class Sent
    {
        public long Seq { get; init; }

        public long CreatedAt { get; init; }
    }
}
