using System.Globalization;
using Dapper;
using Platform.Storage;
using Platform.Storage.Archives;

namespace Platform.Tests.Storage.Archives;

/// <summary>Rows in every table, of all that a column can hold on both engines.</summary>
internal sealed class RandomRows(int seed)
{
    /// <summary>Among them what JSON, SQL and COPY have a meaning for, and letters beyond the first plane.</summary>
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", " ", "'", "\"", "\\", "\\N", "\n", "\r\n", "\t", "\u0001", "\u007f", "\u2028", "\u202e", "\ufffd", "\uffff", "é", "Ž", "ß", "日本", "😀",
        "<&>", "{}", "[", "%s", "$1", "@p", ",",
    ];

    private static readonly long[] Extremes = [long.MinValue, long.MaxValue, 0, -1, 1, int.MaxValue, int.MinValue, 1L << 53, (1L << 53) + 1];

    /// <summary>In no index, so they may be of any length.</summary>
    private static readonly HashSet<string> Long = ["content", "data_uri", "payload", "words", "state", "body", "job_order", "answer"];

    private readonly Random _random = new(seed);

    public async Task FillAsync(SqliteDatabase database, int rowsPerTable)
    {
        var nullable = await database.ReadAsync(connection => connection.QueryAsync<string>("""
            SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND NOT c."notnull" AND c.pk = 0
            """));
        var narrow = await database.ReadAsync(connection => connection.QueryAsync<string>(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'INTEGER'"));
        var (nulls, ints) = (nullable.ToHashSet(), narrow.ToHashSet());
        var tables = await database.TablesAsync();
        await database.ExclusivelyAsync(async (connection, transaction) =>
        {
            // The one row that a script put there.
            await connection.ExecuteAsync("DELETE FROM totals", transaction: transaction);
            foreach (var table in tables)
            {
                using var writer = database.Tables.Write(connection, transaction, table.Stored, table.Written);
                for (var i = 0; i < rowsPerTable; i++) writer.Write(table.ToStored(Row(table, i, nulls, ints)));
                writer.Complete();
            }
        }, default);
    }

    private object?[] Row(CarriedTable table, int index, HashSet<string> nulls, HashSet<string> ints)
    {
        var row = new object?[table.Columns.Count];
        for (var i = 0; i < row.Length; i++)
        {
            var (column, name) = (table.Columns[i], $"{table.Stored.Name}.{table.Columns[i].Name}");
            if (nulls.Contains(name) && _random.Next(3) == 0) continue;
            row[i] = column.Kind switch
            {
                ColumnKind.Text => Text(column.Name, index),
                ColumnKind.Bytes => Bytes(Length(column.Name)),
                // Keys come once each.
                _ when table.Stored.Key.Contains(column.Name) =>
                    index < Extremes.Length && !ints.Contains(name) ? Extremes[index] : _random.NextInt64(int.MaxValue),
                _ when ints.Contains(name) => _random.Next(4) == 0 ? Extremes[5 + _random.Next(2)] : _random.Next(),
                _ => _random.Next(3) == 0 ? Extremes[_random.Next(Extremes.Length)] : _random.NextInt64(),
            };
        }

        Obey(table.Name, row, [.. table.Columns.Select(static column => column.Name)], index);
        return row;
    }

    /// <summary>What the schema or Orleans demands of values.</summary>
    private void Obey(string table, object?[] row, string[] columns, int index)
    {
        void Set(string column, object? value) => row[Array.IndexOf(columns, column)] = value;

        switch (table)
        {
            case "wallets":
                Set("balance", long.MaxValue);
                Set("held", _random.NextInt64());
                break;
            case "ledger_entries":
                Set("balance_after", _random.NextInt64());
                break;
            case "grain_states":
                var (state, type) = KeptStates.GrainTypes.ElementAt(_random.Next(KeptStates.GrainTypes.Count));
                Set("state_name", state);
                Set("grain_id", $"{type}/{Key(index)}");
                break;
            case "reminders":
                Set("grain_id", $"user/{Key(index)}");
                Set("start_at", _random.NextInt64(-62_135_596_800_000_000, 253_402_300_799_000_000));
                Set("period", _random.NextInt64(1L << 50) * 1000);
                break;
        }
    }

    /// <summary>Keys of all the looks that Orleans tells apart.</summary>
    private string Key(int index) => (index % 5) switch
    {
        0 => new Guid(Bytes(16)).ToString(),
        1 => $"demi:{Text("key", index)}+{Text("key", index)}@example.com",
        2 => new Guid(Bytes(16)).ToString("N"),
        3 => _random.NextInt64(long.MinValue, long.MaxValue).ToString("X", CultureInfo.InvariantCulture),
        _ => $"{new Guid(Bytes(16)):N}+{Text("key", index)}x",
    };

    private string Text(string column, int index) =>
        string.Concat(Enumerable.Range(0, Length(column)).Select(_ => Pieces[_random.Next(Pieces.Length)]))
        // One of each may be empty.
        + (index > 0 || column == "key" ? $"{_random.Next()}" : "");

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private int Length(string column) => !Long.Contains(column) ? _random.Next(30) : _random.Next(20) switch
    {
        0 => 0,
        1 => 50_000 + _random.Next(500_000),
        _ => _random.Next(400),
    };
}
