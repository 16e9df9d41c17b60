using System.Globalization;
using Dapper;
using Platform.Conversations;
using Platform.Conversations.Search;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Conversations.Search;

/// <summary>Searching the log of messages, and the index that this leaves behind, on both engines.</summary>
public sealed class HistorySearchTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    /// <summary>The 2nd, the 1,002nd … of a history begin with a word that no other has.</summary>
    private const int RareEach = 1000;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _id = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_follow_each_other_over_blocks_and_the_index_finds_the_same(string engine)
    {
        var database = await OpenAsync(engine);
        await FillAsync(database, 1, 3000);
        var first = await AllAsync(database, 3000, "rare mess", 2);
        Assert.Equal([2002L, 1002L, 2L], first);
        Assert.Equal([(0L, 1024L), (1L, 2048L), (2L, 2999L)], await BlocksAsync(database));

        Assert.Equal([1002L], await AllAsync(database, 3000, "RARE \"message 1002\"", 1));
        Assert.Equal(first, await AllAsync(database, 3000, "rare", 3));
        Assert.Equal(Enumerable.Range(2901, 100).Reverse().Select(seq => (long)seq), (await AllAsync(database, 3000, "message", 40)).Take(100));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_said_while_somebody_pages_neither_shifts_nor_doubles_a_page(string engine)
    {
        var database = await OpenAsync(engine);
        await FillAsync(database, 1, 60);
        var (found, last) = (new List<long>(), 60);
        SearchPlace? next = null;
        do
        {
            var page = await FindAsync(database, last, "message", 7, next);
            found.AddRange(page.Items.Select(item => item.Place.Seq));
            next = page.Next;
            await FillAsync(database, last + 1, last += 9);
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(1, 60).Reverse().Select(seq => (long)seq), found);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_block_that_has_grown_is_indexed_again_and_a_short_end_is_read(string engine)
    {
        var database = await OpenAsync(engine);
        await FillAsync(database, 1, 10);
        await FindAsync(database, 10, "message", 5);
        Assert.Empty(await BlocksAsync(database));
        await FillAsync(database, 11, 40);
        await FindAsync(database, 40, "message", 5);
        await FillAsync(database, 41, 50);
        Assert.Equal([50L, 49L], (await FindAsync(database, 50, "message", 2)).Items.Select(item => item.Place.Seq));
        Assert.Equal([(0L, 39L)], await BlocksAsync(database));
        await FillAsync(database, 51, 60);
        Assert.Equal([2L], await AllAsync(database, 60, "rare", 5));
        Assert.Equal([(0L, 59L)], await BlocksAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_searches_at_once_find_the_same_and_leave_one_index(string engine)
    {
        var database = await OpenAsync(engine);
        await FillAsync(database, 1, 2500);
        await using var other = (await databases.SharedAsync(engine)).Open();
        var found = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => FindAsync(i % 2 == 0 ? database : other, 2500, "rare", 5)));
        Assert.All(found, page => Assert.Equal([2002L, 1002L, 2L], page.Items.Select(item => item.Place.Seq)));
        Assert.Equal([(0L, 1024L), (1L, 2048L), (2L, 2499L)], await BlocksAsync(database));
        Assert.Equal([2002L, 1002L, 2L], await AllAsync(database, 2500, "rare", 5));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_deleted_or_erased_leaves_no_index_even_where_a_search_writes_it_at_that_moment(string engine)
    {
        var database = await OpenAsync(engine);
        var log = new MessageLog(database);
        for (var round = 0; round < 10; round++)
        {
            await FillAsync(database, 1, 1100);
            if (round % 2 == 0) await FindAsync(database, 1100, "rare", 5);
            var searches = Enumerable.Range(0, 3).Select(_ => Task.Run(() => FindAsync(database, 1100, "rare", 5)));
            await Task.WhenAll([.. searches, round < 5 ? log.DeleteAsync(_id) : log.EraseAsync(_id, 1100)]);
            Assert.Empty(await BlocksAsync(database));
            Assert.Equal(0, await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM search_words WHERE conversation = @_id", new { _id })));
            Assert.Empty((await FindAsync(database, 1100, "rare", 5)).Items);
            await log.DeleteAsync(_id);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_call_reads_so_much_and_no_more_and_the_next_goes_on(string engine)
    {
        var database = await OpenAsync(engine);
        const int Count = 40 * Block.Size;
        await FillAsync(database, 1, Count);
        var page = await FindAsync(database, Count, "rare \"message 2\"", 5);
        Assert.Empty(page.Items);
        Assert.Equal((8 * Block.Size) + 1, page.Next!.Seq);
        Assert.Equal([2L], (await FindAsync(database, Count, "rare \"message 2\"", 5, page.Next)).Items.Select(item => item.Place.Seq));
        // What was read once is indexed.
        page = await FindAsync(database, Count, "rare \"message 2\"", 5);
        Assert.Equal([2L], page.Items.Select(item => item.Place.Seq));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task No_read_looks_at_another_conversation()
    {
        await QueryPlan.AssertSearchesAsync(databases, SearchIndex.SelectBlocks, "search_blocks");
        await QueryPlan.AssertSearchesAsync(databases, SearchIndex.SelectWords, "search_words");
        await QueryPlan.AssertSearchesAsync(databases, MessageTable.OfCompanions.SelectRange, "messages");
        await QueryPlan.AssertSearchesAsync(databases, MessageTable.OfAssistant.SelectRange, "conversation_messages");
        await QueryPlan.AssertSearchesAsync(databases, MessageTable.OfCompanions.SelectMoment, "messages");
    }

    private static DateTimeOffset At(long seq) => Start.AddSeconds(seq);

    private async Task<Database> OpenAsync(string engine) => (await databases.SharedAsync(engine)).Node;

    private Task<FoundPage> FindAsync(Database database, int last, string text, int limit, SearchPlace? before = null) =>
        new HistorySearch(database, new SearchIndex(database)).FindAsync(
            new(MessageTable.OfCompanions, _id, 1, last), SearchTerms.Parse(text)!, limit, before);

    private async Task<List<long>> AllAsync(Database database, int last, string text, int limit)
    {
        var found = new List<long>();
        SearchPlace? next = null;
        do
        {
            var page = await FindAsync(database, last, text, limit, next);
            found.AddRange(page.Items.Select(item => item.Place.Seq));
            next = page.Next;
        }
        while (next is not null);
        return found;
    }

    private async Task<List<(long Block, long Through)>> BlocksAsync(Database database) =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<(long, long)>(
            "SELECT block, through FROM search_blocks WHERE conversation = @_id ORDER BY block", new { _id }))];

    private async Task FillAsync(Database database, int first, int last)
    {
        var log = new MessageLog(database);
        foreach (var some in Enumerable.Range(first, last - first + 1).Chunk(500))
            await Task.WhenAll(some.Select(seq => log.AppendAsync(new LoggedMessage(Message(seq), null))));
    }

    private Message Message(int seq) => new(
        $"{_id}-{seq.ToString(CultureInfo.InvariantCulture)}",
        _id,
        seq,
        seq % 2 == 1 ? MessageRole.User : MessageRole.Assistant,
        $"{(seq % RareEach == 2 ? "Rare" : "Usual")} message {seq.ToString(CultureInfo.InvariantCulture)}",
        null,
        At(seq));
}
