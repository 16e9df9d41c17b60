using System.Collections.Immutable;
using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>The parts of a face: eyes in their three states, brows, cheeks.</summary>
internal static class Faces
{
    public static ImmutableArray<Part> Draw(Sketch sketch)
    {
        var mood = sketch.Design.Mood;
        var (center, right) = (sketch.Figure.Head, Eye(sketch));
        var closed = mood == Mood.Sleepy;
        return
        [
            Blush(sketch),
            .. Mouths.Draw(sketch),
            new Part("eyes", center with { Y = right.Y }) { Opacity = closed ? 0 : 1, Front = Eyes.Draw(sketch) },
            new Part("eyes-closed", center with { Y = right.Y }) { Opacity = closed ? 1 : 0, Shapes = [.. Lids(sketch, 0.42f)] },
            new Part("eyes-happy", center with { Y = right.Y }) { Opacity = 0, Shapes = [.. Lids(sketch, -0.62f)] },
            Brows(sketch),
        ];
    }

    /// <summary>The middle of the right eye.</summary>
    public static Point Eye(Sketch sketch) => sketch.Traits.Has(Features.OneEye) ? sketch.Figure.H(0, sketch.Figure.EyeY)
        : sketch.Figure.H(sketch.Figure.EyeX, sketch.Figure.EyeY);

    /// <summary>The colour that is around the eyes.</summary>
    public static Rgba Around(Sketch sketch) => sketch.Wears(AccessoryKind.NinjaMask) ? sketch.Coat.Head : sketch.Traits switch
    {
        { Head: HeadShape.Square } => sketch.Coat.Second,
        { Markings: Markings.Patches or Markings.Mask } => sketch.Coat.Marks,
        { Markings: Markings.Disk } => sketch.Coat.Second,
        _ when sketch.Species is Species.Eagle => sketch.Coat.Second,
        _ => sketch.Coat.Head,
    };

    /// <summary>What can be seen on a colour: the style's dark, or a light.</summary>
    public static Rgba Readable(Sketch sketch, Rgba on) => sketch.Traits.Head == HeadShape.Square ? sketch.Coat.Marks
        : on.Lightness() < 0.45f ? new(0xFF, 0xF6, 0xEC) : sketch.Ink.Dark;

    private static IEnumerable<Shape> Lids(Sketch sketch, float sag)
    {
        var f = sketch.Figure;
        var color = Readable(sketch, Around(sketch));
        var eye = Eye(sketch);
        var w = Math.Max(f.EyeWidth, 12) * (sketch.Style == MascotStyle.Cartoon ? 0.8f : 1.1f);
        if (sketch.Style == MascotStyle.Pixel)
        {
            return Sketch.Both(PixelLid(Eyes.Snap(eye.X), Eyes.Snap(eye.Y), sag < 0))
                .Take(sketch.Traits.Has(Features.OneEye) ? 1 : 2).Select(line => new Shape(line, color));
        }

        var lid = Outlines.Thread(new(eye.X - w, eye.Y - w * sag * 0.3f), new(eye.X, eye.Y + w * sag * 0.75f),
            new(eye.X + w, eye.Y - w * sag * 0.3f));
        return (sketch.Traits.Has(Features.OneEye) ? [lid] : Sketch.Both(lid)).Select(line => sketch.Stroke(line, color, 1.1f));
    }

    // Four pixels wide; the ends are a pixel lower or higher.
    private static Outline PixelLid(float x, float y, bool happy)
    {
        var end = happy ? 8 : -8;
        return Outlines.Box(x - 8, y, 16, 8).And(Outlines.Box(x - 16, y + end, 8, 8), Outlines.Box(x + 8, y + end, 8, 8));
    }

    private static Part Blush(Sketch sketch)
    {
        var f = sketch.Figure;
        var mood = sketch.Design.Mood;
        var strength = (sketch.Style, mood) switch
        {
            (_, Mood.Shy or Mood.InLove) => 0.95f,
            (MascotStyle.Kawaii, _) => 0.8f,
            (MascotStyle.Toy or MascotStyle.Pixel, Mood.Happy or Mood.Excited or Mood.Silly) => 0.6f,
            (MascotStyle.Flat or MascotStyle.Brand, Mood.Happy or Mood.Excited) => 0.45f,
            _ => 0f,
        };
        if (sketch.Traits.Head is HeadShape.Square or HeadShape.Shark) strength *= 0.6f;
        var pink = sketch.Coat.Head.Mix(sketch.Ink.Tone(new(0xFF, 0x6F, 0x86)), sketch.Style == MascotStyle.Brand ? 0.4f : 0.62f);
        var y = sketch.Traits.Head == HeadShape.Frog ? 0.14f : f.EyeY + (sketch.Style == MascotStyle.Cartoon ? 0.5f : 0.34f);
        var cheek = Outlines.Ellipse(f.H(Math.Min(f.EyeX + 0.2f, 0.74f), y), f.HeadX * 0.13f, f.HeadY * 0.088f);
        Paint paint(Outline outline) => sketch.Style == MascotStyle.Toy
            ? new Radial(outline.Bounds().Center, f.HeadX * 0.14f, [new(0, pink.WithOpacity(0.9f)), new(1, pink.WithOpacity(0))]) : pink;
        return Sketch.Part("blush", f.H(0, y), Sketch.Both(cheek).Select(outline =>
            new Shape(outline, paint(outline)))) with
        { Opacity = strength };
    }

    private static Part Brows(Sketch sketch)
    {
        var f = sketch.Figure;
        var mood = sketch.Design.Mood;
        var (inner, outer, shown) = mood switch
        {
            Mood.Angry => (0.34f, -0.34f, 1f),
            Mood.Sad => (-0.3f, 0.24f, 1f),
            Mood.Surprised => (-0.2f, -0.1f, 1f),
            Mood.Cool => (0.16f, -0.06f, 1f),
            Mood.Shy => (-0.16f, 0.1f, sketch.Style == MascotStyle.Kawaii ? 0f : 1f),
            _ => (0f, 0.06f, sketch.Style == MascotStyle.Cartoon || sketch.Species == Species.Person ? 1f : 0f),
        };
        var eye = Eye(sketch);
        var w = Math.Max(f.EyeWidth, 12);
        var y = eye.Y - f.EyeHeight - w * (mood == Mood.Surprised ? 0.9f : 0.55f);
        // Brows over eyes that touch must not.
        var from = Math.Max(eye.X - w * 0.9f, sketch.Traits.Has(Features.OneEye) ? 0 : Figure.Middle + f.HeadX * 0.1f);
        var brow = Outlines.Thread(new(from, y + w * inner), new(eye.X + w * 0.1f, y + w * ((inner + outer) / 2 - 0.16f)),
            new(eye.X + w * 0.95f, y + w * outer));
        var color = Readable(sketch, sketch.Coat.Head);
        if (sketch.Traits.Has(Features.OneEye)) brow = brow.Moved(0, -4);
        return Sketch.Part("brows", f.H(0, f.EyeY - 0.3f), (sketch.Traits.Has(Features.OneEye) ? [brow] : Sketch.Both(brow))
            .Select(line => sketch.Stroke(line, color, sketch.Style == MascotStyle.Cartoon ? 1.15f : 1))) with
        { Opacity = shown };
    }
}
