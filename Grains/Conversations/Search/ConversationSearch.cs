namespace Platform.Conversations.Search;

/// <summary>
/// Searches conversations with the assistant. Their rows tell all that has to be known of them, so nobody is woken, however many there are.
/// </summary>
internal sealed class ConversationSearch(HistorySearch search, ConversationLog log)
{
    private const int AtOnce = 8;

    /// <param name="conversations">The last updated first.</param>
    public async Task<FoundConversationMessages> FindAsync(IReadOnlyList<Conversation> conversations, SearchQuery query)
    {
        if (SearchTerms.Parse(query.Text) is not { } terms) return new([], null);
        var (items, next) = ((IReadOnlyList<Placed>)[], (SearchPlace?)null);
        var pages = new List<(IReadOnlyList<Placed> Items, SearchPlace? Next)>();
        // Not in the turns of whichever actor asks: many long histories take a while.
        foreach (var some in conversations.Chunk(AtOnce))
        {
            // Nothing in these, or in any after them, is as new as what is there already.
            if (items.Count == query.Limit && items[^1].Found.Place.At > some[0].UpdatedAt) return await ShowAsync(items, items[^1].Found.Place);
            pages.AddRange(await Task.WhenAll(some.Select(one => Task.Run(() => FindAsync(one, terms, query)))));
            (items, next) = Pages.Merge(pages, item => item.Found.Place, query.Limit);
        }

        return await ShowAsync(items, next);
    }

    private async Task<(IReadOnlyList<Placed> Items, SearchPlace? Next)> FindAsync(Conversation conversation, SearchTerms terms, SearchQuery query)
    {
        var key = IConversationGrain.Key(conversation.Number);
        var page = await search.FindAsync(new(MessageTable.OfAssistant, key, 1, conversation.MessageCount), terms, query.Limit, query.Before);
        return ([.. page.Items.Select(found => new Placed(conversation, found))], page.Next);
    }

    private async Task<FoundConversationMessages> ShowAsync(IReadOnlyList<Placed> items, SearchPlace? next)
    {
        var shown = new Dictionary<SearchPlace, FoundConversationMessage>();
        foreach (var group in items.GroupBy(item => item.Conversation))
        {
            var bySeq = group.ToDictionary(item => item.Found.Place.Seq);
            foreach (var turn in await log.TheseAsync(group.Key.Number, [.. bySeq.Keys]))
                shown[bySeq[turn.Seq].Found.Place] = new(group.Key, turn.Message, bySeq[turn.Seq].Found.Excerpt);
        }

        // What was deleted meanwhile isn't there any more.
        return new([.. items.Select(item => shown.GetValueOrDefault(item.Found.Place)).OfType<FoundConversationMessage>()], next);
    }

    private sealed record Placed(Conversation Conversation, Found Found);
}
