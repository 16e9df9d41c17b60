using Platform.Conversations;
using Platform.Conversations.Search;

namespace Platform.Companions;

/// <summary>Looking something up in the conversation, and taking it away.</summary>
internal sealed partial class CompanionGrain : ICompanionPastGrain
{
    public async Task<Outcome<FoundMessages>> Search(string ownerId, SearchQuery query)
    {
        if (Owned(ownerId) is null) return Unknown;
        if (SearchTerms.Parse(query.Text) is not { } terms) return new FoundMessages([], null);
        var transcript = await LoadTranscriptAsync();
        var searched = new Searched(MessageTable.OfCompanions, Id, transcript.ClearedThrough + 1, transcript.LastSeq);
        // Not in the actor's turns: a long history takes a while, and a message must not wait for it.
        var page = await Task.Run(() => _services.Search.FindAsync(searched, terms, query.Limit, query.Before));
        var messages = (await _services.Tracking.TheseAsync(Id, [.. page.Items.Select(found => found.Place.Seq)]))
            .ToDictionary(message => message.Message.Seq);
        // Emptied or deleted while it was searched: then what was found isn't there any more.
        if (Owned(ownerId) is null || transcript.ClearedThrough >= searched.First) return new FoundMessages([], null);
        return new FoundMessages(
            [.. page.Items.Where(found => messages.ContainsKey(found.Place.Seq)).Select(found => new FoundMessage(messages[found.Place.Seq], found.Excerpt))],
            page.Next);
    }

    public async Task<Outcome<TrackedMessages>> ReadAfter(string ownerId, long seq, int count)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        var first = Math.Max(seq, transcript.ClearedThrough) + 1;
        var last = Math.Min(first + count - 1, transcript.LastSeq);
        var messages = await _services.Tracking.RangeAsync(Id, first, last);
        return new TrackedMessages(first > transcript.ClearedThrough ? messages : []);
    }

    public async Task<Outcome<CheckInPage>> CheckInsAfter(string ownerId, long seq, int count) =>
        Owned(ownerId) is null ? Unknown : await _services.CheckIns.AfterAsync(Id, seq, count);
}
