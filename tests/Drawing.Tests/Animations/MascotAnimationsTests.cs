using System.Text.Json;
using Platform.Drawing.Animations;
using Platform.Drawing.Mascots;
using Platform.Drawing.Tests.Lottie;
using SkiaSharp;

namespace Platform.Drawing.Tests.Animations;

public class MascotAnimationsTests
{
    private static readonly MascotDesign Cat = MascotDesigner.Design("a cat with a red hat", MascotStyle.Kawaii, 3);
    private static readonly MascotDesign PixelDragon = MascotDesigner.Design("a green dragon", MascotStyle.Pixel, 3);

    [Theory]
    [InlineData(128, 36)]
    [InlineData(240, 36)]
    [InlineData(360, 36)]
    [InlineData(480, 36)]
    [InlineData(720, 24)]
    public void All_files_of_an_animation_agree(int resolution, int frames)
    {
        var files = MascotAnimations.Draw(Cat, MascotAction.Celebrate, resolution);
        Assert.Equal(frames, files.Sheet.FrameCount);
        Assert.Equal(1500, files.DurationMs);
        Assert.Equal(files.DurationMs * files.FrameRate, frames * 1000);

        using var sheet = SKBitmap.Decode(files.SpriteSheet);
        Assert.Equal((files.Sheet.Columns * resolution, files.Sheet.Rows * resolution), (sheet.Width, sheet.Height));
        Assert.InRange(Math.Max(sheet.Width, sheet.Height), resolution, SpriteSheet.MaxSide);
        Assert.InRange(files.Sheet.Columns * files.Sheet.Rows, frames, frames + files.Sheet.Columns - 1);

        using var lottie = JsonDocument.Parse(files.Lottie);
        Assert.Equal((files.FrameRate, 0, frames), (Number("fr"), Number("ip"), Number("op")));
        Assert.Equal(frames, files.Video.Frames.Count());
        Assert.All(files.Video.Frames, frame => Assert.Equal(resolution * resolution * 4, frame.Length));

        int Number(string name) => lottie.RootElement.GetProperty(name).GetInt32();
    }

    [Fact]
    public void The_frames_of_a_film_are_those_of_the_sheet()
    {
        var files = MascotAnimations.Draw(Cat, MascotAction.Wave, 128);
        using var sheet = SKBitmap.Decode(files.SpriteSheet);
        using var rgba = new SKBitmap(new SKImageInfo(128, 128, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        foreach (var frame in new[] { 0, 5, 6, 35 })
        {
            using var pixels = sheet.PeekPixels();
            Assert.True(pixels.ReadPixels(rgba.Info, rgba.GetPixels(), rgba.RowBytes, frame % 6 * 128, frame / 6 * 128));
            Assert.InRange(Pixels.Difference(Pixels.Premultiplied(rgba.GetPixelSpan()), Pixels.Premultiplied(files.Sheet.Frame(frame))),
                0, 0.5);
        }
    }

    [Fact]
    public void The_same_mascot_gives_the_same_bytes()
    {
        foreach (var design in new[] { Cat, PixelDragon })
        {
            var (one, other) = (MascotAnimations.Draw(design, MascotAction.Celebrate, 128),
                MascotAnimations.Draw(design, MascotAction.Celebrate, 128));
            Assert.Equal(one.SpriteSheet, other.SpriteSheet);
            Assert.Equal(one.Lottie, other.Lottie);
        }
    }

    [Theory]
    [InlineData(128, 2)]
    [InlineData(240, 4)]
    [InlineData(360, 6)]
    public void Pixel_art_has_square_pixels_of_one_size_in_every_frame(int resolution, int pixel)
    {
        var files = MascotAnimations.Draw(PixelDragon, MascotAction.Backflip, resolution);
        for (var i = 0; i < files.Sheet.FrameCount; i += 4)
        {
            var frame = files.Sheet.Frame(i);
            for (var y = 0; y < resolution; y++)
            {
                for (var x = 0; x < resolution; x++)
                {
                    var corner = (y / pixel * pixel * resolution + x / pixel * pixel) * 4;
                    Assert.True(frame.AsSpan((y * resolution + x) * 4, 4).SequenceEqual(frame.AsSpan(corner, 4)), $"Frame {i}, {x}, {y}");
                }
            }
        }
    }

    [RlottieFact]
    public void Another_player_shows_pixel_art_and_pictures_as_we_do()
    {
        var picture = MascotPictures.Draw(Cat).FullBody;
        foreach (var files in new[] { MascotAnimations.Draw(PixelDragon, MascotAction.Dance, 240),
            MascotAnimations.Draw(picture, MascotAction.Sad, 240) })
        {
            using var player = new RlottiePlayer(files.Lottie);
            Assert.Equal(36, player.FrameCount);
            for (var frame = 0; frame < 36; frame += 5)
            {
                var shown = player.Render(frame, 240);
                // BGRA to RGBA.
                for (var i = 0; i < shown.Length; i += 4) (shown[i], shown[i + 2]) = (shown[i + 2], shown[i]);
                Assert.InRange(Pixels.Difference(Pixels.Premultiplied(files.Sheet.Frame(frame)), shown), 0, 2);
            }
        }
    }

    [Fact]
    public void What_is_no_picture_is_refused() =>
        Assert.Throws<InvalidDataException>(() => MascotAnimations.Draw("GIF89a, but not really"u8.ToArray(), MascotAction.Wave, 128));

    [Fact]
    public void Progress_rises_to_the_end()
    {
        var told = new List<double>();
        MascotAnimations.Draw(Cat, MascotAction.Idle, 128, told.Add);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        Assert.True(told.Count > 30);
    }

    [Fact]
    public void A_cancelled_animation_ends_at_the_next_frame()
    {
        using var cancel = new CancellationTokenSource();
        var told = 0;
        Assert.Throws<OperationCanceledException>(() => MascotAnimations.Draw(Cat, MascotAction.Idle, 128, _ =>
        {
            if (++told == 3) cancel.Cancel();
        }, cancel.Token));
        Assert.Equal(3, told);
    }

    [Fact]
    public void What_is_held_gives_way_to_the_dumbbells()
    {
        var knight = MascotArtist.Draw(MascotDesigner.Design("a knight cat with a sword", MascotStyle.Cartoon, 1));
        var exercise = Choreographer.Animate(knight, MascotAction.Exercise);
        Assert.Equal(0, exercise.PoseAt(10)["sword"].Opacity);
        Assert.Equal(1, exercise.PoseAt(10)["dumbbell-left"].Opacity);
    }
}
