using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using Platform.Testing;

namespace Platform.Api.Tests;

public sealed class HealthTests
{
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Without_its_file_the_server_lives_but_is_not_ready_until_the_file_is_back()
    {
        await using var server = new PlatformServer();
        await server.InitializeAsync();
        var file = Path.Combine(server.DataDirectory, "platform.db");
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));

        File.Move(file, $"{file}.away");
        await AssertNotReadyAsync(server);
        Assert.Equal("ok", await server.CreateClient().GetStringAsync("/healthz"));
        Assert.Equal("ok", await server.CreateClient().GetStringAsync("/health"));

        File.Move($"{file}.away", file);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));
    }

    [Fact]
    public async Task While_nobody_can_write_all_who_ask_are_answered_soon_and_share_one_probe()
    {
        await using var server = new PlatformServer();
        await server.InitializeAsync();
        var watch = Stopwatch.StartNew();
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(server.DataDirectory, "platform.db")}"))
        {
            await other.OpenAsync();
            await using var writing = other.BeginTransaction(deferred: false);
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AssertNotReadyAsync(server)));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bearable);
        }

        await Poll.UntilAsync(async () => await ReadyAsync(server) == HttpStatusCode.OK, Bearable);
    }

    [PostgresFact]
    public async Task Without_PostgreSQL_the_server_is_not_ready_until_it_is_back()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using (var server = new PostgresBackedServer(database))
        {
            await server.InitializeAsync();
            Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));

            await AllowConnectionsAsync(database, false);
            await AssertNotReadyAsync(server);
            await AllowConnectionsAsync(database, true);
            Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));
        }

        await (await PostgresServer.SharedAsync()).DropDatabaseAsync(database);
    }

    private static async Task<HttpStatusCode> ReadyAsync(PlatformServer server)
    {
        using var answer = await server.CreateClient().GetAsync(new Uri("/readyz", UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task AssertNotReadyAsync(PlatformServer server) =>
        (await Answer.OfAsync(await server.CreateClient().GetAsync(new Uri("/readyz", UriKind.Relative)))).IsError(503, "NOT_READY");

    /// <summary>Turns everybody away from the database, or lets them in again.</summary>
    private static async Task AllowConnectionsAsync(string connectionString, bool allowed)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var name = settings.Database;
        settings.Database = "postgres";
        await using var connection = new NpgsqlConnection(settings.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"ALTER DATABASE {name} ALLOW_CONNECTIONS {allowed}; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND NOT {allowed}",
            connection);
        await command.ExecuteNonQueryAsync();
    }
}
