namespace Platform.Conversations;

/// <summary>A conversation with the assistant, without what was said in it.</summary>
/// <param name="Number">Its id: positive and unique.</param>
/// <param name="OwnerNumber">The number of its owner's account.</param>
/// <param name="TotalTokens">What all its messages have cost; may have passed the limit by the last answer.</param>
/// <param name="MessageCount">Messages of both sides.</param>
/// <param name="LastMessage">Null while nothing has been said.</param>
/// <param name="UpdatedAt">When something was last said, renamed or paid.</param>
[GenerateSerializer, Immutable, Alias("platform.Conversation")]
public sealed record Conversation(
    [property: Id(0)] long Number,
    [property: Id(1)] long OwnerNumber,
    [property: Id(2)] string Title,
    [property: Id(3)] long TotalTokens,
    [property: Id(4)] long TokenLimit,
    [property: Id(5)] long MessageCount,
    [property: Id(6)] MessageExcerpt? LastMessage,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] DateTimeOffset UpdatedAt)
{
    /// <summary>The title of a conversation that was given none. The first message takes its place.</summary>
    public const string DefaultTitle = "New Conversation";
}

/// <summary>The beginning of a message.</summary>
/// <param name="Content">At most 100 characters.</param>
[GenerateSerializer, Immutable, Alias("platform.MessageExcerpt")]
public sealed record MessageExcerpt([property: Id(0)] string Content, [property: Id(1)] DateTimeOffset CreatedAt);

/// <summary>What one side said in a conversation.</summary>
/// <param name="Number">Its id: positive and unique over all conversations.</param>
/// <param name="Tokens">What it cost. Of the user's: the tokens of the text. Of an answer: those that the model read, and those that it wrote.</param>
[GenerateSerializer, Immutable, Alias("platform.ConversationMessage")]
public sealed record ConversationMessage(
    [property: Id(0)] long Number,
    [property: Id(1)] MessageRole Role,
    [property: Id(2)] string Content,
    [property: Id(3)] long Tokens,
    [property: Id(4)] DateTimeOffset CreatedAt);

/// <summary>A conversation and all that was said in it.</summary>
/// <param name="Messages">Oldest first.</param>
[GenerateSerializer, Immutable, Alias("platform.ConversationHistory")]
public sealed record ConversationHistory(
    [property: Id(0)] Conversation Conversation, [property: Id(1)] IReadOnlyList<ConversationMessage> Messages);

/// <summary>Some messages of a conversation.</summary>
/// <param name="Items">The oldest first.</param>
/// <param name="LastSeq">The place of the last of them in the conversation: the next page follows it.</param>
[GenerateSerializer, Immutable, Alias("platform.ConversationMessages")]
public sealed record ConversationMessages([property: Id(0)] IReadOnlyList<ConversationMessage> Items, [property: Id(1)] long LastSeq);

/// <summary>A message, its answer, and the conversation after both.</summary>
[GenerateSerializer, Immutable, Alias("platform.ConversationExchange")]
public sealed record ConversationExchange(
    [property: Id(0)] ConversationMessage UserMessage,
    [property: Id(1)] ConversationMessage Answer,
    [property: Id(2)] Conversation Conversation);
