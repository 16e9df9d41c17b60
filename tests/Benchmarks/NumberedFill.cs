using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Benchmarks;

/// <summary>Fills a table by one statement, behind the back of a server that isn't running.</summary>
internal static class NumberedFill
{
    private const string Sqlite = """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $2)
        """;

    private const string Postgres = "WITH numbers (n) AS (SELECT * FROM generate_series(1::bigint, $2))";

    /// <param name="insert">Takes the id as <c>$1</c>, and <c>n</c> from <c>numbers</c>, which goes from 1 to <paramref name="count"/>.</param>
    public static async Task WriteAsync(string dataDirectory, string? connectionString, string table, string insert, string id, int count)
    {
        await using DbConnection connection = connectionString is null
            ? new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "platform.db")};Pooling=False")
            : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"{(connectionString is null ? Sqlite : Postgres)} {insert}";
        if (command is SqliteCommand sqlite)
        {
            sqlite.Parameters.AddWithValue("$1", id);
            sqlite.Parameters.AddWithValue("$2", count);
        }
        else
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        }

        await command.ExecuteNonQueryAsync();
        if (connection is not NpgsqlConnection) return;
        // What PostgreSQL does by itself a little later.
        command.Parameters.Clear();
        command.CommandText = $"VACUUM ANALYZE {table}";
        await command.ExecuteNonQueryAsync();
    }
}
