namespace Platform.Conversations.Search;

/// <summary>Pages of several conversations as one.</summary>
internal static class Pages
{
    private static readonly Comparer<SearchPlace> Order = Comparer<SearchPlace>.Create(Compare);

    /// <summary>
    /// The newest of all items, and where to go on. A page that ended early may have more behind its end, so nothing older than that is shown
    /// yet.
    /// </summary>
    public static (IReadOnlyList<T> Items, SearchPlace? Next) Merge<T>(
        IReadOnlyList<(IReadOnlyList<T> Items, SearchPlace? Next)> pages, Func<T, SearchPlace> placeOf, int limit)
    {
        var end = pages.Select(page => page.Next).OfType<SearchPlace>().Max(Order);
        var items = pages.SelectMany(page => page.Items)
            .Where(item => end is null || Compare(placeOf(item), end) >= 0)
            .OrderByDescending(placeOf, Order)
            .ToList();
        return items.Count > limit ? (items.GetRange(0, limit), placeOf(items[limit - 1])) : (items, end);
    }

    private static int Compare(SearchPlace one, SearchPlace other)
    {
        if (one.At != other.At) return one.At.CompareTo(other.At);
        var byConversation = string.CompareOrdinal(one.Conversation, other.Conversation);
        return byConversation != 0 ? byConversation : one.Seq.CompareTo(other.Seq);
    }
}
