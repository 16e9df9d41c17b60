namespace Platform.Conversations;

/// <summary>What is looked for in a history.</summary>
/// <param name="Text">
/// Words that must all occur, in any case; the last one may be the beginning of one. In double quotes: just so, one after the other.
/// </param>
/// <param name="Limit">At most so many messages; positive.</param>
/// <param name="Before">Only what is older than this place; null: from the newest.</param>
[GenerateSerializer, Immutable, Alias("platform.SearchQuery")]
public sealed record SearchQuery([property: Id(0)] string Text, [property: Id(1)] int Limit, [property: Id(2)] SearchPlace? Before);

/// <summary>A place in all histories of an account, which are searched as if they were one: by time, then by conversation, then by number.</summary>
/// <param name="Conversation">A companion's id, or a conversation's number in digits; empty: before any message of this moment.</param>
/// <param name="Seq">The message's number in its conversation.</param>
[GenerateSerializer, Immutable, Alias("platform.SearchPlace")]
public sealed record SearchPlace([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Conversation, [property: Id(2)] long Seq);

/// <summary>A message in which everything occurs that was looked for.</summary>
/// <param name="Excerpt">The part of it that has the first of that, at most some 160 characters, with … where there is more.</param>
[GenerateSerializer, Immutable, Alias("platform.FoundMessage")]
public sealed record FoundMessage([property: Id(0)] TrackedMessage Message, [property: Id(1)] string Excerpt);

/// <param name="Items">The newest first. Fewer than were asked for, or none, where the search has stopped to be continued.</param>
/// <param name="Next">Where to go on; null: nothing older is there to be searched.</param>
[GenerateSerializer, Immutable, Alias("platform.FoundMessages")]
public sealed record FoundMessages([property: Id(0)] IReadOnlyList<FoundMessage> Items, [property: Id(1)] SearchPlace? Next);

/// <summary>As <see cref="FoundMessage"/>, in a conversation with the assistant.</summary>
[GenerateSerializer, Immutable, Alias("platform.FoundConversationMessage")]
public sealed record FoundConversationMessage(
    [property: Id(0)] Conversation Conversation, [property: Id(1)] ConversationMessage Message, [property: Id(2)] string Excerpt);

/// <inheritdoc cref="FoundMessages"/>
[GenerateSerializer, Immutable, Alias("platform.FoundConversationMessages")]
public sealed record FoundConversationMessages(
    [property: Id(0)] IReadOnlyList<FoundConversationMessage> Items, [property: Id(1)] SearchPlace? Next);
