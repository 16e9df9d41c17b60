using Dapper;
using Platform.Storage;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Storage.Archives;

/// <summary>An export beside a server that writes is one moment of it: what was written together is there together.</summary>
public sealed class BackupTests(TestDatabases databases) : IClassFixture<TestDatabases>, IDisposable
{
    private const int Writers = 8;

    private readonly string _directory = Directory.CreateTempSubdirectory("platform-backup-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory, OnSqlite("sqlite"), OnPostgres("sqlite"), OnPostgres("postgres")]
    public async Task What_is_exported_while_writers_write_is_one_moment_of_the_database(string to, string engine)
    {
        var source = await databases.CreateAsync(engine);
        await using var house = await House.OpenAsync(Path.GetDirectoryName(source.Connection) ?? _directory, engine == "postgres" ? source.Connection : null);
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(i => Task.Run(() => WriteAsync(house, i, end.Token))).ToList();

        await Poll.UntilAsync(async () => await CountAsync(house.Database, "SELECT COUNT(*) FROM messages") > 0, TimeSpan.FromSeconds(30));
        var seen = new List<long>();
        for (var round = 0; round < 4; round++)
        {
            await Task.Delay(300);
            var file = Path.Combine(_directory, $"{round}");
            var carried = await house.Database.ExportAsync(file);
            var backup = (await databases.CreateAsync(to)).Node;
            Assert.Equal(carried, await backup.ImportAsync(file));
            seen.Add(await CheckAsync(backup));
        }

        await end.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();
        // It was exported in the midst of it.
        Assert.Equal(seen.Order(), seen);
        Assert.True(seen[0] > 0 && seen[0] < seen[^1] && seen[^1] < written, $"{string.Join(", ", seen)} of {written}");
        Assert.Equal(written, await CheckAsync(house.Database));
    }

    /// <summary>Spends, holds and captures, and says each in a log of two tables that are written together.</summary>
    private static async Task<long> WriteAsync(House house, int number, CancellationToken end)
    {
        var wallet = house.Grains.GetGrain<IWalletGrain>($"wallet {number}");
        await wallet.Deposit(new("buy", LedgerEntryType.Purchase, 1_000_000, "credits"));
        var seq = 0L;
        while (!end.IsCancellationRequested)
        {
            await wallet.Spend(new($"spend {seq}", 1, "one"));
            await wallet.Hold(new($"hold {seq}", 2, "two", DateTimeOffset.UtcNow.AddHours(1)));
            await wallet.Capture($"hold {seq}", 1);
            seq++;
            await house.Database.WriteAsync(
                new Statement(
                    "INSERT INTO messages (conversation_id, seq, id, role, content, created_at) VALUES ($1, $2, $3, 1, $4, $5)",
                    [$"writer {number}", seq, $"{number}/{seq}", "said", seq]),
                new Statement(
                    """
                    INSERT INTO check_ins (companion_id, seq, id, reason, cause, emotions, was_ignored, created_at)
                    VALUES ($1, $2, $3, 'r', 'c', '{}', 0, $4)
                    """,
                    [$"writer {number}", seq, $"{number}/{seq}", seq]));
        }

        return seq;
    }

    /// <returns>How many messages there are.</returns>
    private static async Task<long> CheckAsync(Database database)
    {
        Assert.Empty((await new LedgerAudit(database, TimeProvider.System).RunAsync()).Problems);
        Assert.Equal(0, await CountAsync(database, """
            SELECT COUNT(*) FROM (SELECT COUNT(*) AS n, MIN(seq) AS low, MAX(seq) AS high FROM messages GROUP BY conversation_id) logs
            WHERE low <> 1 OR high <> n
            """));
        Assert.Equal(0, await CountAsync(database, """
            SELECT COUNT(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM check_ins c WHERE c.companion_id = m.conversation_id AND c.seq = m.seq)
            """));
        var messages = await CountAsync(database, "SELECT COUNT(*) FROM messages");
        Assert.Equal(messages, await CountAsync(database, "SELECT COUNT(*) FROM check_ins"));
        return messages;
    }

    private static Task<long> CountAsync(Database database, string sql) => database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql));
}
