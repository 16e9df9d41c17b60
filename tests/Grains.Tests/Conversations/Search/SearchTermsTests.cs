using Platform.Conversations.Search;

namespace Platform.Tests.Conversations.Search;

/// <summary>What is found in a text, whatever the database.</summary>
public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("hello", "Well, HELLO there")]
    [InlineData("ÉTÉ", "L'été à Paris")]
    [InlineData("жизнь", "Такова ЖИЗНЬ")]
    [InlineData("ΟΔΌΣ", "η οδός")]
    [InlineData("river picnic", "A picnic by the river")]
    [InlineData("pic", "A picnic")]
    [InlineData("by pic", "A picnic by the river")]
    [InlineData("\"by the river\"", "A picnic by the River!")]
    [InlineData("\"by the riv", "A picnic by the river")]
    [InlineData("“by the” picnic", "A picnic by the river")]
    [InlineData("don't", "I don't know")]
    [InlineData("東京", "明日は東京へ行く")]
    [InlineData("🍕", "Dinner🍕tonight")]
    [InlineData("42", "Room 42b")]
    public void It_is_there(string wanted, string text) => Assert.NotNull(SearchTerms.Parse(wanted)!.FindIn(text));

    [Theory]
    [InlineData("hello", "help")]
    [InlineData("pic river", "A picnic by the river")]
    [InlineData("river boat", "A picnic by the river")]
    [InlineData("\"the by\"", "A picnic by the river")]
    [InlineData("\"by the riv\"", "A picnic by the river")]
    [InlineData("nic", "A picnic")]
    [InlineData("東京", "京東")]
    [InlineData("don't", "don, not")]
    public void It_is_not(string wanted, string text) => Assert.Null(SearchTerms.Parse(wanted)!.FindIn(text));

    [Theory]
    [InlineData("...")]
    [InlineData("\"\"")]
    [InlineData("  \t")]
    public void Where_no_word_is_there_is_nothing_to_look_for(string wanted) =>
        Assert.Null(SearchTerms.Parse(wanted));

    [Fact]
    public void A_page_of_words_tells_which_messages_have_them()
    {
        MessageText[] messages = [new(3, "Tea and toast", 0), new(2, "Thé", 0), new(1, "tea TEA", 0), new(1024, "tealight", 0)];
        var page = WordPage.Write(messages)["t"];
        Assert.Equal([1L, 3L], Having(page, "tea", isPrefix: false));
        Assert.Equal([1L, 3L, 1024L], Having(page, "tea", isPrefix: true));
        Assert.Equal([1L, 2L, 3L, 1024L], Having(page, "t", isPrefix: true));
        Assert.Empty(Having(page, "te", isPrefix: false));
    }

    private static List<long> Having(byte[] page, string word, bool isPrefix)
    {
        var marked = Block.Messages();
        WordPage.Mark(page, word, isPrefix, marked);
        return Enumerable.Range(0, Block.Size).Where(offset => marked[offset]).Select(offset => offset + 1L).ToList();
    }
}
