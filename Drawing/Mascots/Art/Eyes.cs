using System.Collections.Immutable;
using Platform.Drawing.Colors;
using Platform.Drawing.Mascots.Inks;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Open eyes. What moves when they look about is in the part <c>pupils</c>.</summary>
internal static class Eyes
{
    public static ImmutableArray<Part> Draw(Sketch sketch)
    {
        var f = sketch.Figure;
        var right = Faces.Eye(sketch);
        var left = right with { X = 2 * Figure.Middle - right.X };
        var one = sketch.Traits.Has(Features.OneEye);
        var scale = sketch.Design.Mood switch { Mood.Surprised => 1.18f, Mood.Excited => 1.1f, Mood.Angry => 0.94f, _ => 1f };
        if (one) scale *= sketch.Style == MascotStyle.Cartoon ? 1.25f : 1.9f;
        var (w, h) = (f.EyeWidth * scale, f.EyeHeight * scale);
        var (rightWhites, rightPupil) = Eye(sketch, right, w, h, 1);
        var (leftWhites, leftPupil) = one ? ([], []) : Eye(sketch, left, w, h, -1);
        return
        [
            Sketch.Part("eye-left", left, leftWhites),
            Sketch.Part("eye-right", right, rightWhites),
            Sketch.Part("pupils", f.Head with { Y = right.Y }, [.. leftPupil, .. rightPupil]),
        ];
    }

    private static (List<Shape> Still, List<Shape> Pupil) Eye(Sketch sketch, Point at, float w, float h, int side)
    {
        var (ink, coat) = (sketch.Ink, sketch.Coat);
        if (sketch.Design.Mood == Mood.InLove)
        {
            var heart = Outlines.Heart(at, Math.Max(w, h) * (sketch.Style == MascotStyle.Cartoon ? 0.95f
                : sketch.Style is MascotStyle.Flat or MascotStyle.Brand ? 1.7f : 1.25f));
            return ([.. sketch.Form(heart, ink.Tone(new(0xF0, 0x3E, 0x5E)))], [Glint(at, -w * 0.4f, -h * 0.3f, w * 0.2f)]);
        }

        if (sketch.Traits.Head == HeadShape.Square)
        {
            return ([new(Lidded(sketch,
                Outlines.Box(at.X - w, at.Y - h * 0.9f, w * 2, h * 1.8f, w * 0.7f), at, h, side), coat.Marks)],
                [Glint(at, -w * 0.3f, -h * 0.4f, w * 0.26f)]);
        }

        if (sketch.Traits.Head == HeadShape.Bulb && sketch.Style != MascotStyle.Pixel)
        {
            var almond = Outlines.Ellipse(at, w * 1.05f, h * 1.15f).Turned(at, 24 * side);
            return ([new(Lidded(sketch, almond, at, h, side), sketch.Coat.Marks.Darker(0.2f))],
                [Glint(at, -w * 0.3f, -h * 0.4f, w * 0.3f), Glint(at, w * 0.3f, h * 0.4f, w * 0.14f)]);
        }

        var around = Faces.Around(sketch);
        var halo = around.Lightness() < (sketch.Style is MascotStyle.Flat or MascotStyle.Brand ? 0.58f : 0.5f)
            && sketch.Style != MascotStyle.Cartoon;
        var look = sketch.Design.Mood == Mood.Shy ? w * 0.16f : 0;
        List<Shape> still = [];
        if (halo && sketch.Style != MascotStyle.Pixel) still.Add(new(Outlines.Ellipse(at, w + 5, h + 5), Sketch.White));
        switch (sketch.Style)
        {
            case MascotStyle.Cartoon:
                var white = Lidded(sketch, Outlines.Ellipse(at, w, h), at, h, side);
                var pupilAt = new Point(at.X - side * w * 0.2f + look, at.Y + h * 0.12f);
                still.AddRange([new(white, Sketch.White), new(white, null, ink.Dark, 6)]);
                return (still, [new(Outlines.Ellipse(pupilAt, w * 0.6f, h * 0.56f).Within(white), coat.Eyes),
                    new(Outlines.Ellipse(pupilAt, w * 0.42f, h * 0.42f).Within(white), ink.Dark),
                    Glint(pupilAt, -w * 0.16f, -h * 0.2f, w * 0.16f)]);
            case MascotStyle.Kawaii:
                var dark = Lidded(sketch, Outlines.Ellipse(at, w, h), at, h, side);
                still.Add(new(dark, ink.Dark));
                still.Add(new(Outlines.Ellipse(new(at.X, at.Y + h * 0.52f), w * 0.72f, h * 0.4f).Within(dark),
                    coat.Eyes.Mix(ink.Dark, 0.12f)));
                return (still, [Glint(at, -w * 0.28f + look, -h * 0.36f, w * 0.42f), Glint(at, w * 0.36f + look, h * 0.3f, w * 0.2f),
                    Glint(at, -w * 0.4f + look, h * 0.42f, w * 0.12f)]);
            case MascotStyle.Toy:
                var ball = Lidded(sketch, Outlines.Ellipse(at, w, h), at, h, side);
                still.Add(new(ball, new Radial(new(at.X, at.Y + h * 0.7f), h * 1.5f,
                    [new(0, coat.Eyes.Lighter(0.1f)), new(0.45f, coat.Eyes.Darker(0.45f)), new(0.75f, ink.Dark), new(1, ink.Dark)])));
                return (still, [Glint(at, -w * 0.32f + look, -h * 0.4f, w * 0.34f), Glint(at, w * 0.34f + look, h * 0.4f, w * 0.14f)]);
            case MascotStyle.Pixel:
                // Aligned to the grid, so that an eye at rest is made of whole pixels.
                var (left, top, width, height) = (Snap(at.X - w), Snap(at.Y - h), Math.Max(16, Snap(w * 2)), Math.Max(24, Snap(h * 2)));
                var block = Lidded(sketch, Block(left, top, width, height), at, h, side);
                if (halo)
                {
                    return ([new(block, Sketch.White)],
                        [new(Block(left + Snap((width - 8) / 2) + (look > 0 ? 8 : 0), top + 8, 8, height - 8), ink.Dark)]);
                }

                still.Add(new(block, ink.Dark));
                still.Add(new(Block(left, top + height - 8, width, 8), coat.Eyes.Mix(ink.Dark, 0.3f)));
                return (still, [new(Block(left + (look > 0 ? 8 : 0), top, 8, 8), Sketch.White)]);
            default:
                still.Add(new(Lidded(sketch, Outlines.Ellipse(at, w, h), at, h, side), ink.Dark));
                return (still, [Glint(at, -w * 0.3f + look, -h * 0.36f, w * 0.3f)]);
        }
    }

    // Moods that lower the lids cut the eye off above.
    private static Outline Lidded(Sketch sketch, Outline eye, Point at, float h, int side)
    {
        var (drop, tilt) = sketch.Design.Mood switch
        {
            Mood.Cool => (0.72f, 0f),
            Mood.Angry => (0.5f, 20f * side),
            Mood.Sad =>
            (0.34f, -18f * side),
            Mood.Shy => (0.2f, 0f),
            _ => (0f, 0f)
        };
        if (drop <= 0) return eye;
        var lid = Outlines.Box(at.X - h * 3, at.Y - h * 5, h * 6, h * (4 + drop)).Turned(at, -tilt);
        return eye.Without(lid);
    }

    private static Outline Block(float x, float y, float width, float height) => Outlines.Box(x, y, width, height);

    /// <summary>The nearest border between two pixels.</summary>
    internal static float Snap(float value) => MathF.Round(value / PixelInk.Pixel) * PixelInk.Pixel;

    private static Shape Glint(Point at, float x, float y, float radius) => new(Outlines.Disc(new(at.X + x, at.Y + y), radius),
        Sketch.White);
}
