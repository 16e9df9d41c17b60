using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;

namespace Platform.LoadTest.Http;

/// <summary>What went wrong, in few words that can be counted.</summary>
internal static class ErrorKind
{
    public const string Timeout = "timeout";

    /// <summary>A success whose body is not what the contract says.</summary>
    public const string StrangeAnswer = "strange answer";

    /// <summary>Whether reading an answer fails so when its body is not what it should be.</summary>
    public static bool IsStrangeAnswer(Exception error) =>
        error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException;

    /// <summary>The status, and the code in the product's envelope where it has one.</summary>
    public static string Of(HttpStatusCode status, ReadOnlySpan<byte> body) =>
        CodeIn(body) is { } code ? $"HTTP {(int)status} {code}" : $"HTTP {(int)status}";

    public static string Of(Exception error) => error switch
    {
        OperationCanceledException => Timeout,
        HttpRequestException { InnerException: SocketException socket } => Of(socket),
        WebSocketException { InnerException: HttpRequestException http } => Of(http),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var problem } => $"connection: {problem}",
        WebSocketException { WebSocketErrorCode: not WebSocketError.Faulted and var problem } => $"WebSocket: {problem}",
        SocketException socket => $"connection: {socket.SocketErrorCode}",
        IOException { InnerException: SocketException socket } => Of(socket),
        _ => $"connection: {error.GetType().Name}",
    };

    /// <summary>Clients of these products tell errors apart by <c>code</c>; ByteForge has a flag for its token limit.</summary>
    private static string? CodeIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
                if (json.ValueTextEquals("token_limit_reached"u8)) return "token_limit_reached";
                if (json.ValueTextEquals("code"u8) && json.Read() && json.TokenType == JsonTokenType.String) return json.GetString();
            }
        }
        catch (JsonException)
        {
            // Not every error comes from the product: a proxy writes what it likes.
        }

        return null;
    }
}
