using System.Globalization;
using Orleans.Concurrency;

namespace Platform.Conversations;

/// <summary>
/// One conversation with the assistant; the key is its number in digits. Each call names the account that asks: to anybody but its owner a
/// conversation answers exactly as one that doesn't exist, <see cref="RefusalKind.NotFound"/>.
/// </summary>
[Alias("platform.IConversationGrain")]
public interface IConversationGrain : IGrainWithStringKey
{
    static string Key(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The conversation as it was last saved; also while an answer is being written.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<Outcome<Conversation>> Get(string ownerId);

    /// <summary>All that was said. Interleaves like <see cref="Get"/>.</summary>
    [Alias("History"), AlwaysInterleave]
    Task<Outcome<ConversationHistory>> History(string ownerId);

    /// <summary>The first messages after this place, at most <paramref name="count"/>; 0 is the beginning. Interleaves like <see cref="Get"/>.</summary>
    [Alias("ReadAfter"), AlwaysInterleave]
    Task<Outcome<ConversationMessages>> ReadAfter(string ownerId, long seq, int count);

    /// <summary>Messages in which something occurs. Interleaves like <see cref="Get"/>.</summary>
    [Alias("Search"), AlwaysInterleave]
    Task<Outcome<FoundConversationMessages>> Search(string ownerId, SearchQuery query);

    /// <summary>
    /// Has a message answered, and returns before: <see cref="Follow"/> tells how it goes on, and nobody need wait for it to be finished and
    /// kept. Replies queue, so the limit is looked at when this one's turn comes. Started again under the same operation it is joined, or, if
    /// it was answered, gets that answer.
    /// </summary>
    /// <param name="text">1 to 10,000 characters; null: see <see cref="Regenerate"/>.</param>
    [Alias("Start"), AlwaysInterleave]
    Task<Outcome<Done>> Start(string ownerId, string? text, string operationId);

    /// <summary>
    /// What follows an offset of a reply, as soon as there is something, or nothing after ten seconds. It makes no difference whether it is
    /// being written or was written long ago. Interleaves: it changes nothing, and awaits only a signal that the writing gives. Without such
    /// a reply it is <see cref="RefusalKind.NotFound"/>: also where a silo was lost before it had heard the message.
    /// </summary>
    /// <param name="replyId">The operation that asked for it; null: the one that is being written, or else the last.</param>
    /// <param name="offset">In UTF-16 characters, or one of <see cref="ReplyOffset"/>.</param>
    [Alias("Follow"), AlwaysInterleave]
    Task<Outcome<ReplyProgress<KeptMessage, ConversationExchange>>> Follow(string ownerId, string? replyId, int offset);

    /// <summary>
    /// Hears a message and answers it; both are durable when this completes. Sends queue, so the limit is looked at when this one's turn
    /// comes: with nothing left it is <see cref="RefusalKind.TokenLimitReached"/>. If the reply engine fails, the message is kept, and this is
    /// <see cref="RefusalKind.ReplyFailed"/>: whoever sends the same text next is answered for the message that was kept.
    /// </summary>
    /// <param name="text">1 to 10,000 characters.</param>
    /// <param name="operationId">Sent again under the same, a message that was answered gets that answer.</param>
    [Alias("Send"), ResponseTimeout(ReplyTimeout.Followed)]
    Task<Outcome<ConversationExchange>> Send(string ownerId, string text, string operationId);

    /// <summary>
    /// Writes the last answer again, in its place, or the one that has failed. What both have cost is then the answer's cost. If it fails,
    /// the old one stays, and nothing is charged. Where nothing was said it is <see cref="RefusalKind.NothingToAnswer"/>; otherwise it queues
    /// and is refused as <see cref="Send"/> is.
    /// </summary>
    [Alias("Regenerate"), ResponseTimeout(ReplyTimeout.Followed)]
    Task<Outcome<ConversationExchange>> Regenerate(string ownerId, string operationId);

    /// <param name="title">1 to 255 characters.</param>
    [Alias("Rename")]
    Task<Outcome<Conversation>> Rename(string ownerId, string title);

    /// <summary>Takes a payment, and raises the token limit by what it buys. It queues behind replies that are being written.</summary>
    /// <param name="cents"><see cref="TokenPrice.MinCents"/> to <see cref="TokenPrice.MaxCents"/>.</param>
    /// <param name="operationId">Paid again under the same, nothing is paid, and the payment is the one that was made.</param>
    [Alias("Pay"), ResponseTimeout(ReplyTimeout.Followed)]
    Task<Outcome<TokenPayment>> Pay(string ownerId, long cents, string operationId);

    /// <summary>Deletes the conversation with all that was said in it.</summary>
    [Alias("Delete")]
    Task<Outcome<Done>> Delete(string ownerId);
}
