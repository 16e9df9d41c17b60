using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// Writes each log entry as one line of JSON: <c>time</c> (ISO 8601, UTC), <c>level</c>, <c>category</c>, <c>event</c>, <c>message</c>; within a
/// request <c>trace_id</c> and <c>span_id</c> (32 and 16 hexadecimal digits, as in W3C's Trace Context); <c>exception</c>; and in <c>state</c>
/// the values that the message was made of. No text has a key of an actor in it that says who somebody is.
/// </summary>
internal sealed class JsonLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "json-lines";

    /// <summary>Of a value, so many characters at most.</summary>
    private const int MaxText = 8192;

    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", NameOf(logEntry.LogLevel));
            json.WriteString("category", logEntry.Category);
            if (logEntry.EventId.Name is { Length: > 0 } name) json.WriteString("event", name);
            json.WriteString("message", Clean(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            if (TraceContext.Current is { } trace)
            {
                json.WriteString("trace_id", trace.TraceId);
                json.WriteString("span_id", trace.SpanId);
            }

            if (logEntry.Exception is { } error) json.WriteString("exception", Clean(error.ToString()));
            WriteState(json, logEntry.State as IReadOnlyList<KeyValuePair<string, object?>>);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteState(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>>? state)
    {
        // One is the message's template alone.
        if (state is null or { Count: < 2 }) return;
        json.WriteStartObject("state");
        var seen = new HashSet<string>();
        foreach (var (name, value) in state)
        {
            if (name == "{OriginalFormat}" || !seen.Add(name)) continue;
            switch (value)
            {
                case null:
                    json.WriteNull(name);
                    break;
                case bool truth:
                    json.WriteBoolean(name, truth);
                    break;
                case int number:
                    json.WriteNumber(name, number);
                    break;
                case long number:
                    json.WriteNumber(name, number);
                    break;
                default:
                    json.WriteString(name, Clean(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
                    break;
            }
        }

        json.WriteEndObject();
    }

    private static string Clean(string text) => PersonalKeys.Hidden(text.Length <= MaxText ? text : text[..MaxText]);

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "critical",
    };
}
