using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.Storage.Archives;

/// <summary>
/// A row as a line of an archive: a JSON array with a value for each column, bytes in base64. The same row is always the same line, so a line's
/// hash stands for its row.
/// </summary>
internal sealed class RowText(CarriedTable table) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json = new(
        Stream.Null, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The line without its end. It is good until the next one is written.</summary>
    public ReadOnlySpan<byte> Write(object?[] row)
    {
        _line.ResetWrittenCount();
        _json.Reset(_line);
        _json.WriteStartArray();
        foreach (var value in row)
        {
            switch (value)
            {
                case null:
                    _json.WriteNullValue();
                    break;
                case long number:
                    _json.WriteNumberValue(number);
                    break;
                case byte[] bytes:
                    _json.WriteBase64StringValue(bytes);
                    break;
                default:
                    _json.WriteStringValue((string)value);
                    break;
            }
        }

        _json.WriteEndArray();
        _json.Flush();
        return _line.WrittenSpan;
    }

    /// <exception cref="StoreException">It is no row of this table.</exception>
    public object?[] Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            var row = new object?[table.Columns.Count];
            json.Read();
            for (var i = 0; i < row.Length; i++)
            {
                json.Read();
                row[i] = Value(ref json, table.Columns[i].Kind);
            }

            if (json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read()) return row;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new StoreException($"The file has a line that is no row of {table.Name}.", error);
        }

        throw new StoreException($"The file has a row of {table.Name} with more columns than the table.");
    }

    public void Dispose() => _json.Dispose();

    private static object? Value(ref Utf8JsonReader json, ColumnKind kind) => (json.TokenType, kind) switch
    {
        (JsonTokenType.Null, _) => null,
        (_, ColumnKind.Text) => json.GetString(),
        (_, ColumnKind.Integer) => json.GetInt64(),
        _ => json.GetBytesFromBase64(),
    };
}
