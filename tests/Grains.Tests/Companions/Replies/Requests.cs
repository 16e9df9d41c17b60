using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

/// <summary>Requests as tests need them: everything has a plain default.</summary>
internal static class Requests
{
    public static readonly Emotions Calm = new(0.1, 0.2, 0.1, 0.1, 0.4);

    public static readonly Persona Luna = new(
        "Luna", "anime", ["cheerful", "curious"], "friendly", new Dictionary<string, string> { ["hair_color"] = "Silver", ["eye_color"] = "Violet" });

    public static Persona With(params string[] traits) => Luna with { Traits = traits, VoiceTone = null };

    public static ReplyRequest Of(
        string text, ulong seed = 1, Persona? persona = null, Emotions? emotions = null, string emotion = "neutral", long bond = 10,
        TimeSpan silence = default, params PastMessage[] recent) =>
        new(persona ?? Luna, emotions ?? Calm, emotion, Appraiser.Read(text), bond, silence, recent, text, seed);

    /// <summary>The replies to one request under many seeds.</summary>
    public static List<string> Replies(ReplyRequest request, int count = 60) =>
        [.. Enumerable.Range(0, count).Select(seed => ReplyComposer.Compose(request with { Seed = (ulong)seed }))];

    public static bool AnyHas(this IEnumerable<string> replies, params string[] words) =>
        replies.Any(reply => words.Any(word => reply.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public static int CountWith(this IEnumerable<string> replies, params string[] words) =>
        replies.Count(reply => words.Any(word => reply.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public static bool HasEmoji(string text) => text.EnumerateRunes().Any(rune =>
        System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.OtherSymbol);
}
