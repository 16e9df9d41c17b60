using Platform.Companions;

namespace Platform.Tests.Companions;

internal static class Saying
{
    /// <summary>Says it as a client that won't send it again.</summary>
    public static Task<Outcome<Exchange>> Say(this ICompanionChatGrain companion, string ownerId, string text) =>
        companion.Say(ownerId, new NewMessage(Guid.CreateVersion7().ToString(), text));
}
