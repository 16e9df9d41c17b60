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

    /// <summary>The engine's own key of a companion is this and hers.</summary>
    private const string Prefix = "companion/";

    // The name stands in the texts because that is what makes them fit the index.
    internal const string CountOnSqlite = $"SELECT COUNT(*), MIN(start_at) FROM reminders WHERE name = '{Name}' AND start_at < @before";
    private const string CountOnPostgres = $"SELECT COUNT(*), MIN(start_time) FROM orleans_reminders WHERE name = '{Name}' AND start_time < @before";

    internal const string OldestOnSqlite =
        $"SELECT grain_id, start_at FROM reminders WHERE name = '{Name}' AND start_at < @before ORDER BY start_at, grain_id LIMIT @limit OFFSET @skip";

    private const string OldestOnPostgres =
        $"SELECT grain_id, start_time FROM orleans_reminders WHERE name = '{Name}' AND start_time < @before ORDER BY start_time, grain_id LIMIT @limit OFFSET @skip";

    private bool IsSqlite => database.Engine == "sqlite";

    /// <summary>How many were due before a moment, and when the first of them was.</summary>
    public async Task<(long Count, DateTimeOffset? Oldest)> OverdueAsync(DateTimeOffset before) => await database.ReadAsync(async connection =>
    {
        if (IsSqlite)
        {
            var (count, oldest) = await ReadAsync<long?>(connection, CountOnSqlite, before);
            return (count, oldest is { } at ? Instant.FromStored(at) : (DateTimeOffset?)null);
        }
        else
        {
            var (count, oldest) = await ReadAsync<DateTime?>(connection, CountOnPostgres, before);
            return (count, oldest is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : (DateTimeOffset?)null);
        }
    });

    /// <summary>The companions whose reminders were due before a moment, the longest overdue first.</summary>
    /// <param name="skip">Leaves out so many.</param>
    public Task<IReadOnlyList<Overdue>> OverdueAsync(DateTimeOffset before, int skip, int limit) => database.ReadAsync<IReadOnlyList<Overdue>>(async connection =>
    {
        var values = new { before = Stored(before), skip, limit };
        var rows = IsSqlite
            ? (await connection.QueryAsync<(string Id, long At)>(OldestOnSqlite, values)).Select(row => (row.Id, At: Instant.FromStored(row.At)))
            : (await connection.QueryAsync<(string Id, DateTime At)>(OldestOnPostgres, values)).Select(row => (row.Id, At: new DateTimeOffset(row.At, TimeSpan.Zero)));
        return [.. rows.Where(row => row.Id.StartsWith(Prefix, StringComparison.Ordinal)).Select(row => new Overdue(row.Id[Prefix.Length..], row.At))];
    });

    private Task<(long, T)> ReadAsync<T>(DbConnection connection, string sql, DateTimeOffset before) =>
        connection.QuerySingleAsync<(long, T)>(sql, new { before = Stored(before) });

    /// <summary>A companion who should have been woken, and when.</summary>
    internal readonly record struct Overdue(string CompanionId, DateTimeOffset DueAt);

    private object Stored(DateTimeOffset moment) => IsSqlite ? Instant.ToStored(moment) : moment.UtcDateTime;
}
