using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Platform.Api.Tests;

/// <summary>What a server's file still knows.</summary>
internal static class Traces
{
    /// <summary>The tables where a text occurs, in a column of whatever type.</summary>
    public static List<string> Find(PlatformServer server, string text)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataDirectory, "platform.db")};Mode=ReadOnly");
        connection.Open();
        var found = new List<string>();
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'").Select(row => $"{row[0]}").ToList())
        {
            foreach (var row in Read(connection, $"SELECT * FROM \"{table}\""))
            {
                if (row.Any(value => Text(value).Contains(text, StringComparison.OrdinalIgnoreCase))) found.Add(table);
            }
        }

        return found;
    }

    private static IEnumerable<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
