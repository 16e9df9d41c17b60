using System.Text.Json;

namespace Platform.LoadTest.Companions;

/// <summary>What users say.</summary>
internal static class Texts
{
    public static readonly IReadOnlyList<string> All =
    [
        "Hi! How are you today?", "I had a long day at work.", "What do you like to do in the evening?", "You are so sweet, thank you!",
        "Tell me something about yourself.", "I am a bit sad, my train was late again.", "Do you remember what I told you?", "Good night!",
    ];

    /// <summary>As bodies with one field, made once.</summary>
    public static readonly IReadOnlyList<byte[]> Bodies =
        [.. All.Select(text => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["content"] = text }))];

    /// <summary>As a client's frames of Demi's WebSocket.</summary>
    public static readonly IReadOnlyList<byte[]> Frames =
        [.. All.Select(text => JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object> { ["event"] = "message", ["data"] = new Dictionary<string, string> { ["content"] = text } }))];

    public static string Of(int choice) => All[choice % All.Count];

    public static byte[] BodyOf(int choice) => Bodies[choice % Bodies.Count];

    public static byte[] FrameOf(int choice) => Frames[choice % Frames.Count];
}
