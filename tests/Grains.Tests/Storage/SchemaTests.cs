using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Storage;
using Platform.Testing;

namespace Platform.Tests.Storage;

public sealed class SchemaTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_applied_once_however_often_it_is_asked_for(string engine)
    {
        var test = await databases.CreateAsync(engine);
        await ApplyAsync(test.Node);
        var first = await HistoryAsync(test.Node);
        await ApplyAsync(test.Node);

        Assert.Equal(first, await HistoryAsync(test.Node));
        Assert.Equal(first.Order(), first.Distinct().Order());
        Assert.Contains($"0003_orleans.{engine}.sql", first);
        Assert.Contains("0001_messages.sql", first);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Eight_nodes_that_start_at_once_apply_it_once(string engine)
    {
        var test = await databases.CreateAsync(engine);
        var nodes = Enumerable.Range(0, 8).Select(_ => test.Open()).ToList();
        await Task.WhenAll(nodes.Select(node => Task.Run(() => ApplyAsync(node))));

        var alone = await databases.CreateAsync(engine);
        await ApplyAsync(alone.Node);
        Assert.Equal(await HistoryAsync(alone.Node), await HistoryAsync(test.Node));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_script_that_was_edited_after_it_was_applied_is_refused(string engine)
    {
        var test = await databases.CreateAsync(engine);
        await ApplyAsync(test.Node);
        await test.Node.WriteAsync(
            new Statement("UPDATE schema_scripts SET sha256 = $1 WHERE number = $2", ["another", 1], ExpectedRows: 1));

        var error = await Assert.ThrowsAsync<StoreException>(() => ApplyAsync(test.Node));
        Assert.Contains("0001_messages.sql", error.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_a_newer_program_is_refused(string engine)
    {
        var test = await databases.CreateAsync(engine);
        await ApplyAsync(test.Node);
        await test.Node.WriteAsync(
            new Statement("INSERT INTO schema_scripts (number, name, sha256) VALUES ($1, $2, $3)", [9999, "9999.sql", ""]));

        await Assert.ThrowsAsync<StoreException>(() => ApplyAsync(test.Node));
    }

    private static Task ApplyAsync(Database database) => new Schema(database, NullLogger<Schema>.Instance).ApplyAsync();

    private static async Task<List<string>> HistoryAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        return (await connection.QueryAsync<string>("SELECT name FROM schema_scripts ORDER BY number, name")).ToList();
    }
}
