using System.Text.Json;
using Platform.Drawing.Animations;
using Platform.Drawing.Lottie;
using Platform.Drawing.Scenes;
using Platform.Drawing.Tests.Animations;
using SkiaSharp;

namespace Platform.Drawing.Tests.Lottie;

public class LottieTests
{
    private const int Size = 160;

    public static TheoryData<MascotAction> Actions => [.. Enum.GetValues<MascotAction>()];

    [RlottieTheory]
    [MemberData(nameof(Actions))]
    public void Another_player_shows_the_frames_that_we_draw(MascotAction action)
    {
        foreach (var scene in Cast.All)
        {
            var animation = Choreographer.Animate(scene, action, seed: 3);
            using var player = new RlottiePlayer(LottieWriter.Write(animation));
            Assert.Equal((512, 512), (player.Width, player.Height));
            Assert.Equal(animation.FrameCount, player.FrameCount);
            Assert.Equal(animation.FrameRate, player.FrameRate);
            for (var frame = 0; frame < animation.FrameCount; frame += 6)
                Assert.InRange(Pixels.Difference(Painted(animation, frame), player.Render(frame, Size)), 0, 2);
        }
    }

    [RlottieFact]
    public void Another_player_shows_a_sequence_of_pictures()
    {
        var animation = Choreographer.Animate(Performers.Whole, MascotAction.Wave);
        var sheet = SpriteSheet.Draw(animation, Size);
        using var player = new RlottiePlayer(LottieWriter.WriteFrames([.. Enumerable.Range(0, sheet.FrameCount).Select(sheet.FramePng)],
            Size, animation.FrameRate));
        Assert.Equal(animation.FrameCount, player.FrameCount);
        for (var frame = 0; frame < animation.FrameCount; frame += 5)
            Assert.InRange(Pixels.Difference(Painted(animation, frame), player.Render(frame, Size)), 0, 1);
    }

    [RlottieFact]
    public void A_part_fades_with_the_part_it_lies_within()
    {
        var inner = new Part("inner", new(0, 0)) { Shapes = [new(Outlines.Box(0, 0, 512, 512), new Rgba(255, 0, 0))] };
        var scene = new Scene(512, 512, [new("outer", new(0, 0)) { Opacity = 0, Front = [inner with { Opacity = 0.5f }] }]);
        Track<float> fade = new([new(0, 0, Easing.Smooth), new(10, 1, Easing.Linear), new(20, 0, Easing.Hold)]);
        Track<float> flicker = new([new(0, 1, Easing.Smooth), new(15, 0.2f, Easing.Hold)]);
        foreach (var motions in new Motion[][] { [new("outer") { Opacity = fade }],
            [new("outer") { Opacity = fade }, new("inner") { Opacity = flicker }] })
        {
            var animation = new Animation(scene, [.. motions], 10, 20);
            using var player = new RlottiePlayer(LottieWriter.Write(animation));
            for (var frame = 0; frame < 20; frame++)
                Assert.InRange(Pixels.Difference(Painted(animation, frame), player.Render(frame, Size)), 0, 1.5);
        }
    }

    [Fact]
    public void What_is_never_visible_is_not_in_the_file()
    {
        using var lottie = JsonDocument.Parse(LottieWriter.Write(Choreographer.Animate(Performers.Whole, MascotAction.Idle)));
        var names = lottie.RootElement.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("nm").GetString()).ToList();
        Assert.Contains("eyes-closed", names);
        Assert.DoesNotContain("mouth-sad", names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Keys_lie_within_the_loop_and_in_the_order_of_time()
    {
        foreach (var action in Enum.GetValues<MascotAction>())
        {
            using var lottie = JsonDocument.Parse(LottieWriter.Write(Choreographer.Animate(Performers.Whole, action)));
            foreach (var times in KeyTimes(lottie.RootElement.GetProperty("layers")))
            {
                Assert.Equal(times.Order().Distinct(), times);
                Assert.InRange(times[0], 0, 36);
                Assert.InRange(times[^1], 0, 36);
            }
        }
    }

    [Fact]
    public void A_file_of_a_plain_character_is_small()
    {
        foreach (var action in Enum.GetValues<MascotAction>())
            Assert.InRange(LottieWriter.Write(Choreographer.Animate(Performers.Whole, action)).Length, 1_000, 130_000);
    }

    private static IEnumerable<List<decimal>> KeyTimes(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("a", out var a) && a.ValueKind == JsonValueKind.Number && a.GetInt32() == 1 =>
            [[.. element.GetProperty("k").EnumerateArray().Select(key => key.GetProperty("t").GetDecimal())]],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => KeyTimes(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(KeyTimes),
        _ => [],
    };

    private static byte[] Painted(Animation animation, int frame)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Size, Size, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear();
        SpriteSheet.Smooth(canvas, animation.Scene, animation.PoseAt(frame), Size);
        return bitmap.GetPixelSpan().ToArray();
    }
}
