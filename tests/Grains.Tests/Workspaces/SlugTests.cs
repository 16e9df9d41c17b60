using Platform.Workspaces;

namespace Platform.Tests.Workspaces;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Acme Design", "acme-design")]
    [InlineData("  Acme \t\n Design  ", "acme-design")]
    [InlineData("Ada's Team!", "adas-team")]
    [InlineData("snake_case 2", "snake_case-2")]
    [InlineData("a - b", "a-b")]
    [InlineData("日本 デザイン", "日本-デザイン")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("💥🦊", "workspace")]
    [InlineData("---", "workspace")]
    [InlineData("../..", "workspace")]
    public void A_slug_is_lower_case_with_dashes_and_never_empty(string name, string slug) => Assert.Equal(slug, Slugs.Of(name));

    [Fact]
    public void A_slug_has_an_end_and_none_is_a_dash()
    {
        Assert.Equal(new string('x', 80), Slugs.Of(new string('x', 100)));
        Assert.Equal(new string('x', 79), Slugs.Of($"{new string('x', 79)} y"));
    }

    [Fact]
    public void A_name_that_many_have_is_numbered()
    {
        var choices = Slugs.Choices("Acme", new IdSource(TimeProvider.System, new SystemEntropy())).Take(20).ToList();
        Assert.Equal(["acme", "acme-2", "acme-3"], choices.Take(3));
        Assert.Equal(20, choices.Distinct().Count());
    }
}
