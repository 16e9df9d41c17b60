namespace Platform.Companions.Replies;

/// <summary>Writes a reply without any model. Pure: equal requests get equal replies.</summary>
internal static class ReplyComposer
{
    /// <summary>1 to 600 characters of well-formed UTF-16, trimmed.</summary>
    public static string Compose(ReplyRequest request) =>
        new Conversation(request, Hearing.Of(request), Voice.Of(request.Persona, request.Emotion), request.Seed).Reply();
}
