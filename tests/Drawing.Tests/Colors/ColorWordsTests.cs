using FsCheck.Xunit;
using Platform.Drawing.Colors;

namespace Platform.Drawing.Tests.Colors;

public sealed class ColorWordsTests
{
    [Theory]
    [InlineData("#ff00aa", "#FF00AA")]
    [InlineData("my #F0A eyes", "#FF00AA")]
    [InlineData("Silver", "#C3CBD6")]
    [InlineData("hair of BLUE", "#2F6FDE")]
    public void A_colour_is_read(string text, string hex) => Assert.Equal(hex, ColorWords.First(text)?.Hex);

    [Fact]
    public void Two_colours_make_a_gradient() => Assert.Equal([ColorWords.First("blue")!.Value, ColorWords.First("pink")!.Value],
        ColorWords.All("blue to pink").ToArray());

    [Fact]
    public void Shades_change_the_colour_that_follows()
    {
        int Sum(string text) => ColorWords.First(text) is { } color ? color.R + color.G + color.B : -1;
        Assert.True(Sum("dark brown") < Sum("brown") && Sum("brown") < Sum("light brown") && Sum("light brown") < Sum("pale brown"));
        Assert.NotEqual(ColorWords.First("pink"), ColorWords.First("hot pink"));
    }

    [Fact]
    public void No_colour_is_null()
    {
        Assert.Null(ColorWords.First("invisible"));
        Assert.Null(ColorWords.First(null));
        Assert.Null(ColorWords.First("#12"));
    }

    [Property]
    public bool Any_text_is_read(string? text) => ColorWords.All(text).Length <= 8;
}
