using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What is worn about the neck, in units of the torso's half width.</summary>
internal static class Neckwear
{
    public static IEnumerable<Shape> Draw(Sketch sketch, Accessory worn)
    {
        var f = sketch.Figure;
        var p = new Pencil(sketch, Neck(sketch), f.TorsoX);
        var color = sketch.Ink.Tone(worn.Color);
        switch (worn.Kind)
        {
            case AccessoryKind.BowTie:
                return Headwear.Bow(new Pencil(sketch, p.P(0, 0.06f), f.TorsoX * 0.34f), color);
            case AccessoryKind.Tie:
                return [.. p.Form(p.Polygon(0.05f, (-0.12f, 0.1f), (0.12f, 0.1f), (0.24f, 0.86f), (0, 1.08f), (-0.24f, 0.86f)), color),
                    .. p.Form(p.Polygon(0.06f, (-0.2f, -0.08f), (0.2f, -0.08f), (0.13f, 0.16f), (-0.13f, 0.16f)), color.Darker(0.12f))];
            case AccessoryKind.Scarf:
                var end = p.Path("M.3 .02L.66-.04C.78 .3 .8 .6 .76 .92L.4 .96C.42 .6 .4 .3 .3 .02Z");
                var wrap = p.Path("M-.86-.2C-.5 .02 .5 .02 .86-.2C1-.1 1 .1 .88 .18C.4 .42-.4 .42-.88 .18C-1 .1-1-.1-.86-.2Z");
                return [.. p.Form(end, color, p.Patch(p.Box(0.2f, 0.66f, 0.8f, 0.1f), end, color.Lighter(0.4f)),
                    p.Patch(p.Box(0.2f, 0.46f, 0.8f, 0.1f), end, color.Lighter(0.4f))),
                    .. p.Form(wrap, color, p.Patch(p.Box(-0.56f, -0.3f, 0.12f, 0.8f), wrap, color.Lighter(0.4f)),
                    p.Patch(p.Box(-0.3f, -0.3f, 0.12f, 0.8f), wrap, color.Lighter(0.4f)))];
            case AccessoryKind.Bandana:
                var cloth = p.Path("M-.84-.16C-.4 .04 .4 .04 .84-.16C.7 .2 .3 .6 0 .74C-.3 .6-.7 .2-.84-.16Z");
                return p.Form(cloth, color, p.Patch(p.Disc(-0.24f, 0.16f, 0.06f), cloth, Sketch.White),
                    p.Patch(p.Disc(0.24f, 0.16f, 0.06f), cloth, Sketch.White), p.Patch(p.Disc(0, 0.42f, 0.06f), cloth, Sketch.White));
            case AccessoryKind.Medal:
                return [.. p.Form(p.Polygon(0.02f, (-0.5f, -0.16f), (-0.28f, -0.16f), (0.1f, 0.5f), (-0.06f, 0.6f)), p.Tone(0xE8504A)),
                    .. p.Form(p.Polygon(0.02f, (0.5f, -0.16f), (0.28f, -0.16f), (-0.1f, 0.5f), (0.06f, 0.6f)), p.Tone(0x3E8EDB)),
                    .. p.Form(p.Disc(0, 0.66f, 0.24f), color, p.Patch(p.Star(0, 0.66f, 0.15f), p.Disc(0, 0.66f, 0.24f),
                    color.Darker(0.2f)))];
            case AccessoryKind.Stethoscope:
                return [sketch.Stroke(p.Thread((-0.62f, -0.14f), (-0.4f, 0.36f), (0, 0.5f), (0.4f, 0.3f), (0.56f, -0.14f)), color),
                    sketch.Stroke(p.Thread((0, 0.5f), (0.04f, 0.7f), (0.2f, 0.84f)), color),
                    .. p.Form(p.Disc(0.24f, 0.88f, 0.15f), p.Tone(0xCFD6DF))];
            case AccessoryKind.Necklace:
                return [.. Sketch.At(-0.6f, -0.42f, -0.22f, 0.22f, 0.42f, 0.6f).SelectMany(x =>
                    p.Form(p.Disc(x, 0.26f - x * x, 0.07f), Sketch.White)), .. p.Form(Outlines.Heart(p.P(0, 0.36f), f.TorsoX * 0.18f),
                    color)];
            default:
                return [];
        }
    }

    /// <summary>Below the chin, on the torso.</summary>
    public static Point Neck(Sketch sketch) => new(Figure.Middle, Math.Max(sketch.Figure.T(0, 0.1f).Y, sketch.Figure.H(0, 1).Y + 6));
}
