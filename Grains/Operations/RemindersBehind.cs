using System.Data.Common;
using Dapper;
using Platform.Storage;

namespace Platform.Operations;

/// <summary>
/// How many check-ins are behind their time. A companion's reminder is moved or removed when it has done its work, so one whose time is over
/// waits still. Counting looks at all reminders, so it is not done more often than every ten seconds.
/// </summary>
internal sealed class RemindersBehind(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    /// <summary>A reminder comes within seconds of its time.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private ReminderBacklog _last = new(0, 0);
    private DateTimeOffset _countedAt = DateTimeOffset.MinValue;

    public async Task<ReminderBacklog> CountAsync()
    {
        var now = clock.GetUtcNow();
        if (now - _countedAt < Age) return _last;
        _countedAt = now;
        try
        {
            _last = await database.ReadAsync(connection => CountAsync(connection, now));
        }
        catch (StoreException)
        {
            // The page shows what is wrong better than an error would.
        }

        return _last;
    }

    private async Task<ReminderBacklog> CountAsync(DbConnection connection, DateTimeOffset now)
    {
        if (database.Engine == "sqlite")
        {
            var (count, oldest) = await connection.QuerySingleAsync<(long, long?)>(
                "SELECT COUNT(*), MIN(start_at) FROM reminders WHERE name = 'check-in' AND start_at < @before",
                new { before = Instant.ToStored(now - Tolerance) });
            return new(count, oldest is { } at ? (now - Instant.FromStored(at)).TotalSeconds : 0);
        }
        else
        {
            var (count, oldest) = await connection.QuerySingleAsync<(long, DateTime?)>(
                "SELECT COUNT(*), MIN(start_time) FROM orleans_reminders WHERE name = 'check-in' AND start_time < @before",
                new { before = (now - Tolerance).UtcDateTime });
            return new(count, oldest is { } at ? (now - new DateTimeOffset(at, TimeSpan.Zero)).TotalSeconds : 0);
        }
    }
}
