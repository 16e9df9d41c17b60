namespace Platform.Conversations;

/// <summary>Who wrote a message. The numbers are stored: never reuse one.</summary>
public enum MessageRole
{
    User = 0,
    Assistant = 1,
}

/// <summary>One message of a conversation.</summary>
/// <param name="Seq">1, 2, 3 … in its conversation.</param>
/// <param name="Emotion">The word shown beside an assistant's message; null for the user's.</param>
[GenerateSerializer, Immutable, Alias("platform.Message")]
public sealed record Message(
    [property: Id(0)] string Id,
    [property: Id(1)] string ConversationId,
    [property: Id(2)] long Seq,
    [property: Id(3)] MessageRole Role,
    [property: Id(4)] string Content,
    [property: Id(5)] string? Emotion,
    [property: Id(6)] DateTimeOffset CreatedAt);

/// <summary>A page of a conversation.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Total">How many messages the whole conversation has.</param>
[GenerateSerializer, Immutable, Alias("platform.MessagePage")]
public sealed record MessagePage([property: Id(0)] IReadOnlyList<Message> Items, [property: Id(1)] long Total);
