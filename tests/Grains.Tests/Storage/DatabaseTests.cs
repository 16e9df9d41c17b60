using Dapper;
using Platform.Storage;
using Platform.Testing;

namespace Platform.Tests.Storage;

/// <summary>What stores may rely on, whatever the engine.</summary>
public sealed class DatabaseTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Insert = """
        INSERT INTO messages (conversation_id, seq, id, role, content, emotion, feelings, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private readonly string _conversation = Guid.NewGuid().ToString("N");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_is_written_whole_or_not_at_all(string engine)
    {
        var test = await databases.SharedAsync(engine);
        await test.Node.WriteAsync(Message(1), Message(2));
        await Assert.ThrowsAsync<StoreConflictException>(() => test.Node.WriteAsync(Message(3), Message(4), Message(2)));

        Assert.Equal([1, 2], await SeqsAsync(test));
    }

    [Fact]
    public async Task The_directory_of_a_SQLite_file_is_its_owners_alone()
    {
        var directory = Directory.CreateTempSubdirectory("platform-sqlite-");
        await using (var database = new SqliteDatabase(Path.Combine(directory.FullName, "data", "platform.db")))
        {
            await database.PrepareAsync(CancellationToken.None);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, directory.GetDirectories("data").Single().UnixFileMode);
        }

        directory.Delete(recursive: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_that_is_taken_is_a_conflict(string engine)
    {
        var test = await databases.SharedAsync(engine);
        await test.Node.WriteAsync(Message(1, "first"));
        await Assert.ThrowsAsync<StoreConflictException>(() => test.Node.WriteAsync(Message(1, "second")));

        await using var connection = await test.Node.OpenAsync();
        Assert.Equal("first", await connection.QuerySingleAsync<string>(
            "SELECT content FROM messages WHERE conversation_id = @_conversation", new { _conversation }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_number_of_rows_than_expected_is_a_conflict_and_nothing_is_written(string engine)
    {
        var test = await databases.SharedAsync(engine);
        await test.Node.WriteAsync(Message(1));
        var update = new Statement(
            "UPDATE messages SET content = $1 WHERE conversation_id = $2 AND seq = $3", ["new", _conversation, 7L], ExpectedRows: 1);
        await Assert.ThrowsAsync<StoreConflictException>(() => test.Node.WriteAsync(Message(2), update));
        await test.Node.WriteAsync(update with { Values = ["new", _conversation, 1L] });

        Assert.Equal([1], await SeqsAsync(test));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Bad_units_leave_their_neighbours_alone(string engine)
    {
        var test = await databases.SharedAsync(engine);
        await test.Node.WriteAsync(Message(0));
        // All at once, so that they share commits: every tenth takes the number that is taken.
        var writes = Enumerable.Range(1, 100).Select(i => test.Node.WriteAsync(Message(i % 10 == 0 ? 0 : i))).ToList();
        var outcomes = await Task.WhenAll(writes.Select(static async write => await Record.ExceptionAsync(() => write)));

        Assert.All(outcomes.Index(), static outcome => Assert.Equal((outcome.Index + 1) % 10 == 0, outcome.Item is StoreConflictException));
        Assert.Equal(Enumerable.Range(0, 101).Where(static i => i == 0 || i % 10 != 0).Select(static i => (long)i), await SeqsAsync(test));
    }

    [Theory]
    [OnSqlite("INSERT INTO nowhere (a) VALUES ($1)"), OnPostgres("INSERT INTO nowhere (a) VALUES ($1)")]
    [OnSqlite("no SQL at all $1"), OnPostgres("no SQL at all $1")]
    [OnSqlite("INSERT INTO companions (companion_id, owner_id, created_at) SELECT 'a', 'b', abs(-9223372036854775807 - $1)")]
    [OnPostgres("SELECT 1 / ($1 - $1)")]
    public async Task What_the_engine_refuses_is_an_error_of_the_store_and_the_next_write_succeeds(string engine, string sql)
    {
        var test = await databases.SharedAsync(engine);
        var error = await Assert.ThrowsAsync<StoreException>(() => test.Node.WriteAsync(Message(1), new Statement(sql, [1L])));
        await test.Node.WriteAsync(Message(2));

        Assert.NotNull(error.InnerException);
        Assert.Equal([2], await SeqsAsync(test));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_connection_that_takes_too_long_is_an_error_of_the_store(string engine)
    {
        var test = await databases.SharedAsync(engine);
        var error = await Assert.ThrowsAsync<StoreException>(() => test.Node.ReadAsync<int>(_ => throw new TimeoutException()));
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_parallel_writers_were_told_is_written_is_read_by_another_node(string engine)
    {
        const int Writers = 64, Units = 25;
        var test = await databases.SharedAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Units; i++)
            {
                var seq = 2 * ((writer * Units) + i);
                await test.Node.WriteAsync(Message(seq), Message(seq + 1));
            }
        })));

        await using var another = test.Open();
        Assert.Equal(Enumerable.Range(0, 2 * Writers * Units).Select(static i => (long)i), await SeqsAsync(another));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_accepted_before_the_end_is_written(string engine)
    {
        var test = await databases.SharedAsync(engine);
        var node = test.Open();
        var writes = Enumerable.Range(0, 300).Select(i => node.WriteAsync(Message(i))).ToList();
        await node.DisposeAsync();
        await Task.WhenAll(writes);

        Assert.Equal(300, (await SeqsAsync(test)).Count);
    }

    [Theory]
    [OnSqlite("plain"), OnPostgres("plain")]
    [OnSqlite(""), OnPostgres("")]
    [OnSqlite("it's \"quoted\" \\ and -- ; $1 @a :b ?"), OnPostgres("it's \"quoted\" \\ and -- ; $1 @a :b ?")]
    [OnSqlite("Žluťoučký kůň 日本語 עברית"), OnPostgres("Žluťoučký kůň 日本語 עברית")]
    [OnSqlite("👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u200b \u0001"), OnPostgres("👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u200b \u0001")]
    [OnSqlite("line\r\nline\n\ttab"), OnPostgres("line\r\nline\n\ttab")]
    public async Task Text_comes_back_as_it_was(string engine, string text)
    {
        Assert.Equal(text, await RoundTripAsync(engine, text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Long_text_comes_back_as_it_was(string engine)
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(static i => $"{i:x}é😀"));
        Assert.Equal(text, await RoundTripAsync(engine, text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_and_nulls_come_back_as_they_were(string engine)
    {
        var test = await databases.SharedAsync(engine);
        await test.Node.WriteAsync(new Statement(Insert, [_conversation, long.MaxValue, "id", 1, "text", null, null, long.MinValue]));

        await using var connection = await test.Node.OpenAsync();
        var row = await connection.QuerySingleAsync<(long Seq, long Role, string? Emotion, long CreatedAt)>(
            "SELECT seq, CAST(role AS BIGINT), emotion, created_at FROM messages WHERE conversation_id = @_conversation",
            new { _conversation });
        Assert.Equal((long.MaxValue, 1L, null, long.MinValue), row);
    }

    [Theory]
    [OnSqlite("BLOB"), OnPostgres("BYTEA")]
    public async Task Bytes_booleans_and_fractions_come_back_as_they_were(string engine, string blob)
    {
        var test = await databases.CreateAsync(engine);
        await test.Node.PrepareAsync(CancellationToken.None);
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(static i => (byte)i)];
        await test.Node.WriteAsync(new Statement($"CREATE TABLE things (bytes {blob}, flag BOOLEAN, fraction DOUBLE PRECISION)", []));
        await test.Node.WriteAsync(new Statement("INSERT INTO things (bytes, flag, fraction) VALUES ($1, $2, $3)", [bytes, true, Math.PI]));

        await using var connection = await test.Node.OpenAsync();
        Assert.Equal(bytes, await connection.QuerySingleAsync<byte[]>("SELECT bytes FROM things"));
        Assert.True(await connection.QuerySingleAsync<bool>("SELECT flag FROM things"));
        Assert.Equal(Math.PI, await connection.QuerySingleAsync<double>("SELECT fraction FROM things"));
    }

    private async Task<string> RoundTripAsync(string engine, string text)
    {
        var test = await databases.SharedAsync(engine);
        await test.Node.WriteAsync(Message(1, text));
        await using var connection = await test.Node.OpenAsync();
        return await connection.QuerySingleAsync<string>(
            "SELECT content FROM messages WHERE conversation_id = @_conversation", new { _conversation });
    }

    private Statement Message(long seq, string content = "Hello") =>
        new(Insert, [_conversation, seq, $"id{seq}", (int)(seq % 2), content, "calm", null, 1_763_977_000_000_000L]);

    private Task<List<long>> SeqsAsync(TestDatabase test) => SeqsAsync(test.Node);

    private async Task<List<long>> SeqsAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        return (await connection.QueryAsync<long>(
            "SELECT seq FROM messages WHERE conversation_id = @_conversation ORDER BY seq", new { _conversation })).ToList();
    }
}
