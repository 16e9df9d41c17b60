using FsCheck;
using FsCheck.Xunit;
using Microsoft.ML.Tokenizers;
using Platform.Conversations;

namespace Platform.Tests.Conversations;

public sealed class TokenCounterTests
{
    private static readonly TokenCounter Counter = new();
    private static readonly TiktokenTokenizer Reference = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Theory]
    [InlineData("", 0)]
    [InlineData("hello world", 2)]
    [InlineData("What is machine learning?", 5)]
    [InlineData("tiktoken is great!", 6)]
    public async Task Texts_have_the_known_counts(string text, int count) => Assert.Equal(count, await Counter.CountAsync(text));

    [Property(MaxTest = 100)]
    public async Task A_long_text_of_words_has_the_count_of_the_whole(NonEmptyArray<NonNull<string>> words, PositiveInt times)
    {
        var sentence = string.Join(' ', words.Get.Select(word => word.Get.Length > 100 ? word.Get[..100] : word.Get));
        var text = string.Join(' ', Enumerable.Repeat($"word {sentence} word", 1 + times.Get % 50));
        Assert.Equal(Reference.CountTokens(text), await Counter.CountAsync(text));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("字")]
    [InlineData("x🦊")]
    public async Task A_long_run_without_a_space_is_off_by_little(string run)
    {
        var text = string.Concat(Enumerable.Repeat(run, 2_000));
        var exact = Reference.CountTokens(text);
        Assert.InRange(await Counter.CountAsync(text), exact - 20, exact + 20);
    }
}
