using Platform.Companions;

namespace Platform.Conversations;

/// <summary>A message and what became of it.</summary>
/// <param name="Emotions">What the companion felt when she wrote it; null for the user's.</param>
/// <param name="DeliveredAt">When it reached the other side; null: not yet. The user's own reach the companion at once.</param>
/// <param name="ReadAt">When the other side read it; null: not yet. The companion reads when she writes.</param>
[GenerateSerializer, Immutable, Alias("platform.TrackedMessage")]
public sealed record TrackedMessage(
    [property: Id(0)] Message Message,
    [property: Id(1)] Emotions? Emotions,
    [property: Id(2)] DateTimeOffset? DeliveredAt,
    [property: Id(3)] DateTimeOffset? ReadAt);

/// <summary>Some messages of one conversation.</summary>
/// <param name="Items">The oldest first.</param>
[GenerateSerializer, Immutable, Alias("platform.TrackedMessages")]
public sealed record TrackedMessages([property: Id(0)] IReadOnlyList<TrackedMessage> Items);

/// <summary>Which part of a history is wanted.</summary>
/// <param name="Since">Nothing older than this.</param>
/// <param name="Before">Only what is older than this; null: up to the newest. Two messages of a conversation never share a moment.</param>
/// <param name="Limit">1 to <see cref="MaxLimit"/>.</param>
[GenerateSerializer, Immutable, Alias("platform.HistoryQuery")]
public sealed record HistoryQuery(
    [property: Id(0)] DateTimeOffset Since, [property: Id(1)] DateTimeOffset? Before, [property: Id(2)] int Limit)
{
    public const int MaxLimit = 500;
}

/// <param name="Items">The newest first.</param>
/// <param name="HasMore">Whether older ones of the same query follow.</param>
[GenerateSerializer, Immutable, Alias("platform.HistorySlice")]
public sealed record HistorySlice([property: Id(0)] IReadOnlyList<TrackedMessage> Items, [property: Id(1)] bool HasMore);
