using System.Net.WebSockets;
using System.Text.Json;

namespace Platform.LoadTest.Sockets;

/// <summary>What a load test has to understand of a frame of Demi's WebSocket.</summary>
/// <param name="Event">Its name; empty where the frame has none.</param>
/// <param name="Detail">The sender of a message, the code of an error; null for others.</param>
internal readonly record struct Frame(string Event, string? Detail)
{
    public const string History = "history";
    public const string Delivered = "delivered";
    public const string Message = "message";
    public const string Error = "error";

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static Frame Parse(ReadOnlySpan<byte> utf8)
    {
        var (name, sender, code) = ("", (string?)null, (string?)null);
        var json = new Utf8JsonReader(utf8);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName) continue;
            if (json.CurrentDepth == 1 && json.ValueTextEquals("event"u8)) name = Text(ref json) ?? "";
            else if (json.CurrentDepth == 2 && json.ValueTextEquals("sender"u8)) sender = Text(ref json);
            else if (json.CurrentDepth == 2 && json.ValueTextEquals("code"u8)) code = Text(ref json);
        }

        return new(name, name switch { Message => sender, Error => code, _ => null });
    }

    /// <summary>Reads one frame of several pieces, in a buffer that grows as needed.</summary>
    /// <returns>Its length, and the buffer that has it; −1 where the server closes the socket.</returns>
    public static async ValueTask<(int Length, byte[] Buffer)> ReceiveAsync(WebSocket socket, byte[] buffer, CancellationToken cancellation)
    {
        for (var length = 0; ;)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
            var piece = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (piece.MessageType == WebSocketMessageType.Close) return (-1, buffer);
            length += piece.Count;
            if (piece.EndOfMessage) return (length, buffer);
        }
    }

    private static string? Text(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.String ? json.GetString() : null;
}
