using System.Numerics;
using Platform.Drawing.Animations;
using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Tests.Animations;

public class ChoreographerTests
{
    private static readonly MascotAction[] Actions = Enum.GetValues<MascotAction>();

    public static TheoryData<MascotAction> EachAction => [.. Actions];

    [Theory]
    [MemberData(nameof(EachAction))]
    public void A_loop_ends_where_it_begins(MascotAction action)
    {
        foreach (var scene in Cast.All)
        {
            var animation = Choreographer.Animate(scene, action, seed: 4);
            foreach (var motion in animation.Motions)
            {
                var (first, next) = (motion.At(0), motion.At(animation.FrameCount));
                var invisible = first.Opacity is <= 0 && next.Opacity is <= 0;
                if (invisible) continue;
                Assert.Equal(first.X, next.X, 0.01f);
                Assert.Equal(first.Y, next.Y, 0.01f);
                Assert.Equal(0, MathF.IEEERemainder(first.Turn - next.Turn, 360), 0.01f);
                Assert.Equal(first.ScaleX, next.ScaleX, 0.001f);
                Assert.Equal(first.ScaleY, next.ScaleY, 0.001f);
                // A face may change at once, from the last frame to the first; all else fades.
                if (motion.Opacity?.Keys.Any(key => !key.Ease.IsHold) == true) Assert.Equal(first.Opacity ?? 1, next.Opacity ?? 1, 0.001f);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public void No_frame_leaves_the_canvas(MascotAction action)
    {
        const int Size = 96;
        foreach (var scene in Cast.All)
        {
            var animation = Choreographer.Animate(scene, action, seed: 9);
            for (var frame = 0; frame < animation.FrameCount; frame += 3)
            {
                var pixels = Painted(animation, frame, Size);
                for (var i = 0; i < Size; i++)
                {
                    Assert.Equal(0, Alpha(pixels, Size, i, 0) + Alpha(pixels, Size, i, Size - 1) + Alpha(pixels, Size, 0, i)
                        + Alpha(pixels, Size, Size - 1, i));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public void The_same_seed_gives_the_same_motion(MascotAction action)
    {
        var (one, other) = (Choreographer.Animate(Performers.Whole, action, 5), Choreographer.Animate(Performers.Whole, action, 5));
        for (var frame = 0; frame < one.FrameCount; frame += 5) Assert.Equal(Painted(one, frame, 96), Painted(other, frame, 96));
    }

    [Fact]
    public void Each_action_looks_different_from_every_other()
    {
        foreach (var scene in Cast.All)
        {
            var strips = Actions.Select(action => Choreographer.Animate(scene, action)).Select(animation =>
                Enumerable.Range(0, 12).SelectMany(i => Painted(animation, i * 3, 64)).ToArray()).ToList();
            for (var i = 0; i < strips.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.True(Pixels.Difference(strips[i], strips[j]) > 0.8, $"{Actions[i]} looks like {Actions[j]}.");
                }
            }
        }
    }

    [Fact]
    public void A_wave_moves_the_arm_to_and_fro_while_the_feet_stay()
    {
        foreach (var scene in Cast.WithLimbs)
        {
            var animation = Choreographer.Animate(scene, MascotAction.Wave);
            var arm = new[] { "arm-left", "arm-right" }.MaxBy(name => animation.Motions.First(motion => motion.Part ==
                name).Turn!.Keys.Length)!;
            var angles = Enumerable.Range(0, 37).Select(frame => animation.PoseAt(frame)[arm].Turn).ToList();
            Assert.InRange(Reversals(angles), 4, 12);
            Assert.InRange(angles.Max() - angles.Min(), 90, 200);
            var feet = Enumerable.Range(0, 37).Select(frame => Place(animation, frame, "leg-left")).ToList();
            Assert.InRange(feet.Max(place => place.X) - feet.Min(place => place.X), 0, 4);
            Assert.InRange(feet.Max(place => place.Y) - feet.Min(place => place.Y), 0, 14);
        }
    }

    [Fact]
    public void A_backflip_turns_over_once_backwards_in_the_air()
    {
        foreach (var scene in Cast.All)
        {
            var animation = Choreographer.Animate(scene, MascotAction.Backflip);
            Assert.Equal(-360, animation.PoseAt(35)["figure"].Turn - animation.PoseAt(0)["figure"].Turn, 0.01f);
            var lows = Lows(animation);
            var upsideDown = Enumerable.Range(0, 36).Single(frame => frame ==
                Enumerable.Range(0, 36).MinBy(i => Math.Abs(animation.PoseAt(i)["figure"].Turn + 180)));
            Assert.True(lows[upsideDown] < lows[0] - 40, $"Upside down at {lows[upsideDown]}, the ground at {lows[0]}.");
            if (scene.Find("shadow") is not null) Assert.True(animation.PoseAt(upsideDown)["shadow"].ScaleX < 0.8f);
        }
    }

    [Fact]
    public void A_jump_leaves_the_ground_and_comes_back_as_what_is_thrown()
    {
        foreach (var scene in Cast.All)
        {
            var animation = Choreographer.Animate(scene, MascotAction.Jump);
            var lows = Lows(animation);
            Assert.True(lows.Min() < lows[0] - 60);
            Assert.Equal(lows[0], lows[^1], 5f);
            // Free flight: the height's second difference is the same all the way.
            var heights = Enumerable.Range(11, 15).Select(frame => animation.PoseAt(frame)["figure"].Y).ToList();
            var pulls = heights.Skip(2).Select((height, i) => height - 2 * heights[i + 1] + heights[i])
                .Where((_, i) => i is not (5 or 6 or 7)).ToList();
            Assert.All(pulls, pull => Assert.Equal(pulls[0], pull, 0.3f));
        }
    }

    [Fact]
    public void Idle_is_small_and_celebrating_is_large()
    {
        double Motion(MascotAction action)
        {
            var animation = Choreographer.Animate(Performers.Whole, action);
            return Enumerable.Range(0, 36).Average(frame => Pixels.Difference(Painted(animation, frame, 96),
                Painted(animation, frame + 1, 96)));
        }

        var idle = Motion(MascotAction.Idle);
        Assert.True(idle > 0);
        Assert.True(Motion(MascotAction.Celebrate) > 4 * idle);
        Assert.True(Motion(MascotAction.Dance) > 3 * idle);
    }

    [Fact]
    public void Who_sleeps_has_closed_eyes_and_who_is_sad_weeps()
    {
        var (sleep, sad) = (Choreographer.Animate(Performers.Whole, MascotAction.Sleep),
            Choreographer.Animate(Performers.Whole, MascotAction.Sad));
        for (var frame = 0; frame < 36; frame++)
        {
            Assert.Equal((0, 1), (sleep.PoseAt(frame)["eyes"].Opacity, sleep.PoseAt(frame)["eyes-closed"].Opacity));
            Assert.Equal(1, sad.PoseAt(frame)["mouth-sad"].Opacity);
        }

        Assert.Contains(Enumerable.Range(0, 36), frame => sad.PoseAt(frame)["tear-left"].Opacity > 0.9f);
        Assert.Contains(Enumerable.Range(0, 36), frame => sleep.PoseAt(frame)["zed-1"].Opacity > 0.9f);
    }

    [Fact]
    public void Who_holds_something_keeps_it_from_its_face()
    {
        var scene = Cast.Of("a cartoon dog with a sword", MascotStyle.Cartoon);
        foreach (var action in Actions.Except([MascotAction.Exercise, MascotAction.Wave]))
        {
            var animation = Choreographer.Animate(scene, action);
            for (var frame = 0; frame < 36; frame++) Assert.InRange(animation.PoseAt(frame)["arm-right"].Turn, -36, 36);
        }
    }

    [Fact]
    public void Frames_must_make_a_whole_frame_rate()
    {
        Assert.Equal((18, 2000), (Choreographer.Animate(Performers.Whole, MascotAction.Wave).FrameRate,
            Choreographer.Animate(Performers.Whole, MascotAction.Wave).DurationMs));
        Assert.Equal((16, 1500), (Choreographer.Animate(Performers.Whole, MascotAction.Jump, 0, 24).FrameRate,
            Choreographer.Animate(Performers.Whole, MascotAction.Jump, 0, 24).DurationMs));
        Assert.Throws<ArgumentException>(() => Choreographer.Animate(Performers.Whole, MascotAction.Jump, 0, 25));
    }

    private static List<float> Lows(Animation animation)
    {
        var scene = animation.Scene.With("stage", stage => stage with { Front = [.. stage.Front.Where(part => part.Name == "figure")] });
        return [.. Enumerable.Range(0, 36).Select(frame => SceneGeometry.BoundsOf(scene, animation.PoseAt(frame))!.Value.Bottom)];
    }

    // Where the pivot of a part is.
    private static Vector2 Place(Animation animation, float frame, string part)
    {
        var pivot = animation.Scene.Find(part)!.Pivot;
        return Vector2.Transform(new(pivot.X, pivot.Y), SceneGeometry.MatricesOf(animation.Scene, animation.PoseAt(frame))[part]);
    }

    private static int Reversals(List<float> values)
    {
        var steps = values.Skip(1).Zip(values, (next, value) => MathF.Sign(next - value)).Where(sign => sign != 0).ToList();
        return steps.Skip(1).Zip(steps, (next, sign) => next != sign).Count(turned => turned);
    }

    private static int Alpha(byte[] pixels, int size, int x, int y) => pixels[(y * size + x) * 4 + 3];

    private static byte[] Painted(Animation animation, float frame, int size)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear();
        SpriteSheet.Smooth(canvas, animation.Scene, animation.PoseAt(frame), size);
        return bitmap.GetPixelSpan().ToArray();
    }
}
