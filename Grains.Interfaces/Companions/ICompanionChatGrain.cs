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
    /// answer is <see cref="RefusalKind.ReplyFailed"/>. The same request again gets the same answer, or the one that was owed; another body
    /// under its name is <see cref="RefusalKind.RequestReused"/>.
    /// </summary>
    [Alias("Say"), ResponseTimeout(ReplyTimeout.Longest)]
    Task<Outcome<Exchange>> Say(string ownerId, NewMessage message);

    /// <summary>
    /// Has a message answered as by <see cref="Say"/>, and returns before: <see cref="Follow"/> tells how it goes on, and nobody need wait for
    /// the reply to be finished and kept. Under the message's id the reply is known; started again, one that is under way is joined.
    /// </summary>
    /// <param name="message">Null: the last reply is written again, see <see cref="Regenerate"/>.</param>
    [Alias("Start"), AlwaysInterleave]
    Task<Outcome<Done>> Start(string ownerId, NewMessage? message, string replyId);

    /// <summary>
    /// What follows an offset of a reply, once there is something, or nothing new after ten seconds. Of a reply that is kept, or that was
    /// lost with a silo, it tells what is in the log.
    /// </summary>
    /// <param name="replyId">Null: the one that is being written, or else the last.</param>
    /// <param name="offset">In UTF-16 characters, or one of <see cref="ReplyOffset"/>.</param>
    [Alias("Follow"), AlwaysInterleave]
    Task<Outcome<ReplyProgress<Message, Exchange>>> Follow(string ownerId, string? replyId, int offset);

    /// <summary>What <see cref="Start"/> queues for a message: the reply is written piece by piece.</summary>
    [Alias("SayStreamed"), ResponseTimeout(ReplyTimeout.Followed)]
    Task<Outcome<Exchange>> SayStreamed(string ownerId, NewMessage message);

    /// <summary>
    /// Writes the last reply again, in its place and under an id of its own, or the one that has failed. If it fails, the old one stays. Where
    /// the last message is none that could be answered it is <see cref="RefusalKind.NothingToAnswer"/>.
    /// </summary>
    /// <param name="replyId">A UUIDv7. A reply that was written under it is not written again.</param>
    [Alias("Regenerate"), ResponseTimeout(ReplyTimeout.Followed)]
    Task<Outcome<Exchange>> Regenerate(string ownerId, string replyId);

    /// <summary>A page of the history, oldest first; page 1 starts with the oldest message.</summary>
    [Alias("History"), AlwaysInterleave]
    Task<Outcome<MessagePage>> History(string ownerId, int page, int pageSize);

    /// <summary>The last messages but for <paramref name="skip"/>, at most <paramref name="limit"/> of them, oldest first.</summary>
    [Alias("Latest"), AlwaysInterleave]
    Task<Outcome<MessagePage>> Latest(string ownerId, int skip, int limit);

    /// <summary>Empties the conversation for good. What she feels stays, and numbers go on rising.</summary>
    [Alias("Clear")]
    Task<Outcome<Done>> Clear(string ownerId);

    /// <summary>
    /// A part of the history, the newest first. What of the companion's messages is in it counts as delivered from now on, in the answer
    /// too.
    /// </summary>
    [Alias("Recall"), AlwaysInterleave]
    Task<Outcome<HistorySlice>> Recall(string ownerId, HistoryQuery query);

    /// <summary>
    /// The companion's messages up to this number have reached the user. Looks at the last <see cref="HistoryQuery.MaxLimit"/> of them: no
    /// client is given more at once.
    /// </summary>
    [Alias("MarkDelivered"), AlwaysInterleave]
    Task<Outcome<Done>> MarkDelivered(string ownerId, long throughSeq);

    /// <summary>
    /// The user has read this message of the companion's. An id of anything else, or of one beyond the last 1,000 messages, changes
    /// nothing; a repeat neither.
    /// </summary>
    [Alias("MarkRead"), AlwaysInterleave]
    Task<Outcome<Done>> MarkRead(string ownerId, string messageId);
}
