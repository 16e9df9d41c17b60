using System.Collections.Immutable;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>What actions add to a character: invisible until the choreography shows them. All have a light rim or a dark line,
/// to be seen on light and dark grounds.</summary>
internal static class Props
{
    private static readonly Rgba Ink = new(0x3D, 0x44, 0x5C);
    private static readonly Rgba White = new(255, 255, 255);
    private static readonly Rgba Water = new(0x6E, 0xC6, 0xFF);
    private static readonly Rgba DeepWater = new(0x2F, 0x86, 0xD6);
    private static readonly Rgba Violet = new(0x7B, 0x6C, 0xF0);

    private static readonly Rgba[] Party =
        [new(0xFF, 0x5D, 0x73), new(0xFF, 0xC2, 0x3C), new(0x3F, 0xC9, 0x8B), new(0x4A, 0xA8, 0xFF), new(0xB0, 0x7A, 0xFF),
            new(0xFF, 0x8F, 0x4A)];

    /// <summary>A letter z, drawn with a brush.</summary>
    public static Part Zed(string name, Point at, float size)
    {
        var half = size / 2;
        var letter = Line(at + new Point(-half * 0.8f, -half), at + new Point(half * 0.8f, -half), at + new Point(-half * 0.8f, half),
            at + new Point(half * 0.8f, half));
        return Hidden(name, at, new Shape(letter, null, White, size * 0.46f), new Shape(letter, null, Violet, size * 0.26f));
    }

    /// <summary>A drop whose tip is up.</summary>
    public static Part Drop(string name, Point at, float size)
    {
        var drop = Outlines.Path("M0 -1.25C.25 -.7 .8 -.2 .8 .3C.8 .78 .44 1.1 0 1.1C-.44 1.1 -.8 .78 -.8 .3C-.8 -.2 -.25 -.7 0 -1.25Z")
            .Scaled(size, size).Moved(at.X, at.Y);
        var glint = Outlines.Ellipse(at + new Point(-size * 0.28f, size * 0.3f), size * 0.16f, size * 0.28f);
        return Hidden(name, at + new Point(0, -size), new Shape(drop, Water, DeepWater, size * 0.22f),
            new Shape(glint, White.WithOpacity(0.9f)));
    }

    /// <summary>A scrap of coloured paper.</summary>
    public static Part Confetti(string name, Point at, float size, int kind)
    {
        var outline = (kind % 3) switch
        {
            0 => Outlines.Box(at.X - size * 0.6f, at.Y - size * 0.35f, size * 1.2f, size * 0.7f, size * 0.1f),
            1 => Outlines.Disc(at, size * 0.45f),
            _ => Outlines.Thread(at + new Point(-size * 0.7f, size * 0.3f), at + new Point(-size * 0.2f, -size * 0.3f),
                at + new Point(size * 0.25f, size * 0.25f), at + new Point(size * 0.7f, -size * 0.3f)),
        };
        var color = Party[kind % Party.Length];
        return Hidden(name, at, kind % 3 == 2 ? new Shape(outline, null, color, size * 0.3f) : new Shape(outline, color));
    }

    /// <summary>A musical note: an eighth, or two with a beam.</summary>
    public static Part Note(string name, Point at, float size, bool pair)
    {
        var color = pair ? Party[0] : Violet;
        var heads = pair
            ? Head(at + new Point(-size * 0.55f, size * 0.5f)).And(Head(at + new Point(size * 0.45f, size * 0.35f)))
            : Head(at + new Point(-size * 0.2f, size * 0.5f));
        var stems = pair
            ? Line(at + new Point(-size * 0.32f, size * 0.45f), at + new Point(-size * 0.32f, -size * 0.5f),
                at + new Point(size * 0.68f, -size * 0.65f), at + new Point(size * 0.68f, size * 0.3f))
            : Line(at + new Point(size * 0.03f, size * 0.45f), at + new Point(size * 0.03f, -size * 0.6f),
                at + new Point(size * 0.45f, -size * 0.2f));
        return Hidden(name, at, new Shape(heads, White, White, size * 0.3f), new Shape(stems, null, White, size * 0.44f),
            new Shape(heads, color), new Shape(stems, null, color, size * 0.17f));

        Outline Head(Point center) => Outlines.Ellipse(center, size * 0.28f, size * 0.21f).Turned(center, -20);
    }

    /// <summary>A cloud for thoughts, with three dots of its own to be moved: <c>thought-dot-1</c> to <c>-3</c>.</summary>
    public static Part ThoughtBubble(Point center, float size, Point from)
    {
        var dots = Enumerable.Range(1, 3).Select(i =>
        {
            var at = center + new Point(size * 0.3f * (i - 2), 0);
            return new Part($"thought-dot-{i}", at) { Shapes = [new(Outlines.Disc(at, size * 0.085f), Ink)] };
        });
        return new("thought", from) { Opacity = 0, Shapes = [new(Cloud(center, size), White, Ink, size * 0.055f)], Front = [.. dots] };
    }

    /// <summary>A dark cloud.</summary>
    public static Part RainCloud(string name, Point center, float size)
    {
        var sky = new Linear(center + new Point(0, -size * 0.45f), center + new Point(0, size * 0.45f),
            [new(0, new(0xA9, 0xB4, 0xC8)), new(1, new(0x6F, 0x7C, 0x96))]);
        return Hidden(name, center, new Shape(Cloud(center, size), sky, Ink, size * 0.035f));
    }

    /// <summary>One of the little clouds that lead to a thought.</summary>
    public static Part Puff(string name, Point at, float radius) => Hidden(name, at,
        new Shape(Outlines.Ellipse(at, radius * 1.15f, radius), White, Ink, Math.Max(2.5f, radius * 0.3f)));

    /// <summary>Dust off the ground.</summary>
    public static Part Dust(string name, Point at, float radius)
    {
        var puff = Outlines.Disc(at, radius).Joined(Outlines.Disc(at + new Point(radius, radius * 0.25f), radius * 0.7f),
            Outlines.Disc(at + new Point(-radius, radius * 0.3f), radius * 0.65f));
        return Hidden(name, at, new Shape(puff, new Rgba(0xE9, 0xE4, 0xDA, 0xE6), new Rgba(0xB9, 0xB0, 0xA2, 0xE6), radius * 0.16f));
    }

    /// <summary>A dumbbell across a hand.</summary>
    public static Part Dumbbell(string name, Point hand, float size)
    {
        Rgba iron = new(0x4A, 0x51, 0x68);
        var shine = new Linear(hand + new Point(0, -size * 0.5f), hand + new Point(0, size * 0.5f),
            [new(0, new(0x7C, 0x86, 0xA3)), new(1, iron)]);
        Rgba edge = new(0x2B, 0x30, 0x42);
        return Hidden(name, hand,
            new Shape(Outlines.Box(hand.X - size * 0.9f, hand.Y - size * 0.1f, size * 1.8f, size * 0.2f, size * 0.1f),
                new Rgba(0xB9, 0xC0, 0xD2), edge, size * 0.07f),
            new Shape(Plate(-0.78f, 0.34f), shine, edge, size * 0.07f), new Shape(Plate(0.52f, 0.34f), shine, edge, size * 0.07f),
            new Shape(Plate(-0.58f, 0.5f), shine, edge, size * 0.07f), new Shape(Plate(0.32f, 0.5f), shine, edge, size * 0.07f));

        Outline Plate(float x, float half) => Outlines.Box(hand.X + size * x, hand.Y - size * half, size * 0.26f, size * half * 2,
            size * 0.1f);
    }

    private static Outline Cloud(Point center, float size) => Outlines.Ellipse(center, size * 0.62f, size * 0.38f).Joined(
        Outlines.Disc(center + new Point(-size * 0.42f, size * 0.08f), size * 0.27f),
            Outlines.Disc(center + new Point(size * 0.43f, size * 0.05f), size * 0.28f),
        Outlines.Disc(center + new Point(-size * 0.2f, -size * 0.22f), size * 0.31f),
            Outlines.Disc(center + new Point(size * 0.22f, -size * 0.2f), size * 0.29f),
        Outlines.Disc(center + new Point(size * 0.05f, size * 0.22f), size * 0.28f));

    /// <summary>A line of straight pieces.</summary>
    private static Outline Line(params ReadOnlySpan<Point> points)
    {
        var curves = ImmutableArray.CreateBuilder<Curve>();
        for (var i = 1; i < points.Length; i++) curves.Add(Outlines.Straight(points[i - 1], points[i]));
        return new([new(points[0], curves.ToImmutable(), false)]);
    }

    private static Part Hidden(string name, Point pivot, params ReadOnlySpan<Shape> shapes) =>
        new(name, pivot) { Opacity = 0, Shapes = [.. shapes] };
}
