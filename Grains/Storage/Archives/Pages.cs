using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Platform.Storage.Archives;

/// <summary>
/// The rows of a table, read page by page in the order of its key: each page is a range of an index, so neither the database nor the reader ever
/// holds more than one, and what is put into another table in that order is put where the last one was.
/// </summary>
internal static class Pages
{
    private const int PageSize = 4096;

    public static string List(IEnumerable<Column> columns) => string.Join(", ", columns.Select(static column => column.Name));

    /// <summary>Rows as archives have them.</summary>
    public static async IAsyncEnumerable<object?[]> ReadAsync(
        DbConnection connection, CarriedTable table, DbTransaction? transaction = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var key = table.Stored.Some([.. table.Stored.Key]);
        IReadOnlyList<Column> read = [.. table.Read.Union(key)];
        object?[]? last = null;
        while (true)
        {
            await using var command = Command(connection, table.Stored, read, key, last);
            command.Transaction = transaction;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = 0;
            while (await reader.ReadAsync(cancellation))
            {
                rows++;
                var values = new object?[read.Count];
                for (var i = 0; i < values.Length; i++) values[i] = Value(reader.GetValue(i), table.Stored, read[i]);
                last = values;
                yield return table.FromStored(read.Count == table.Read.Count ? values : values[..table.Read.Count]);
            }

            if (rows < PageSize) yield break;
        }
    }

    private static DbCommand Command(DbConnection connection, Table table, IReadOnlyList<Column> read, IReadOnlyList<Column> key, object?[]? last)
    {
        var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        var after = "";
        if (last is not null)
        {
            var names = new List<string>();
            foreach (var column in key)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@k{names.Count}");
                parameter.Value = last[read.IndexOf(column)];
                command.Parameters.Add(parameter);
                names.Add(parameter.ParameterName);
            }

            after = $"WHERE ({List(key)}) > ({string.Join(", ", names)}) ";
        }

        command.CommandText = $"SELECT {List(read)} FROM {table.Name} {after}ORDER BY {List(key)} LIMIT {PageSize}";
        return command;
    }

    private static int IndexOf(this IReadOnlyList<Column> columns, Column column)
    {
        var i = 0;
        while (columns[i] != column) i++;
        return i;
    }

    /// <summary>SQLite would keep a text in a column of numbers, and the other way round; nobody should believe that it is one.</summary>
    private static object? Value(object value, Table table, Column column) => (column.Kind, value) switch
    {
        (_, DBNull) => null,
        (ColumnKind.Text, string) or (ColumnKind.Integer, long) or (ColumnKind.Bytes, byte[]) => value,
        (ColumnKind.Integer, int number) => (long)number,
        (ColumnKind.Moment, DateTime moment) => Instant.ToStored(moment),
        _ => throw new StoreException($"{table.Name}.{column.Name} holds a {value.GetType().Name}, but it is a column of {column.Kind}."),
    };
}
