using Orleans.Concurrency;
using Platform.Conversations;

namespace Platform.Companions;

/// <summary>
/// The conversation with a companion; the key is the companion's id. The same actor as <see cref="ICompanionGrain"/>, so messages and edits
/// queue in one place.
/// </summary>
[Alias("platform.ICompanionChatGrain")]
public interface ICompanionChatGrain : IGrainWithStringKey
{
    /// <summary>
    /// Hears a message and answers it. Both are durable when this completes. If the reply engine fails, the user's message is kept and the
    /// answer is <see cref="RefusalKind.ReplyFailed"/>.
    /// </summary>
    [Alias("Say"), ResponseTimeout(ReplyTimeout.Longest)]
    Task<Outcome<Exchange>> Say(string ownerId, string text);

    /// <summary>A page of the history, oldest first; page 1 starts with the oldest message.</summary>
    [Alias("History"), AlwaysInterleave]
    Task<Outcome<MessagePage>> History(string ownerId, int page, int pageSize);

    /// <summary>The last messages but for <paramref name="skip"/>, at most <paramref name="limit"/> of them, oldest first.</summary>
    [Alias("Latest"), AlwaysInterleave]
    Task<Outcome<MessagePage>> Latest(string ownerId, int skip, int limit);

    /// <summary>Empties the conversation for good. What she feels stays, and numbers go on rising.</summary>
    [Alias("Clear")]
    Task<Outcome<Done>> Clear(string ownerId);
}
