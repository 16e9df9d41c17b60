using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What is worn on the head besides hats: on eyes, ears and forehead.</summary>
internal static class Headwear
{
    public static IEnumerable<Shape> Draw(Sketch sketch, Accessory worn)
    {
        var f = sketch.Figure;
        var color = sketch.Ink.Tone(worn.Color);
        var seat = Hats.Seat(sketch);
        var p = new Pencil(sketch, seat, f.HeadX * 0.6f);
        var eye = Faces.Eye(sketch);
        var apart = eye.X - Figure.Middle;
        var lens = Math.Min(Math.Max(Math.Max(f.EyeWidth, f.EyeHeight) * 1.34f, f.HeadX * 0.25f), apart > 1 ? apart - 4 : f.HeadX * 0.5f);
        switch (worn.Kind)
        {
            case AccessoryKind.Glasses or AccessoryKind.Sunglasses:
                return Glasses(sketch, color, eye, lens, apart, worn.Kind == AccessoryKind.Sunglasses);
            case AccessoryKind.Monocle:
                var ring = Outlines.Disc(eye, lens * 0.98f);
                return [new(ring, new Rgba(0xE8, 0xF6, 0xFF, 70), color, 6),
                    sketch.Stroke(Outlines.Thread(new(eye.X + lens * 0.7f, eye.Y + lens * 0.7f), new(eye.X + lens, eye.Y + lens * 2),
                    new(eye.X + lens * 0.7f, eye.Y + lens * 3)), color, 0.5f)];
            case AccessoryKind.EyePatch:
                var patch = Outlines.Path("M-1-.7C-.3-1 .3-1 1-.7C1.1 .2 .6 1 0 1C-.6 1-1.1 .2-1-.7Z").Scaled(lens * 1.05f, lens * 1.05f)
                    .Moved(eye.X, eye.Y);
                return [sketch.Stroke(Outlines.Thread(f.H(-0.86f, f.EyeY - 0.62f), new(Figure.Middle, eye.Y - lens * 0.9f),
                    eye with { Y = eye.Y - lens * 0.6f }, f.H(0.98f, f.EyeY + 0.05f)), color, 0.8f), .. sketch.Form(patch, color)];
            case AccessoryKind.Mustache:
                var mouth = Muzzles.Mouth(sketch);
                var half = Outlines.Path("M0-.2C.3-.5 .7-.4 .9-.1C1.1 .1 1.4 .06 1.5-.2C1.6 .3 1.2 .56 .8 .44C.5 .4 .2 .3 0 .1Z")
                    .Scaled(f.HeadX * 0.22f, f.HeadX * 0.24f).Moved(mouth.X, mouth.Y - f.HeadY * 0.02f);
                return sketch.Form(half.Joined(Sketch.Mirror(half)), color);
            case AccessoryKind.Headphones:
                var band = Outlines.Thread(f.H(-1.04f, -0.02f), f.H(-0.84f, -0.72f), f.H(0, -1.14f), f.H(0.84f, -0.72f),
                    f.H(1.04f, -0.02f));
                var cup = Outlines.Box(f.H(0.9f, 0).X, f.H(0, -0.3f).Y, f.HeadX * 0.3f, f.HeadY * 0.62f, f.HeadX * 0.14f);
                return [.. Cord(sketch, band, color.Darker(0.2f), f.HeadX * 0.11f), .. Sketch.Both(cup)
                    .SelectMany(o => sketch.Form(o, color))];
            case AccessoryKind.Halo:
                var halo = p.Ellipse(0, -0.8f, 0.98f, 0.33f).Without(p.Ellipse(0, -0.8f, 0.66f, 0.13f));
                return sketch.Form(halo, color);
            case AccessoryKind.Headband:
                var strip = Outlines.Path("M-1.2-.7C-.5-.86 .5-.86 1.2-.7L1.2-.44C.5-.6-.5-.6-1.2-.44Z").Each(q => f.H(q.X, q.Y));
                return [sketch.Patch(strip, sketch.Head, color),
                    .. sketch.Form(Outlines.Path("M0 0C.4-.3 .8-.2 1 .1C.7 .1 .7 .3 .9 .5C.5 .5 .1 .3 0 0Z")
                    .Scaled(f.HeadX * 0.36f, f.HeadX * 0.36f).Moved(f.H(0.88f, 0).X, f.H(0, -0.5f).Y), color)];
            case AccessoryKind.Bow:
                return Bow(new Pencil(sketch, f.H(0.5f, -0.86f), f.HeadX * 0.28f), color);
            case AccessoryKind.FlowerCrown:
                return Sketch.At(-0.66f, -0.34f, 0, 0.34f, 0.66f).SelectMany((x, i) =>
                    Blossom(new Pencil(sketch, f.H(x, -0.9f + x * x * 0.5f), f.HeadX * 0.16f), i % 2 == 0 ? color
                    : sketch.Ink.Tone(new(0xFF, 0xF3, 0xF8))));
            case AccessoryKind.Horns:
                var horn = Outlines.Path("M-.5 .5C-.6-.2-.2-.8 .5-1C.3-.5 .5 0 .5 .5C.2 .7-.2 .7-.5 .5Z")
                    .Scaled(f.HeadX * 0.2f, f.HeadY * 0.3f).Moved(f.H(0.42f, 0).X, f.H(0, -0.98f).Y);
                return Sketch.Both(horn).SelectMany(o => sketch.Form(o, color));
            case AccessoryKind.SpaceHelmet:
                var bounds = sketch.Head.Bounds();
                var glass = Outlines.Ellipse(bounds.Center, Math.Max(bounds.Width * 0.62f, f.HeadX * 1.22f),
                    Math.Max(bounds.Height * 0.63f, f.HeadY * 1.24f));
                var glare = Outlines.Ellipse(f.H(-0.6f, -0.66f), f.HeadX * 0.12f, f.HeadY * 0.26f).Turned(f.H(-0.6f, -0.66f), 38);
                return [new(glass, new Rgba(0xD6, 0xEE, 0xFF, 56), sketch.Ink.Tone(new(0xCD, 0xD9, 0xE8)), 14),
                    new(glass, null, sketch.Ink.Dark.WithOpacity(sketch.Ink.LineWidth > 0 ? 0.9f : 0.12f), 2.5f),
                    new(glare, new Rgba(255, 255, 255, 170))];
            default:
                return [];
        }
    }

    /// <summary>What is worn under the eyes, as paint on the head: masks.</summary>
    public static IEnumerable<Shape> Masks(Sketch sketch)
    {
        var f = sketch.Figure;
        if (sketch.Design.Worn(AccessoryKind.HeroMask) is { } hero)
        {
            var mask = Outlines.Symmetric(f.Head.X, f.H(0, f.EyeY - 0.2f), f.H(0.4f, f.EyeY - 0.42f), f.H(1.1f, f.EyeY - 0.36f),
                f.H(1.06f, f.EyeY + 0.1f), f.H(0.5f, f.EyeY + 0.34f), f.H(0, f.EyeY + 0.14f));
            yield return sketch.Patch(mask, sketch.Head, sketch.Ink.Tone(hero.Color));
        }

        if (sketch.Design.Worn(AccessoryKind.NinjaMask) is not { } ninja) yield break;
        var slit = Outlines.Ellipse(f.H(0, f.EyeY), f.HeadX * Math.Min(f.EyeX + 0.42f, 0.9f), Math.Max(f.EyeHeight * 1.5f, f.HeadY * 0.3f));
        var color = sketch.Ink.Tone(ninja.Color);
        yield return sketch.Patch(Outlines.Box(0, 0, Figure.Size, Figure.Size).Without(slit), sketch.Head, color);
        yield return sketch.Patch(Outlines.Path("M-1.2-.74C-.5-.9 .5-.9 1.2-.74L1.2-.5C.5-.66-.5-.66-1.2-.5Z").Each(q => f.H(q.X, q.Y)),
            sketch.Head, sketch.Coat.Accent);
    }

    internal static IEnumerable<Shape> Blossom(Pencil p, Rgba color) =>
        [.. p.Form(p.Disc(0, -0.6f, 0.5f).Joined(p.Disc(0.57f, -0.19f, 0.5f), p.Disc(0.35f, 0.49f, 0.5f), p.Disc(-0.35f, 0.49f, 0.5f),
            p.Disc(-0.57f, -0.19f, 0.5f)), color), p.Plain(p.Disc(0, 0, 0.36f), p.Tone(0xFFD04A))];

    internal static IEnumerable<Shape> Bow(Pencil p, Rgba color) =>
        [.. p.Form(p.Path("M0 0C-.3-.5-.9-.8-1.1-.6C-1.3-.2-1.3 .3-1.1 .6C-.9 .8-.3 .5 0 0Z"), color),
            .. p.Form(p.Path("M0 0C.3-.5 .9-.8 1.1-.6C1.3-.2 1.3 .3 1.1 .6C.9 .8 .3 .5 0 0Z"), color),
            .. p.Form(p.Disc(0, 0, 0.3f), color.Darker(0.14f))];

    // A band of even width: lined, then filled.
    private static IEnumerable<Shape> Cord(Sketch sketch, Outline line, Rgba color, float width)
    {
        if (sketch.Ink.LineWidth > 0) yield return new(line, null, sketch.Ink.Dark, width + sketch.Ink.LineWidth);
        yield return new(line, null, color, width);
    }

    private static IEnumerable<Shape> Glasses(Sketch sketch, Rgba color, Point eye, float lens, float apart, bool dark)
    {
        var f = sketch.Figure;
        var width = Math.Max(sketch.Ink.FaceWidth * 0.95f, 6);
        var left = eye with { X = 2 * Figure.Middle - eye.X };
        yield return new(Outlines.Thread(new(left.X + lens, left.Y - 2), new(Figure.Middle, left.Y - 7), new(eye.X - lens, eye.Y - 2)),
            null, color, width);
        foreach (var arm in Sketch.Both(Outlines.Thread(new(eye.X + lens, eye.Y - 4),
            f.H(Math.Max(0.97f, (apart + lens) / f.HeadX), f.EyeY - 0.12f))))
        {
            yield return new(arm, null, color, width);
        }

        var frame = dark
            ? Outlines.Path("M-1-.72C-.4-.86 .4-.86 1-.72C1.12-.1 .9 .84 .1 .86C-.6 .88-1.04 .3-1-.72Z").Scaled(lens * 1.02f, lens * 0.98f)
                .Moved(eye.X, eye.Y)
            : Outlines.Ellipse(eye, lens, lens * (f.EyeHeight > lens * 0.86f ? 1.24f : 1));
        foreach (var (rim, at) in new[] { (Sketch.Mirror(frame), left), (frame, eye) })
        {
            if (dark)
            {
                foreach (var shape in sketch.Form(rim, color)) yield return shape;
                yield return new(Outlines.Polygon(3, new(at.X - lens * 0.5f, at.Y - lens * 0.5f),
                    new(at.X - lens * 0.16f, at.Y - lens * 0.5f), new(at.X - lens * 0.5f, at.Y + lens * 0.2f),
                    new(at.X - lens * 0.7f, at.Y - lens * 0.1f)), new Rgba(255, 255, 255, 110));
            }
            else
            {
                yield return new(rim, new Rgba(0xE8, 0xF6, 0xFF, 60), color, width);
            }
        }
    }
}
