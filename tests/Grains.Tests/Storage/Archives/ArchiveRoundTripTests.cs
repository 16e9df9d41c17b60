using Dapper;
using Platform.Storage;
using Platform.Storage.Archives;
using Platform.Testing;

namespace Platform.Tests.Storage.Archives;

/// <summary>What is carried comes out as it went in, whichever way.</summary>
public sealed class ArchiveRoundTripTests(TestDatabases databases) : IClassFixture<TestDatabases>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("platform-archive-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory, OnSqlite(1), OnSqlite(2), OnPostgres(3), OnPostgres(4), OnPostgres(5)]
    public async Task Every_value_of_every_table_comes_back(string by, int seed)
    {
        var first = await FilledAsync(seed, rowsPerTable: 40);
        var there = await databases.CreateAsync(by);
        var back = (SqliteDatabase)(await databases.CreateAsync("sqlite")).Node;

        var written = await first.ExportAsync(File("there"));
        var read = await there.Node.ImportAsync(File("there"));
        await there.Node.ExportAsync(File("back"));
        await back.ImportAsync(File("back"));

        Assert.Equal(written, read);
        Assert.All(read, static table => Assert.True(table.Rows >= 40, table.Table));
        Assert.Equal(await first.DumpAsync(), await back.DumpAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tables_of_many_pages_come_back(string by)
    {
        var first = await FilledAsync(seed: 6, rowsPerTable: 1);
        await first.ExclusivelyAsync((connection, transaction) => connection.ExecuteAsync("""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO messages (conversation_id, seq, id, role, content, created_at)
            SELECT 'conversation ' || (i % 7), i, 'id' || i, i % 2, 'message ' || i, i FROM n
            """, transaction: transaction), default);
        var there = await databases.CreateAsync(by);
        var back = (SqliteDatabase)(await databases.CreateAsync("sqlite")).Node;

        await first.ExportAsync(File("there"));
        await there.Node.ImportAsync(File("there"));
        await there.Node.ExportAsync(File("back"));
        Assert.Contains(new Carried("messages", 20001), await back.ImportAsync(File("back")));

        Assert.Equal(await first.DumpAsync(), await back.DumpAsync());
    }

    [PostgresFact]
    public async Task PostgreSQL_takes_periods_of_reminders_as_Orleans_would_write_them_there()
    {
        var first = (await databases.CreateAsync("sqlite")).Node;
        await first.ApplySchemaAsync();
        await first.WriteAsync(new Statement(
            "INSERT INTO reminders (grain_id, name, grain_hash, start_at, period, etag) VALUES ($1, $2, $3, $4, $5, $6)",
            ["user/1", "soon", 1L, 123456L, 60_000_999L, "etag"]));
        var there = await databases.CreateAsync("postgres");

        await first.ExportAsync(File("there"));
        await there.Node.ImportAsync(File("there"));

        Assert.Equal(60_000, await there.Node.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT period FROM orleans_reminders")));
    }

    [PostgresFact]
    public async Task What_has_another_meaning_on_the_other_engine_is_not_moved_there()
    {
        foreach (var (grain, state) in new[] { ("user/0A", "user"), ("user/5", "nobody's"), ("user/5", "companion") })
        {
            var first = (await databases.CreateAsync("sqlite")).Node;
            await first.ApplySchemaAsync();
            await first.WriteAsync(new Statement("INSERT INTO grain_states (grain_id, state_name, version) VALUES ($1, $2, $3)", [grain, state, 1L]));
            var there = await databases.CreateAsync("postgres");

            await Assert.ThrowsAsync<StoreException>(async () =>
            {
                var file = File(Guid.NewGuid().ToString());
                await first.ExportAsync(file);
                await there.Node.ImportAsync(file);
            });
        }
    }

    [PostgresFact]
    public async Task States_of_another_service_are_not_left_behind_in_silence()
    {
        var there = await databases.CreateAsync("postgres");
        await there.Node.ApplySchemaAsync();
        await there.Node.WriteAsync(new Statement(
            "INSERT INTO orleans_states (service_id, state_name, key_high, key_low, key_text, version) VALUES ($1, $2, 0, 5, '', 1)",
            ["another", "user"]));

        var error = await Assert.ThrowsAsync<StoreException>(() => there.Node.ExportAsync(File("other")));
        Assert.Contains("another", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_directory));
    }

    private string File(string name) => Path.Combine(_directory, name);

    private async Task<SqliteDatabase> FilledAsync(int seed, int rowsPerTable)
    {
        var database = (SqliteDatabase)(await databases.CreateAsync("sqlite")).Node;
        await database.ApplySchemaAsync();
        await new RandomRows(seed).FillAsync(database, rowsPerTable);
        return database;
    }
}
