using Orleans.Concurrency;
using Platform.Conversations;

namespace Platform.Companions;

/// <summary>
/// What happens in a conversation, for clients that watch; the key is the companion's id, and the actor the same as
/// <see cref="ICompanionGrain"/>. Watchers pull with a cursor, so the actor knows none of them: one that falls behind costs nobody anything,
/// and one that has lost its connection, or whose silo died, asks again from where it was.
/// </summary>
[Alias("platform.ICompanionFeedGrain")]
public interface ICompanionFeedGrain : IGrainWithStringKey
{
    /// <summary>A part of the history, which counts as delivered, and where the feed stood when it was read.</summary>
    [Alias("Open"), AlwaysInterleave]
    Task<Outcome<FeedStart>> Open(string ownerId, HistoryQuery query);

    /// <summary>
    /// What happened after <paramref name="after"/>; where nothing has, waits up to ten seconds for it. What is too long ago for the actor's
    /// memory is read from the log: messages and what follows from them, but not who was typing then.
    /// </summary>
    [Alias("Next"), AlwaysInterleave]
    Task<Outcome<FeedPage>> Next(string ownerId, long after);
}

/// <param name="Seq">To be given to <see cref="ICompanionFeedGrain.Next"/>.</param>
[GenerateSerializer, Immutable, Alias("platform.FeedStart")]
public sealed record FeedStart([property: Id(0)] HistorySlice History, [property: Id(1)] long Seq);

/// <param name="Events">In order; none: nothing has happened yet.</param>
/// <param name="HasGap">More happened than is told one by one, or the place that was asked for never was: the history must be fetched anew.</param>
[GenerateSerializer, Immutable, Alias("platform.FeedPage")]
public sealed record FeedPage([property: Id(0)] IReadOnlyList<FeedEvent> Events, [property: Id(1)] bool HasGap = false);
