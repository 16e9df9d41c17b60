using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Platform.Api.Products.Demi;

/// <summary>What the client's events may carry; each has only some of it.</summary>
internal sealed record ClientData(string? Content, string? MessageId, string? Token);

internal sealed record ClientEvent(string? Event, ClientData? Data);

/// <param name="Count">How many messages these are.</param>
internal sealed record HistoryEvent(IReadOnlyList<MessageResponse> Messages, int Count);

internal sealed record MessageIdEvent(string MessageId);

internal sealed record TypingEvent(bool IsTyping);

/// <param name="Mood">The same as <paramref name="CurrentMood"/>: some clients know the one, some the other.</param>
internal sealed record EmotionUpdateEvent(
    double Loneliness, double Excitement, double Frustration, double Jealousy, double Affection, string Mood, string CurrentMood)
{
    public static EmotionUpdateEvent Of(EmotionalState felt, string mood) =>
        new(felt.Loneliness, felt.Excitement, felt.Frustration, felt.Jealousy, felt.Affection, mood, mood);
}

internal sealed record ErrorEvent(string Message, string Code);

internal sealed record ResyncEvent(string Reason);

internal sealed record PongEvent;

/// <summary>Events as they go over the wire.</summary>
internal static class SocketFrame
{
    private static readonly JsonWriterOptions Writing = new()
    {
        // Clients read at most a mebibyte at once, and an escaped letter takes six bytes.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write<T>(string name, long seq, DateTimeOffset now, T data, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("event", name);
            writer.WriteNumber("seq", seq);
            writer.WriteString("timestamp", now.UtcDateTime);
            writer.WritePropertyName("data");
            JsonSerializer.Serialize(writer, data, type);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
