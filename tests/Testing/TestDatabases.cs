using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Storage;
using Xunit;

namespace Platform.Testing;

/// <summary>The databases of one test class (an <c>IClassFixture</c>), on both engines. They are deleted when the class is done.</summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<TestDatabase>> _shared = [];
    private readonly List<TestDatabase> _all = [];

    /// <summary>A new database without a schema.</summary>
    public async Task<TestDatabase> CreateAsync(string engine)
    {
        var connection = engine == "postgres"
            ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync()
            : Path.Combine(Directory.CreateTempSubdirectory("platform-test-").FullName, "test.db");
        var created = new TestDatabase(engine, connection);
        lock (_lock) _all.Add(created);
        return created;
    }

    /// <summary>The class's database with the schema applied. All tests of the class share it, so each uses keys of its own.</summary>
    public Task<TestDatabase> SharedAsync(string engine)
    {
        lock (_lock) return _shared.TryGetValue(engine, out var shared) ? shared : _shared[engine] = CreateMigratedAsync(engine);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _all) await database.DisposeAsync();
    }

    private async Task<TestDatabase> CreateMigratedAsync(string engine)
    {
        var created = await CreateAsync(engine);
        await new Schema(created.Node, NullLogger<Schema>.Instance).ApplyAsync();
        return created;
    }
}

/// <summary>A database that tests may do anything with.</summary>
/// <param name="Engine"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Connection">The path of the SQLite file, or PostgreSQL's connection string.</param>
public sealed record TestDatabase(string Engine, string Connection) : IAsyncDisposable
{
    /// <summary>The database as one node sees it, open until the test class is done.</summary>
    public Database Node => field ??= Open();

    /// <summary>The database as another node sees it. The caller disposes it.</summary>
    public Database Open() => Engine == "postgres" ? new PostgresDatabase(Connection) : new SqliteDatabase(Connection);

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        if (Engine == "postgres")
        {
            await (await PostgresServer.SharedAsync()).DropDatabaseAsync(Connection);
            return;
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(Connection)!, recursive: true);
    }
}
