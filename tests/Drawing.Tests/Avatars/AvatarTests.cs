using FsCheck.Xunit;
using Platform.Drawing.Avatars;
using Platform.Drawing.Tests.Figures;
using SkiaSharp;

namespace Platform.Drawing.Tests.Avatars;

public sealed class AvatarTests
{
    private static readonly string[] Styles = ["anime", "cyberpunk", "fantasy"];

    [Fact]
    public void Four_takes_of_one_person_differ_and_repeat()
    {
        foreach (var style in Styles)
        {
            var four = AvatarPictures.DrawFour(style, Words("hair_color=silver;eye_color=blue"));
            Assert.Equal(four.ToArray(), AvatarPictures.DrawFour(style, Words("eye_color=blue;hair_color=silver")).ToArray());
            var takes = four.Select(file => new Picture(file)).ToArray();
            Assert.All(takes, take => Assert.Equal((512, 512), (take.Width, take.Height)));
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < i; j++) Assert.True(takes[i].Difference(takes[j]) > 8);
            }

            Assert.All(four, file => Assert.InRange(file.Length, 20_000, 256_000));
        }
    }

    [Fact]
    public void Styles_are_told_apart()
    {
        var pictures = Styles.Select(style => new Picture(AvatarArtist.Draw(style, Words("hair_color=brown;skin_tone=fair"), 0))).ToArray();
        Assert.True(pictures[0].Luminance() > pictures[1].Luminance() + 0.15);
        Assert.True(pictures[0].Difference(pictures[1]) > 20 && pictures[1].Difference(pictures[2]) > 15
            && pictures[0].Difference(pictures[2]) > 20);
    }

    // The places are the crown, an eye, a cheek and a shoulder.
    [Theory]
    [InlineData("hair_color", 0.4f, 0.2f, 0.6f, 0.3f)]
    [InlineData("eye_color", 0.34f, 0.45f, 0.66f, 0.6f)]
    [InlineData("skin_tone", 0.4f, 0.56f, 0.6f, 0.66f)]
    [InlineData("outfit_color", 0.22f, 0.94f, 0.4f, 0.99f)]
    public void Colours_are_found_where_they_belong(string key, float left, float top, float right, float bottom)
    {
        foreach (var style in Styles)
        {
            using var red = new Picture(AvatarArtist.Draw(style, Words($"hair_style=short;gender=male;mood=neutral;{key}=#d01818"), 0));
            using var blue = new Picture(AvatarArtist.Draw(style, Words($"hair_style=short;gender=male;mood=neutral;{key}=#1840e0"), 0));
            var (one, other) = (Mean(red, left, top, right, bottom), Mean(blue, left, top, right, bottom));
            var enough = key == "eye_color" ? 3 : 30;
            Assert.True(one.Red > other.Red + enough && other.Blue > one.Blue + enough, $"{style} {key}: {one} {other}");
            // Elsewhere, in the corner of the background, nothing changes.
            Assert.Equal(red[4, 4], blue[4, 4]);
        }
    }

    [Theory]
    [InlineData("hair_style", "long", "bald")]
    [InlineData("hair_style", "twin tails", "spiky")]
    [InlineData("accessories", "round glasses", "")]
    [InlineData("accessories", "Headphones", "")]
    [InlineData("accessories", "a hat", "earrings")]
    [InlineData("mood", "happy", "angry")]
    [InlineData("gender", "female", "male")]
    [InlineData("hair_color", "blue to pink", "blue")]
    public void Words_change_the_picture(string key, string one, string other)
    {
        using var first = new Picture(AvatarArtist.Draw("anime", Words($"hair_style=long;{key}={one}"), 1));
        using var second = new Picture(AvatarArtist.Draw("anime", Words($"hair_style=long;{key}={other}"), 1));
        Assert.True(first.Difference(second) > 0.4);
    }

    [Property(MaxTest = 10)]
    public bool Any_words_are_drawn(string? key, string? text, long seed) =>
        AvatarArtist.Draw(text ?? "", new Dictionary<string, string>
        {
            [key ?? ""] = text ?? "",
            ["hair_color"] = text ?? "",
            ["eyes"] = key ?? ""
        }, seed).Length > 10_000;

    [Fact]
    public void Another_reader_opens_the_file()
    {
        if (Readers.Probe(AvatarArtist.Draw("fantasy", Words(""), 1)) is { } seen) Assert.Equal("png,512,512", seen);
    }

    private static Dictionary<string, string> Words(string text)
    {
        var words = new Dictionary<string, string>();
        foreach (var word in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split('=');
            words[parts[0]] = parts[1];
        }

        return words;
    }

    private static (double Red, double Blue) Mean(Picture picture, float left, float top, float right, float bottom)
    {
        var pixels = new List<SKColor>();
        for (var y = (int)(top * 512); y < (int)(bottom * 512); y++)
        {
            for (var x = (int)(left * 512); x < (int)(right * 512); x++) pixels.Add(picture[x, y]);
        }

        return (pixels.Average(pixel => pixel.Red), pixels.Average(pixel => pixel.Blue));
    }
}
