using System.Diagnostics;
using Platform.Drawing.Figures;

namespace Platform.Drawing.Tests.Figures;

public sealed class FigureArtistTests
{
    private const string Plain = "clothing=minimal, style=silhouette, camera=front, lighting=flat, gender_presentation=androgynous";

    [Fact]
    public void The_same_spec_and_seed_give_the_same_bytes()
    {
        var spec = Specs.Of("pose=action, clothing=fantasy, background=outdoor");
        var (first, second) = (FigureArtist.Draw(spec, 5), FigureArtist.Draw(spec, 5));
        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(first.Thumbnail, second.Thumbnail);
    }

    [Fact]
    public void Pictures_of_one_batch_differ()
    {
        var batch = Enumerable.Range(0, 4).Select(number => Picture.Of("pose=sitting", 40 + number)).ToArray();
        foreach (var (one, other) in batch.Zip(batch.Skip(1))) Assert.True(one.Difference(other) > 6);
    }

    [Theory]
    [InlineData("", "image/jpeg", 768, 1024, 192, 256)]
    [InlineData("aspect_ratio=square, format=png", "image/png", 1024, 1024, 256, 256)]
    [InlineData("aspect_ratio=landscape", "image/jpeg", 1024, 768, 256, 192)]
    [InlineData("aspect_ratio=wide, format=jpg", "image/jpeg", 1024, 576, 256, 144)]
    [InlineData("aspect_ratio=tall", "image/jpeg", 576, 1024, 144, 256)]
    public void Size_and_format_are_as_asked(string filters, string contentType, int width, int height, int thumbWidth, int thumbHeight)
    {
        var figure = FigureArtist.Draw(Specs.Of(filters), 3);
        Assert.Equal((contentType, width, height), (figure.ContentType, figure.Width, figure.Height));
        using var picture = new Picture(figure.Bytes);
        using var thumbnail = new Picture(figure.Thumbnail);
        Assert.Equal((width, height, thumbWidth, thumbHeight), (picture.Width, picture.Height, thumbnail.Width, thumbnail.Height));
        Assert.Equal(contentType == "image/png" ? 0x89 : 0xFF, figure.Bytes[0]);
        Assert.Equal(0xFF, figure.Thumbnail[0]);
    }

    [Fact]
    public void Bodies_are_as_wide_as_their_type_says()
    {
        var areas = new[] { "slim", "average", "curvy", "heavyset" }.Select(type =>
        {
            using var picture = Picture.Of($"body_type={type}, {Plain}", 2);
            return picture.Silhouette().Area;
        }).ToArray();
        Assert.Equal(areas.Order(), areas);
        Assert.True(areas[^1] > areas[0] * 1.25);
        using var athletic = Picture.Of($"body_type=athletic, {Plain}", 2);
        Assert.InRange(athletic.Silhouette().Area, areas[0], areas[^1]);
    }

    [Fact]
    public void Poses_have_their_own_proportions()
    {
        float Shape(string pose)
        {
            using var picture = Picture.Of($"pose={pose}, style=silhouette, lighting=flat, aspect_ratio=square", 0);
            var (left, top, right, bottom, _) = picture.Silhouette();
            return (bottom - top) / (float)(right - left);
        }

        var (standing, sitting, reclining, lying) = (Shape("standing"), Shape("sitting"), Shape("reclining"), Shape("lying"));
        Assert.True(standing > 1.8 && sitting < standing && reclining < 0.9 && lying < 0.6, $"{standing} {sitting} {reclining} {lying}");
    }

    [Fact]
    public void Lights_are_as_bright_as_their_names()
    {
        float Mean(string lighting)
        {
            using var picture = Picture.Of($"lighting={lighting}", 4);
            return picture.Luminance();
        }

        var (high, studio, dramatic, low) = (Mean("high_key"), Mean("studio"), Mean("dramatic"), Mean("low_key"));
        Assert.True(high > studio && studio > dramatic * 1.2 && dramatic > low * 1.2, $"{high} {studio} {dramatic} {low}");
    }

    [Fact]
    public void Light_from_behind_draws_bright_edges_on_a_dark_picture()
    {
        using var rim = Picture.Of("lighting=rim", 4);
        using var low = Picture.Of("lighting=low_key", 4);
        Assert.True(rim.Luminance() < 0.35);
        Assert.True(rim.Share(color => Picture.Luminance(color) > 0.6f) > 2 * low.Share(color => Picture.Luminance(color) > 0.6f));
    }

    [Theory]
    [InlineData("pose", "standing")]
    [InlineData("camera", "eye_level")]
    [InlineData("clothing", "casual")]
    [InlineData("background", "simple")]
    [InlineData("body_region", "full_body")]
    [InlineData("style", "realistic")]
    [InlineData("theme", "sport")]
    public void Every_value_looks_different_from_the_first(string dimension, string first)
    {
        using var plain = Picture.Of($"{dimension}={first}", 6);
        foreach (var value in FigureVocabulary.Values[dimension])
        {
            if (value == first) continue;
            using var picture = Picture.Of($"{dimension}={value}", 6);
            Assert.True(plain.Difference(picture) > 1, $"{dimension}={value}");
        }
    }

    [Fact]
    public void Skin_and_hair_follow_the_words()
    {
        float Head(string filters)
        {
            using var picture = Picture.Of($"body_region=head, lighting=flat, camera=front, gender_presentation=masculine, clothing=minimal, {filters}",
                8);
            return picture.Luminance(0.42f, 0.35f, 0.58f, 0.6f);
        }

        Assert.True(Head("ethnicity=caucasian") > Head("ethnicity=african") + 0.15f);
    }

    [Fact]
    public void Every_combination_that_a_client_can_send_is_drawn()
    {
        var dice = new Random(17);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var filters = FigureVocabulary.Values.Select(dimension => $"{dimension.Key}={dimension.Value[dice.Next(dimension.Value.Length)]}");
            var figure = FigureArtist.Draw(Specs.Of(string.Join(',', filters)), dice.NextInt64(long.MinValue, long.MaxValue), longSide: 384);
            Assert.True(figure.Bytes.Length > 1500);
        }
    }

    [Theory]
    [InlineData("format=jpeg", "mjpeg")]
    [InlineData("format=png", "png")]
    public void Another_reader_opens_the_file(string filters, string codec)
    {
        if (Readers.Probe(FigureArtist.Draw(Specs.Of(filters), 1).Bytes) is not { } seen) return;
        Assert.Equal($"{codec},768,1024", seen);
    }
}

internal static class Readers
{
    /// <summary>Codec, width and height as <c>ffprobe</c> reads them; null where it is not installed.</summary>
    public static string? Probe(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            using var probe = Process.Start(new ProcessStartInfo("ffprobe",
                ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0",
                    path])
            { RedirectStandardOutput = true })!;
            var answer = probe.StandardOutput.ReadToEnd().Trim();
            probe.WaitForExit();
            return answer;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
