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

    /// <summary>
    /// Hears a message and answers it; both are durable when this completes. Sends queue, so the limit is looked at when this one's turn
    /// comes: with nothing left it is <see cref="RefusalKind.TokenLimitReached"/>. If the reply engine fails, the message is kept, and this is
    /// <see cref="RefusalKind.ReplyFailed"/>: whoever sends the same text next is answered for the message that was kept.
    /// </summary>
    /// <param name="text">1 to 10,000 characters.</param>
    /// <param name="operationId">Sent again under the same, a message that was answered gets that answer.</param>
    [Alias("Send"), ResponseTimeout(ReplyTimeout.Longest)]
    Task<Outcome<ConversationExchange>> Send(string ownerId, string text, string operationId);

    /// <param name="title">1 to 255 characters.</param>
    [Alias("Rename")]
    Task<Outcome<Conversation>> Rename(string ownerId, string title);

    /// <summary>Raises the token limit, once for each key.</summary>
    /// <param name="tokens">How many more; positive.</param>
    [Alias("Grant")]
    Task<Outcome<Conversation>> Grant(string ownerId, string key, long tokens);

    /// <summary>Deletes the conversation with all that was said in it.</summary>
    [Alias("Delete")]
    Task<Outcome<Done>> Delete(string ownerId);
}
