using System.Text.Json;
using Microsoft.Data.Sqlite;
using Platform.Companions;
using Platform.Companions.Autonomy;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Simulation.Checks;

/// <summary>Reads the log beside the silo, on a connection of its own.</summary>
internal sealed class Journal : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _select;

    public Journal(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        _select = _connection.CreateCommand();
        _select.CommandText = """
            SELECT m.seq, m.id, m.role, m.content, m.created_at, c.reason, c.cause, c.emotions
            FROM messages m LEFT JOIN check_ins c ON c.companion_id = m.conversation_id AND c.seq = m.seq
            WHERE m.conversation_id = $id AND m.seq > $after ORDER BY m.seq
            """;
        _select.Parameters.Add(new SqliteParameter("$id", null));
        _select.Parameters.Add(new SqliteParameter("$after", null));
    }

    /// <summary>The messages of a companion after this number.</summary>
    public IReadOnlyList<LogRow> After(string companion, long seq)
    {
        _select.Parameters[0].Value = companion;
        _select.Parameters[1].Value = seq;
        using var reader = _select.ExecuteReader();
        var rows = new List<LogRow>();
        while (reader.Read()) rows.Add(Row(reader));
        return rows;
    }

    /// <summary>How many check-ins and messages there are, of whatever companion.</summary>
    public (long Messages, long CheckIns) Count()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM messages), (SELECT COUNT(*) FROM check_ins)";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public void Dispose()
    {
        _select.Dispose();
        _connection.Dispose();
    }

    private static LogRow Row(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        (MessageRole)reader.GetInt32(2),
        reader.GetString(3),
        Instant.FromStored(reader.GetInt64(4)),
        reader.IsDBNull(5)
            ? null
            : new(
                Enum.Parse<CheckInTrigger>(reader.GetString(5)),
                reader.GetString(6),
                JsonSerializer.Deserialize(reader.GetString(7), CheckInJson.Default.Emotions)!));
}
