namespace Platform.Conversations;

/// <summary>How far a reply has come. Whoever asks again with where this one ended misses nothing and gets nothing twice.</summary>
/// <typeparam name="THeard">The message that is answered, as it is kept.</typeparam>
/// <typeparam name="TDone">What the finished reply comes with.</typeparam>
/// <param name="ReplyId">The operation that asked for it.</param>
/// <param name="Heard">Null: its turn has not come yet.</param>
/// <param name="Piece">What follows the offset that was asked for; empty: nothing new yet.</param>
/// <param name="End">Null: it is not at its end. What was passed on of a reply that ended with a refusal is no reply.</param>
[GenerateSerializer, Immutable, Alias("platform.ReplyProgress`2")]
public sealed record ReplyProgress<THeard, TDone>(
    [property: Id(0)] string ReplyId,
    [property: Id(1)] THeard? Heard,
    [property: Id(2)] string Piece,
    [property: Id(3)] Outcome<TDone>? End)
    where THeard : class
    where TDone : class;

/// <summary>Where a reader of a reply stands.</summary>
public static class ReplyOffset
{
    /// <summary>Before the start: the reader doesn't wait for a text, but hears as soon as the message is kept.</summary>
    public const int Message = -1;

    /// <summary>Behind all: the reader waits for the end alone.</summary>
    public const int End = int.MaxValue;
}

/// <summary>A message that was kept, and its conversation as it was then.</summary>
[GenerateSerializer, Immutable, Alias("platform.KeptMessage")]
public sealed record KeptMessage([property: Id(0)] ConversationMessage Message, [property: Id(1)] Conversation Conversation);
