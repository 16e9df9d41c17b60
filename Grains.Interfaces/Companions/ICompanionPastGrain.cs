using Orleans.Concurrency;
using Platform.Conversations;

namespace Platform.Companions;

/// <summary>
/// What was said with a companion, for whoever looks something up or takes it away; the key is the companion's id. The same actor as
/// <see cref="ICompanionGrain"/>. Nothing here counts as delivered by that.
/// </summary>
[Alias("platform.ICompanionPastGrain")]
public interface ICompanionPastGrain : IGrainWithStringKey
{
    /// <summary>Messages in which something occurs. Interleaves: it shows what was last saved.</summary>
    [Alias("Search"), AlwaysInterleave]
    Task<Outcome<FoundMessages>> Search(string ownerId, SearchQuery query);

    /// <summary>The first messages after this number, at most <paramref name="count"/>; 0 is the beginning. Interleaves.</summary>
    [Alias("ReadAfter"), AlwaysInterleave]
    Task<Outcome<TrackedMessages>> ReadAfter(string ownerId, long seq, int count);

    /// <summary>The first check-ins after the message of this number, at most <paramref name="count"/>; 0 is the beginning. Interleaves.</summary>
    [Alias("CheckInsAfter"), AlwaysInterleave]
    Task<Outcome<CheckInPage>> CheckInsAfter(string ownerId, long seq, int count);
}
