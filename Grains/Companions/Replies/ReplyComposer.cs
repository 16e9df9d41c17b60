namespace Platform.Companions.Replies;

/// <summary>Writes a reply without any model. Pure: equal requests get equal replies.</summary>
internal static class ReplyComposer
{
    /// <summary>How often another wording is tried when she has just said the same.</summary>
    private const int Tries = 8;

    /// <summary>1 to 600 characters of well-formed UTF-16, trimmed.</summary>
    public static string Compose(ReplyRequest request)
    {
        var hearing = Hearing.Of(request);
        var voice = Voice.Of(request.Persona, request.Emotion);
        var reply = "";
        for (var i = 0UL; i < Tries; i++)
        {
            reply = new Conversation(request, hearing, voice, request.Seed + (i << 32)).Reply();
            if (!WasSaid(request.Recent, reply))
                return reply;
        }
        return reply;
    }

    private static bool WasSaid(IReadOnlyList<PastMessage> recent, string reply)
    {
        for (var i = 0; i < recent.Count; i++)
        {
            if (!recent[i].FromUser && recent[i].Content == reply)
                return true;
        }
        return false;
    }
}
