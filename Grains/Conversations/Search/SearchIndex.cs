using System.Collections;
using Dapper;
using Platform.Storage;

namespace Platform.Conversations.Search;

/// <summary>
/// Which words are in which messages of a conversation, in tables of our own: both engines then find the same, in every language, and never
/// look at a row of another conversation. A search writes what it had to read anyway; see <c>0009_search.sql</c>.
/// </summary>
internal sealed class SearchIndex(Database database)
{
    internal const string SelectBlocks =
        "SELECT block, through FROM search_blocks WHERE conversation = @conversation AND block BETWEEN @first AND @last";

    internal const string SelectWords = """
        SELECT initial, block, words FROM search_words
        WHERE conversation = @conversation AND initial = @initial AND block BETWEEN @first AND @last
        """;

    private const string InsertBlock = "INSERT INTO search_blocks (conversation, block, through) VALUES ($1, $2, $3)";

    private const string UpdateBlock = "UPDATE search_blocks SET through = $3 WHERE conversation = $1 AND block = $2 AND through = $4";

    // A block only grows, so whatever letter was in it is also in what replaces it.
    private const string UpsertWords = """
        INSERT INTO search_words (conversation, initial, block, words) VALUES ($1, $2, $3, $4)
        ON CONFLICT (conversation, initial, block) DO UPDATE SET words = excluded.words
        """;

    /// <summary>Forgets a conversation; to be written in one unit after what deletes or erases its messages.</summary>
    public static Statement[] Forget(string conversation) =>
    [
        new("DELETE FROM search_blocks WHERE conversation = $1", [conversation]),
        new("DELETE FROM search_words WHERE conversation = $1", [conversation]),
    ];

    /// <summary>Up to which message each of these blocks is indexed.</summary>
    public async Task<Dictionary<long, long>> BlocksAsync(string conversation, long first, long last)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<BlockRow>(SelectBlocks, new { conversation, first, last }));
        return rows.ToDictionary(row => row.Block, row => row.Through);
    }

    /// <summary>By block: the messages that have all of these words.</summary>
    public async Task<Dictionary<long, BitArray>> FindAsync(string conversation, SearchTerms terms, long first, long last)
    {
        var words = terms.Words.Distinct().ToList();
        var rows = new List<WordsRow>();
        foreach (var initial in words.Select(word => WordPage.Initial(word.Text)).Distinct())
        {
            rows.AddRange(await database.ReadAsync(
                connection => connection.QueryAsync<WordsRow>(SelectWords, new { conversation, initial, first, last })));
        }

        return rows.GroupBy(row => row.Block).ToDictionary(block => block.Key, block => Find([.. block], words));
    }

    /// <summary>Writes the index of a block, unless another was first, or the messages are gone meanwhile.</summary>
    /// <param name="before">Up to where it was indexed; null: it was not.</param>
    /// <param name="messages">All of it that there is, the newest first.</param>
    public async Task SaveAsync(MessageTable table, string conversation, long? before, IReadOnlyList<MessageText> messages)
    {
        var through = messages[0].Seq;
        var block = Block.Of(through);
        var mark = before is { } known
            ? new Statement(UpdateBlock, [conversation, block, through, known], ExpectedRows: 1)
            : new Statement(InsertBlock, [conversation, block, through]);
        var pages = WordPage.Write(messages).OrderBy(page => page.Key, StringComparer.Ordinal);
        try
        {
            await database.WriteAsync([
                table.Hold(conversation, through),
                mark,
                .. pages.Select(page => new Statement(UpsertWords, [conversation, page.Key, block, page.Value])),
            ]);
        }
        catch (StoreConflictException)
        {
            // What is read here is right without it; the next search tries again.
        }
    }

    private static BitArray Find(IReadOnlyList<WordsRow> pages, IEnumerable<(string Text, bool IsPrefix)> words)
    {
        var all = Block.Messages(all: true);
        foreach (var (text, isPrefix) in words)
        {
            var having = Block.Messages();
            if (pages.FirstOrDefault(page => page.Initial == WordPage.Initial(text)) is { } page) WordPage.Mark(page.Words, text, isPrefix, having);
            all.And(having);
        }

        return all;
    }

    private sealed class BlockRow
    {
        public long Block { get; init; }

        public long Through { get; init; }
    }

    private sealed class WordsRow
    {
        public string Initial { get; init; } = "";

        public long Block { get; init; }

        public byte[] Words { get; init; } = [];
    }
}
