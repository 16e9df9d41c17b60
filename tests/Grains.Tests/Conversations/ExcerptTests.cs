using FsCheck;
using FsCheck.Xunit;
using Platform.Conversations;

namespace Platform.Tests.Conversations;

public sealed class ExcerptTests
{
    [Property]
    public bool It_is_the_beginning_and_as_long_as_it_may_be(NonNull<string> text, byte count)
    {
        var first = Excerpt.First(text.Get, count);
        return text.Get.StartsWith(first, StringComparison.Ordinal)
            && first.EnumerateRunes().Count() == Math.Min(count, text.Get.EnumerateRunes().Count());
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("abcd", "abc...")]
    [InlineData("🦊🦊🦊", "🦊🦊🦊")]
    [InlineData("🦊🦊🦊🦊", "🦊🦊🦊...")]
    [InlineData("", "")]
    public void A_title_says_that_there_was_more(string text, string title) => Assert.Equal(title, Excerpt.Title(text, 3));
}
