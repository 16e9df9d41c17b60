using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Storage;
using Platform.Testing;

namespace Platform.Tests.Storage;

public sealed class PostgresDatabaseTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Insert = "INSERT INTO companions (companion_id, owner_id, created_at) VALUES ($1, $2, $3)";

    [PostgresFact]
    public async Task After_the_server_has_cut_all_connections_the_next_write_succeeds()
    {
        var test = await databases.SharedAsync("postgres");
        for (var i = 0; i < 5; i++)
        {
            await test.Node.WriteAsync(new Statement(Insert, [$"before {i}", "owner", 0L]));
            await CutAsync(test);
            await test.Node.WriteAsync(new Statement(Insert, [$"after {i}", "owner", 0L]));
        }

        await using var another = test.Open();
        await using var connection = await another.OpenAsync();
        Assert.Equal(10, await connection.QuerySingleAsync<long>("SELECT count(*) FROM companions WHERE owner_id = 'owner'"));
    }

    [PostgresFact]
    public async Task A_write_that_is_cut_off_in_the_middle_is_written_whole_or_not_at_all()
    {
        var test = await databases.CreateAsync("postgres");
        await new Schema(test.Node, NullLogger<Schema>.Instance).ApplyAsync();
        await using var locker = await test.Node.OpenAsync();
        // Another one, because a transaction sees the activity as it was when it first looked.
        await using var observer = await test.Node.OpenAsync();
        await using (var held = await locker.BeginTransactionAsync())
        {
            // The write waits for this lock until its connection is cut.
            await locker.ExecuteAsync("LOCK TABLE companions IN ACCESS EXCLUSIVE MODE", transaction: held);
            var write = test.Node.WriteAsync(new("SELECT 1", []), new(Insert, ["cut", "cut", 0L]), new(Insert, ["cut 2", "cut", 0L]));
            while (await WaitingAsync(observer) == 0) await Task.Yield();
            await observer.ExecuteAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
            await held.CommitAsync();
            // A connection that was new fails; one that had been used before is tried again, since no commit was under way.
            if (await Record.ExceptionAsync(() => write) is { } error) Assert.IsType<StoreException>(error);
        }

        await test.Node.WriteAsync(new Statement(Insert, ["next", "cut", 0L]));
        Assert.True(await locker.QuerySingleAsync<long>("SELECT count(*) FROM companions WHERE owner_id = 'cut'") is 1 or 3);
    }

    [PostgresFact]
    public async Task Without_a_server_reads_and_writes_fail_as_the_store()
    {
        await using var database = new PostgresDatabase("Host=127.0.0.1;Port=1;Username=nobody;Password=secret");
        await Assert.ThrowsAsync<StoreException>(() => database.WriteAsync(new Statement("SELECT 1", [])));
        await Assert.ThrowsAsync<StoreException>(() => database.ReadAsync(_ => Task.FromResult(0)));
        Assert.DoesNotContain("secret", database.Location, StringComparison.Ordinal);
    }

    private static async Task CutAsync(TestDatabase test)
    {
        await using var another = test.Open();
        await using var connection = await another.OpenAsync();
        await connection.ExecuteAsync(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    private static Task<long> WaitingAsync(System.Data.Common.DbConnection connection) => connection.QuerySingleAsync<long>(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
}
