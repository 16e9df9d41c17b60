using System.Data.Common;
using Dapper;
using Platform.Storage;

namespace Platform.Companions.Autonomy;

/// <summary>
/// The reminders of check-ins, as the engine keeps them. A companion moves or removes hers when she has been woken, so one whose time is over
/// waits still.
/// </summary>
internal sealed class CheckInReminders(Database database)
{
    public const string Name = "check-in";

    /// <summary>The engine's own key of a companion is <c>companion/</c> and hers.</summary>
    private const string Prefix = "companion/";

    /// <summary>A place on the ring as it is stored: of four bytes, which one engine takes for a number with a sign.</summary>
    public long PlaceOf(uint hash) => IsSqlite ? hash : (int)hash;

    private bool IsSqlite => database.Engine == "sqlite";

    /// <summary>How many were due before a moment, and when the first of them was.</summary>
    public async Task<(long Count, DateTimeOffset? Oldest)> OverdueAsync(DateTimeOffset before)
    {
        var (count, oldest) = await database.ReadAsync(connection => IsSqlite
            ? CountAsync<long?>(connection, "SELECT COUNT(*), MIN(start_at) FROM reminders WHERE name = @name AND start_at < @before", Stored(before), Read)
            : CountAsync<DateTime?>(
                connection, "SELECT COUNT(*), MIN(start_time) FROM orleans_reminders WHERE name = @name AND start_time < @before", Stored(before), Read));
        return (count, oldest);
    }

    /// <summary>The companions whose reminders were due before a moment, in the order of their places on the ring.</summary>
    /// <param name="after">Only places after this one.</param>
    public Task<IReadOnlyList<OverdueWake>> OverdueAsync(DateTimeOffset before, long after, int limit) => database.ReadAsync<IReadOnlyList<OverdueWake>>(async connection =>
    {
        var rows = await connection.QueryAsync<Row>(
            IsSqlite
                ? "SELECT grain_id AS grainId, grain_hash AS place FROM reminders WHERE grain_hash > @after AND name = @name AND start_at < @before ORDER BY grain_hash LIMIT @limit"
                : "SELECT grain_id AS grainId, grain_hash::BIGINT AS place FROM orleans_reminders WHERE grain_hash > @after AND name = @name AND start_time < @before ORDER BY grain_hash LIMIT @limit",
            new { after, name = Name, before = Stored(before), limit });
        return [.. rows.Where(row => row.GrainId.StartsWith(Prefix, StringComparison.Ordinal)).Select(row => new OverdueWake(row.GrainId[Prefix.Length..], row.Place))];
    });

    private static async Task<(long, DateTimeOffset?)> CountAsync<T>(DbConnection connection, string sql, object before, Func<T, DateTimeOffset?> read)
    {
        var (count, oldest) = await connection.QuerySingleAsync<(long, T)>(sql, new { name = Name, before });
        return (count, read(oldest));
    }

    private object Stored(DateTimeOffset moment) => IsSqlite ? Instant.ToStored(moment) : moment.UtcDateTime;

    private static DateTimeOffset? Read(long? stored) => stored is { } moment ? Instant.FromStored(moment) : null;

    private static DateTimeOffset? Read(DateTime? stored) => stored is { } moment ? new DateTimeOffset(moment, TimeSpan.Zero) : null;

    private sealed class Row
    {
        public string GrainId { get; init; } = "";

        public long Place { get; init; }
    }
}

/// <summary>A companion who should have been woken.</summary>
/// <param name="Place">On the ring of reminders.</param>
internal sealed record OverdueWake(string CompanionId, long Place);
