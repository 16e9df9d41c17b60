using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Benchmarks;

/// <summary>Fills the log of a conversation by one statement, behind the back of a server that isn't running.</summary>
internal static class HistoryFill
{
    private const string Sqlite = """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $2)
        """;

    private const string Postgres = "WITH numbers (n) AS (SELECT * FROM generate_series(1::bigint, $2))";

    /// <summary>Forty thousand different words, and one that is said once.</summary>
    private const string Insert = """
        INSERT INTO messages (conversation_id, seq, id, role, content, emotion, created_at)
        SELECT $1, n, $1 || '-' || n, (n + 1) % 2,
            CASE WHEN n = 2 THEN 'Zanzibar' ELSE 'I said' END || ' in message ' || n || ' something of word' || (n * 7919) % 40000 || ' and of topic' || n % 500,
            CASE WHEN n % 2 = 0 THEN 'happy' END, 1760000000000000 + n * 1000
        FROM numbers
        """;

    public static async Task WriteAsync(string dataDirectory, string? connectionString, string conversation, int count)
    {
        await using DbConnection connection = connectionString is null
            ? new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "platform.db")};Pooling=False")
            : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"{(connectionString is null ? Sqlite : Postgres)} {Insert}";
        if (command is SqliteCommand sqlite)
        {
            sqlite.Parameters.AddWithValue("$1", conversation);
            sqlite.Parameters.AddWithValue("$2", count);
        }
        else
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = conversation });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        }

        await command.ExecuteNonQueryAsync();
        if (connection is not NpgsqlConnection) return;
        // What PostgreSQL does by itself a little later.
        command.Parameters.Clear();
        command.CommandText = "VACUUM ANALYZE messages";
        await command.ExecuteNonQueryAsync();
    }
}
