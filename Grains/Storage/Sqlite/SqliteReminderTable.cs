using Dapper;

namespace Platform.Storage.Sqlite;

/// <summary>
/// Reminders in <c>reminders</c>. Times are kept to the microsecond. A reminder has another etag after each write, and no two writes ever
/// share one, so the etag of a removed reminder does not fit its successor.
/// </summary>
internal sealed class SqliteReminderTable(Database database, IdSource ids) : IReminderTable
{
    private const string Columns =
        "SELECT grain_id AS GrainId, name AS Name, start_at AS StartAt, period AS Period, etag AS Etag FROM reminders WHERE ";

    private const string Upsert = """
        INSERT INTO reminders (grain_id, name, grain_hash, start_at, period, etag) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (grain_id, name) DO UPDATE SET
            grain_hash = excluded.grain_hash, start_at = excluded.start_at, period = excluded.period, etag = excluded.etag
        """;

    private const string Delete = "DELETE FROM reminders WHERE grain_id = $1 AND name = $2 AND etag = $3";

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        (await QueryAsync("grain_id = @grain AND name = @reminderName", new { grain = grainId.ToString(), reminderName })).FirstOrDefault();

    public async Task<ReminderTableData> ReadRows(GrainId grainId) =>
        new(await QueryAsync("grain_id = @grain", new { grain = grainId.ToString() }));

    /// <summary>The rows in (begin, end]; if begin is not below end, the range runs through the highest hash on to the lowest.</summary>
    public async Task<ReminderTableData> ReadRows(uint begin, uint end) =>
        new(await QueryAsync(
            begin < end ? "grain_hash > @begin AND grain_hash <= @end" : "(grain_hash > @begin OR grain_hash <= @end)",
            new { begin = (long)begin, end = (long)end }));

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var etag = ids.Next();
        await database.WriteAsync(new Statement(Upsert,
        [
            entry.GrainId.ToString(),
            entry.ReminderName,
            (long)entry.GrainId.GetUniformHashCode(),
            (entry.StartAt.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
            entry.Period.Ticks / TimeSpan.TicksPerMicrosecond,
            etag,
        ]));
        return etag;
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        try
        {
            await database.WriteAsync(new Statement(Delete, [grainId.ToString(), reminderName, eTag], ExpectedRows: 1));
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    public Task TestOnlyClearTable() => database.WriteAsync(new Statement("DELETE FROM reminders", []));

    private async Task<IEnumerable<ReminderEntry>> QueryAsync(string condition, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(Columns + condition, parameters));
        return rows.Select(static row => row.ToEntry());
    }

    private sealed record Row(string GrainId, string Name, long StartAt, long Period, string Etag)
    {
        public ReminderEntry ToEntry() => new()
        {
            GrainId = Orleans.Runtime.GrainId.Parse(GrainId),
            ReminderName = Name,
            StartAt = DateTime.UnixEpoch.AddTicks(StartAt * TimeSpan.TicksPerMicrosecond),
            Period = TimeSpan.FromMicroseconds(Period),
            ETag = Etag,
        };
    }
}
