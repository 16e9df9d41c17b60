using System.Collections;
using Platform.Storage;

namespace Platform.Conversations.Search;

/// <summary>A conversation as far as it may be searched.</summary>
/// <param name="Key">A companion's id, or a conversation's number in digits.</param>
/// <param name="First">The number of its first message.</param>
/// <param name="Last">And of its last.</param>
internal sealed record Searched(MessageTable Table, string Key, long First, long Last);

/// <param name="Excerpt">The part of the message that has what was looked for.</param>
internal sealed record Found(SearchPlace Place, string Excerpt);

/// <param name="Next">Where to go on; null: nothing older is there to be searched.</param>
internal sealed record FoundPage(IReadOnlyList<Found> Items, SearchPlace? Next);

/// <summary>
/// Searches a conversation from its newest message back. Blocks that are indexed are asked which of their messages have the words, others are
/// read, and are indexed by that. So sending pays nothing for searches, a conversation that nobody searches has no index, and one that was
/// searched is never read as a whole again. One call does a bounded piece of work: in a long history that was never searched it stops before
/// the end, and is to be continued.
/// </summary>
internal sealed class HistorySearch(Database database, SearchIndex index)
{
    /// <summary>Messages that one call reads, apart from those of the block that it is in.</summary>
    private const int MaxRead = 32 * Block.Size;

    /// <summary>An end of a conversation that is shorter than this is read each time: indexing it would cost more.</summary>
    private const int IndexedFrom = 16;

    /// <summary>How many of the messages that have all words are looked at together.</summary>
    private const int ReadAtOnce = 64;

    private const int FirstWindow = 4;
    private const int LargestWindow = 256;
    private const int ExcerptLength = 160;

    public async Task<FoundPage> FindAsync(Searched searched, SearchTerms terms, int limit, SearchPlace? before)
    {
        var last = before is null ? searched.Last : Math.Min(searched.Last, await LastBeforeAsync(searched, before));
        var search = new Search(database, index, searched, terms, limit);
        return last < searched.First ? new([], null) : await search.RunAsync(last);
    }

    private async Task<long> LastBeforeAsync(Searched searched, SearchPlace before)
    {
        if (searched.Key == before.Conversation) return before.Seq - 1;
        // Of the same moment, what is in a conversation that comes before that place is older too.
        var moment = string.CompareOrdinal(searched.Key, before.Conversation) < 0 ? before.At.AddMicroseconds(1) : before.At;
        return await searched.Table.FirstSinceAsync(database, searched.Key, moment, searched.Last) - 1;
    }

    /// <summary>One call.</summary>
    private sealed class Search(Database database, SearchIndex index, Searched searched, SearchTerms terms, int limit)
    {
        private readonly List<Found> _found = [];
        private int _read;

        /// <summary>One more than is wanted tells that there are more.</summary>
        private bool IsFull => _found.Count > limit;

        public async Task<FoundPage> RunAsync(long last)
        {
            var (first, window) = (Block.Of(searched.First), FirstWindow);
            for (var end = Block.Of(last); end >= first; end -= window, window = Math.Min(2 * window, LargestWindow))
            {
                var start = Math.Max(first, end - window + 1);
                var indexed = await index.BlocksAsync(searched.Key, start, end);
                var having = indexed.Count == 0 ? [] : await index.FindAsync(searched.Key, terms, start, end);
                for (var block = end; block >= start; block--)
                {
                    await LookAsync(block, last, indexed.TryGetValue(block, out var through) ? through : null, having.GetValueOrDefault(block));
                    if (IsFull) return new(_found.GetRange(0, limit), _found[limit - 1].Place);
                    if (_read >= MaxRead && block > first) return new(_found, await PlaceAsync(Block.First(block)));
                }
            }

            return new(_found, null);
        }

        private async Task LookAsync(long block, long last, long? through, BitArray? having)
        {
            var (first, end) = (Math.Max(searched.First, Block.First(block)), Math.Min(searched.Last, Block.Last(block)));
            var known = Math.Max(through ?? 0, first - 1);
            // The last answer may yet be written again.
            var settled = Math.Min(searched.Last - 1, Block.Last(block));
            var unknown = settled - known;
            if (unknown >= IndexedFrom || (unknown > 0 && settled == Block.Last(block)))
            {
                var all = await ReadAsync(first, end);
                if (all.SkipWhile(message => message.Seq > settled).ToList() is { Count: > 0 } final)
                    await index.SaveAsync(searched.Table, searched.Key, through, final);
                Take(all.Where(message => message.Seq <= last));
                return;
            }

            last = Math.Min(last, end);
            if (last > known) Take(await ReadAsync(known + 1, last));
            if (having is null) return;
            var candidates = Candidates(having, first, Math.Min(last, known)).ToList();
            for (var i = 0; i < candidates.Count && !IsFull; i += ReadAtOnce)
            {
                var these = candidates.GetRange(i, Math.Min(ReadAtOnce, candidates.Count - i));
                _read += these.Count;
                Take(await searched.Table.TheseAsync(database, searched.Key, these));
            }
        }

        private static IEnumerable<long> Candidates(BitArray having, long first, long last)
        {
            for (var seq = last; seq >= first; seq--)
            {
                if (having[(int)((seq - 1) % Block.Size)]) yield return seq;
            }
        }

        private async Task<List<MessageText>> ReadAsync(long first, long last)
        {
            var messages = await searched.Table.RangeAsync(database, searched.Key, first, last);
            _read += messages.Count;
            return messages;
        }

        private void Take(IEnumerable<MessageText> messages)
        {
            foreach (var message in messages)
            {
                if (IsFull) return;
                if (terms.FindIn(message.Content) is { } range)
                    _found.Add(new(PlaceOf(message.Seq, message.CreatedAt), Excerpt.Around(message.Content, range, ExcerptLength)));
            }
        }

        private async Task<SearchPlace?> PlaceAsync(long seq) =>
            await searched.Table.MomentAsync(database, searched.Key, seq) is { } moment ? PlaceOf(seq, moment) : null;

        private SearchPlace PlaceOf(long seq, long moment) => new(Instant.FromStored(moment), searched.Key, seq);
    }
}
