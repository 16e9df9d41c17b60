using Platform.Drawing.Mascots;

namespace Platform.Drawing.Tests.Mascots;

public class MascotStyleTests
{
    private static readonly string[] Prompts = ["a cat", "a green dragon", "a blue robot", "a penguin with a scarf"];

    [Fact]
    public void The_contracts_style_words_name_the_six_styles()
    {
        Assert.Equal(Enum.GetValues<MascotStyle>(), new[] { "kawaii", "cartoon", "flat", "pixel", "3d", "match_brand" }.Select(word =>
            MascotDesigner.StyleOf(word)!.Value));
        Assert.Null(MascotDesigner.StyleOf("Kawaii "));
    }

    [Fact]
    public void The_same_mascot_looks_clearly_different_in_each_style()
    {
        foreach (var prompt in Prompts)
        {
            var shots = Enum.GetValues<MascotStyle>().Select(style => Shot.Of(prompt, style)).ToList();
            for (var i = 0; i < shots.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.True(shots[i].Difference(shots[j]) > 0.08f,
                        $"{prompt}: {(MascotStyle)i} and {(MascotStyle)j} differ by {shots[i].Difference(shots[j])}");
                }
            }
        }
    }

    [Fact]
    public void A_style_is_what_its_word_says()
    {
        foreach (var prompt in Prompts)
        {
            var shots = Enum.GetValues<MascotStyle>().ToDictionary(style => style, style => Shot.Of(prompt, style));
            var dark = shots.ToDictionary(shot => shot.Key, shot => shot.Value.Share(color => color.Red + color.Green + color.Blue < 130));
            Assert.True(dark[MascotStyle.Cartoon] > dark[MascotStyle.Flat] + 0.05f, "a cartoon has bold dark lines, a flat drawing none");
            Assert.True(shots[MascotStyle.Pixel].Colors < 60, "pixel art has few colours");
            Assert.True(shots[MascotStyle.Toy].Softness > shots[MascotStyle.Flat].Softness * 3, "a toy is shaded softly");
            Assert.True(Lightness(shots[MascotStyle.Kawaii]) > Lightness(shots[MascotStyle.Cartoon]), "kawaii is pastel");
        }
    }

    [Fact]
    public void Kawaii_heads_are_the_largest_part_of_the_figure()
    {
        float HeadShare(MascotStyle style)
        {
            var figure = Figure.Of(MascotDesigner.Design("a bear", style, 1), Traits.Of(Species.Bear));
            return figure.HeadY * 2 / (Figure.Ground - figure.Head.Y + figure.HeadY);
        }

        Assert.True(HeadShare(MascotStyle.Kawaii) > HeadShare(MascotStyle.Cartoon) + 0.08f);
    }

    [Fact]
    public void Pixel_art_has_whole_pixels_with_hard_edges_and_a_dark_line_about_it()
    {
        var shot = Shot.Of("an orange cat", MascotStyle.Pixel);
        const int Side = Shot.Size / PixelArt.Grid;
        for (var y = 0; y < Shot.Size; y++)
        {
            for (var x = 0; x < Shot.Size; x++)
            {
                Assert.Equal(shot[x / Side * Side, y / Side * Side], shot[x, y]);
                var alone = shot.IsSolid(x, y) && (x == 0 || !shot.IsSolid(x - 1, y));
                if (alone)
                {
                    Assert.True(shot[x, y].Red + shot[x, y].Green + shot[x, y].Blue < 250,
                        $"the border at {x}, {y} is {shot[x, y]}");
                }
            }
        }
    }

    [Fact]
    public void Matching_a_brand_puts_its_colours_on_the_mascot()
    {
        var green = Shot.Of(MascotDesigner.Design("a bear", MascotStyle.Brand, 1, [new(0x1F, 0xA8, 0x5A), new(0xF5, 0xA5, 0x23)]));
        var violet = Shot.Of(MascotDesigner.Design("a bear", MascotStyle.Brand, 1, [new(0x7A, 0x3F, 0xE0), new(0x20, 0xC9, 0xC0)]));
        Assert.True(green.ShareOfHue(146) > 0.35f);
        Assert.True(violet.ShareOfHue(262) > 0.35f);
        Assert.True(green.ShareOfHue(37) > 0.02f, "the second colour is worn");
        Assert.True(violet.ShareOfHue(146) < 0.02f);
    }

    [Fact]
    public void Without_brand_colours_matching_a_brand_still_gives_a_coloured_mascot() =>
        Assert.True(Shot.Of("a bear", MascotStyle.Brand).Share(color =>
            Math.Max(color.Red, Math.Max(color.Green, color.Blue)) - Math.Min(color.Red, Math.Min(color.Green, color.Blue)) > 60) > 0.3f);

    private static float Lightness(Shot shot)
    {
        var (sum, count) = (0L, 0);
        shot.Share(color =>
        {
            sum += color.Red + color.Green + color.Blue;
            count++;
            return true;
        });
        return sum / (float)count;
    }
}
