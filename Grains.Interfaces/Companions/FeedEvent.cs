using Platform.Conversations;

namespace Platform.Companions;

/// <summary>Something that happened in a conversation with a companion.</summary>
/// <param name="Seq">
/// Where it stands among all that happens there: rising, at once a place in time (microseconds since 1970, UTC), so it rises over restarts
/// too, and what came after it can be told from the log of messages alone.
/// </param>
[GenerateSerializer, Immutable, Alias("platform.FeedEvent")]
public abstract record FeedEvent([property: Id(0)] long Seq);

/// <summary>A message of either side is stored. Its <see cref="FeedEvent.Seq"/> is the moment it was written.</summary>
[GenerateSerializer, Immutable, Alias("platform.MessageAdded")]
public sealed record MessageAdded(long Seq, [property: Id(0)] TrackedMessage Message) : FeedEvent(Seq);

/// <summary>The companion begins or ends writing.</summary>
[GenerateSerializer, Immutable, Alias("platform.TypingChanged")]
public sealed record TypingChanged(long Seq, [property: Id(0)] bool IsTyping) : FeedEvent(Seq);

/// <summary>The companion has read a message of the user's.</summary>
[GenerateSerializer, Immutable, Alias("platform.MessageRead")]
public sealed record MessageRead(long Seq, [property: Id(0)] string MessageId) : FeedEvent(Seq);

/// <summary>The companion feels something else now.</summary>
/// <param name="CurrentMood">As in <see cref="Companion.CurrentMood"/>.</param>
[GenerateSerializer, Immutable, Alias("platform.MoodChanged")]
public sealed record MoodChanged(
    long Seq, [property: Id(0)] Emotions Emotions, [property: Id(1)] string CurrentMood) : FeedEvent(Seq);

/// <summary>A message of the user's was kept, but could not be answered.</summary>
[GenerateSerializer, Immutable, Alias("platform.ReplyMissed")]
public sealed record ReplyMissed(long Seq, [property: Id(0)] string MessageId) : FeedEvent(Seq);

/// <summary>The last message, the companion's, was written again under another id.</summary>
[GenerateSerializer, Immutable, Alias("platform.MessageReplaced")]
public sealed record MessageReplaced(long Seq, [property: Id(0)] string OldId, [property: Id(1)] TrackedMessage Message) : FeedEvent(Seq);

/// <summary>Something that was said before is not there any more: whoever shows the history must fetch it anew.</summary>
[GenerateSerializer, Immutable, Alias("platform.HistoryChanged")]
public sealed record HistoryChanged(long Seq) : FeedEvent(Seq);
