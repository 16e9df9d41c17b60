using Platform.Storage;

namespace Platform.Conversations;

/// <summary>A message as its row is read.</summary>
internal class MessageRow
{
    public long Seq { get; init; }

    public string Id { get; init; } = "";

    public int Role { get; init; }

    public string Content { get; init; } = "";

    public string? Emotion { get; init; }

    public string? Feelings { get; init; }

    public byte[]? Request { get; init; }

    public string? Gained { get; init; }

    public long CreatedAt { get; init; }

    public Message ToMessage(string conversationId) =>
        new(Id, conversationId, Seq, (MessageRole)Role, Content, Emotion, Instant.FromStored(CreatedAt));
}
