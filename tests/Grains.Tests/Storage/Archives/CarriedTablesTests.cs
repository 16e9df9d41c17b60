using Dapper;
using Platform.Storage.Archives;
using Platform.Testing;

namespace Platform.Tests.Storage.Archives;

/// <summary>A script that adds a table needs nothing to be done for archives, unless one of these fails.</summary>
public sealed class CarriedTablesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [PostgresFact]
    public async Task Both_engines_carry_the_same_tables_and_columns()
    {
        var lists = new List<IReadOnlyList<ArchivedTable>>();
        foreach (var engine in new[] { "sqlite", "postgres" })
            lists.Add([.. (await (await databases.SharedAsync(engine)).Node.TablesAsync()).Select(ArchivedTable.Of)]);

        Assert.Equal(lists[0].Select(static table => table.Name), lists[1].Select(static table => table.Name));
        Assert.All(lists[0].Zip(lists[1]), static pair => Assert.Equal(pair.First.Columns, pair.Second.Columns));
        Assert.Contains("grain_states", lists[0].Select(static table => table.Name));
        Assert.Contains("reminders", lists[0].Select(static table => table.Name));
    }

    [Theory]
    [OnSqlite("SELECT name FROM sqlite_schema WHERE type = 'table'", "schema_scripts")]
    [OnPostgres(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", "orleans_clusters", "orleans_members", "orleansquery", "schema_scripts")]
    public async Task Every_table_is_carried_but_those_that_make_no_sense_elsewhere(string engine, string sql, params string[] behind)
    {
        var database = (await databases.SharedAsync(engine)).Node;
        var all = await database.ReadAsync(connection => connection.QueryAsync<string>(sql));
        var carried = (await database.TablesAsync()).Select(static table => table.Stored.Name);

        Assert.Equal(behind, all.Except(carried).Order(StringComparer.Ordinal));
    }

    /// <summary>What is written in the order of names would have to follow them, and a number that the database gives would have to go on.</summary>
    [PostgresFact]
    public async Task No_carried_table_refers_to_another_or_counts_by_itself()
    {
        var database = (await databases.SharedAsync("postgres")).Node;
        var found = await database.ReadAsync(connection => connection.QueryAsync<string>("""
            SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f'
            UNION ALL
            SELECT table_name || '.' || column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND (is_identity = 'YES' OR column_default IS NOT NULL OR is_generated <> 'NEVER')
            """));

        // Reminders are given new numbers as they arrive.
        Assert.Equal(["orleans_members", "orleans_reminders.version"], found.Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_database_has_nothing_to_export_and_can_be_filled_from_that(string engine)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("platform-archive-").FullName, "empty");
        var source = (await databases.SharedAsync(engine)).Node;
        Assert.Equal(0, await source.CountRowsAsync());
        await source.ExportAsync(file);

        var target = (await databases.CreateAsync(engine)).Node;
        // Once more, where the schema is there already.
        await target.ApplySchemaAsync();
        Assert.Contains(new Carried("totals", 1), await target.ImportAsync(file));
        Assert.Equal(0, await target.CountRowsAsync());
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
