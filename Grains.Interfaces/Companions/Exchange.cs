using Platform.Conversations;

namespace Platform.Companions;

/// <summary>A message, its answer, and what the message did to the companion.</summary>
/// <param name="IsReplay">It was said, and answered, when the same request came before.</param>
[GenerateSerializer, Immutable, Alias("platform.Exchange")]
public sealed record Exchange(
    [property: Id(0)] Message UserMessage,
    [property: Id(1)] Message Reply,
    [property: Id(2)] Reaction Reaction,
    [property: Id(3)] bool IsReplay = false);

/// <summary>What a message did to a companion.</summary>
/// <param name="Emotion">The strongest feeling after it.</param>
/// <param name="Effect">What the message is worth: its full effect, also where a stat had no room left for it.</param>
/// <param name="Change">By how much the stats really moved: to be added to what a client shows.</param>
/// <param name="Emotions">What she feels after it.</param>
/// <param name="CurrentMood">How she is disposed after it; the words are those of <see cref="Companion.CurrentMood"/>.</param>
[GenerateSerializer, Immutable, Alias("platform.Reaction")]
public sealed record Reaction(
    [property: Id(0)] string Emotion,
    [property: Id(1)] Stats Effect,
    [property: Id(2)] Stats Change,
    [property: Id(3)] Emotions Emotions,
    [property: Id(4)] string CurrentMood);
