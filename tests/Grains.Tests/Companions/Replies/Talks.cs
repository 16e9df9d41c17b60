using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

/// <summary>Whole conversations with the builtin engine, which sees as much of the past as a companion's actor shows it.</summary>
internal static class Talks
{
    private const int Shown = 40;

    /// <summary>Her replies to a message of each turn.</summary>
    public static List<string> Of(int turns, Func<int, string> message, Persona? persona = null, string emotion = "neutral", ulong seed = 1, Emotions? emotions = null)
    {
        var said = new List<PastMessage>();
        var replies = new List<string>();
        for (var turn = 0; turn < turns; turn++)
        {
            var text = message(turn);
            var request = Requests.Of(text, seed * 7919 + (ulong)turn, persona, emotions, emotion, recent: [.. said.TakeLast(Shown)]);
            replies.Add(ReplyComposer.Compose(request));
            said.Add(new(true, text));
            said.Add(new(false, replies[^1]));
        }

        return replies;
    }
}
