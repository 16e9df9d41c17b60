using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Hats: drawn in units of half the hat's width, from the middle of its lower edge.</summary>
internal static class Hats
{
    public static Part? Draw(Sketch sketch, Accessory hat)
    {
        var f = sketch.Figure;
        var w = f.HeadX * (sketch.Traits.Plan == Plan.Person ? 0.86f : sketch.Style == MascotStyle.Kawaii ? 0.56f : 0.62f);
        var seat = Seat(sketch);
        var shapes = Shapes(new Pencil(sketch, seat, w), hat.Kind, sketch.Ink.Tone(hat.Color)).ToList();
        return shapes.Count == 0 ? null : Sketch.Part("hat", seat, shapes);
    }

    /// <summary>Where hats sit: a little below the top of the head.</summary>
    public static Point Seat(Sketch sketch) => sketch.Traits.Head switch
    {
        HeadShape.Frog => sketch.Figure.H(0, -0.66f),
        HeadShape.Special => new(Figure.Middle, sketch.Species switch
        {
            Species.Sun or Species.Planet or Species.Snowman or Species.Donut or Species.Egg or Species.Heart =>
                sketch.Figure.H(0, sketch.Species == Species.Heart ? -0.6f : -0.82f).Y,
            Species.Moon => sketch.Figure.H(0, -0.86f).Y,
            Species.Flame or Species.Drop or Species.Rocket => sketch.Figure.H(0, -0.94f).Y,
            Species.Crab => sketch.Figure.H(0, -0.44f).Y,
            _ => sketch.Head.Bounds().Top + sketch.Figure.HeadY * 0.13f,
        }),
        HeadShape.Bulb => sketch.Figure.H(0, -0.94f),
        HeadShape.Shark => sketch.Figure.H(0, -0.96f),
        HeadShape.Square => sketch.Figure.H(0, -0.78f),
        _ => sketch.Figure.H(0, sketch.Traits.Plan == Plan.Person ? -0.78f : -0.83f),
    };

    private static IEnumerable<Shape> Shapes(Pencil p, AccessoryKind kind, Rgba color)
    {
        var gold = p.Tone(0xFFD04A);
        var white = p.Tone(0xFCFCFF);
        switch (kind)
        {
            case AccessoryKind.TopHat:
                var crown = p.Path("M-.62 0L-.7-1.1C-.4-1.2 .4-1.2 .7-1.1L.62 0Z");
                return [.. p.Form(crown, color, p.Patch(p.Box(-1, -0.34f, 2, 0.24f), crown, p.Contrast(color))),
                    .. p.Form(p.Ellipse(0, 0, 1.08f, 0.17f), color)];
            case AccessoryKind.WizardHat:
                var cone = p.Path("M-.72 .02C-.46-.5-.3-1.2 .3-1.74C.42-1.8 .5-1.66 .4-1.56C.3-1.2 .52-.5 .72 .02Z");
                return [.. p.Form(p.Ellipse(0, 0.02f, 1.2f, 0.22f), color), .. p.Form(cone, color,
                    p.Patch(p.Box(-1, -0.3f, 2, 0.22f), cone, p.Contrast(color)), p.Patch(p.Star(0.02f, -0.72f, 0.2f), cone, gold),
                    p.Patch(p.Star(0.24f, -1.2f, 0.12f), cone, gold))];
            case AccessoryKind.Crown:
                var points = p.Polygon(0.06f, (-0.72f, 0.04f), (-0.84f, -0.74f), (-0.42f, -0.36f), (0, -0.92f), (0.42f, -0.36f),
                    (0.84f, -0.74f), (0.72f, 0.04f));
                return [.. p.Form(points, color, p.Patch(p.Box(-1, -0.16f, 2, 0.22f), points, color.Darker(0.14f)),
                    p.Patch(p.Disc(0, -0.28f, 0.12f), points, p.Tone(0xE8454F)),
                    p.Patch(p.Disc(-0.42f, -0.2f, 0.09f), points, p.Tone(0x3E8EDB)),
                    p.Patch(p.Disc(0.42f, -0.2f, 0.09f), points, p.Tone(0x3E8EDB))),
                    .. Sketch.At(-0.84f, 0, 0.84f).SelectMany(x => p.Form(p.Disc(x, x == 0 ? -0.96f : -0.78f, 0.1f), color))];
            case AccessoryKind.Cap:
                var dome = p.Path("M-.92 .08C-.98-.66-.5-.9 0-.9C.5-.9 .98-.66 .92 .08C.4-.06-.4-.06-.92 .08Z");
                return [.. p.Form(dome, color, p.Patch(p.Path("M-.36 .1C-.4-.5-.2-.9 0-.9C.2-.9 .4-.5 .36 .1Z"), dome,
                    color.Lighter(0.22f))), .. p.Form(p.Disc(0, -0.92f, 0.09f), color.Darker(0.15f)),
                    .. p.Form(p.Path("M-.1-.04C.3-.1 .8-.06 1.5 .22C1.56 .34 1.4 .36 1.2 .32C.8 .2 .3 .14-.2 .16C-.3 .1-.2 0-.1-.04Z"),
                    color.Darker(0.12f))];
            case AccessoryKind.Beanie:
                var knit = p.Path("M-.94 .04C-1-.7-.5-.96 0-.96C.5-.96 1-.7 .94 .04Z");
                return [.. p.Form(p.Disc(0, -1.04f, 0.24f), white), .. p.Form(knit, color,
                    [.. Sketch.At(-0.5f, 0, 0.5f).Select(x => p.Patch(p.Box(x - 0.035f, -1.2f, 0.07f, 1.4f), knit, color.Darker(0.1f)))]),
                    .. p.Form(p.Box(-1.02f, -0.2f, 2.04f, 0.36f, 0.16f), color.Lighter(0.25f))];
            case AccessoryKind.PartyHat:
                var party = p.Polygon(0.08f, (-0.56f, 0.08f), (0, -1.3f), (0.56f, 0.08f));
                return [.. p.Form(party, color, p.Patch(p.Disc(-0.2f, -0.14f, 0.1f), party, p.Contrast(color)),
                    p.Patch(p.Disc(0.2f, -0.36f, 0.1f), party, gold), p.Patch(p.Disc(-0.08f, -0.64f, 0.09f), party, white)),
                    .. p.Form(p.Around(0, -1.3f, 0.2f, 8), gold)];
            case AccessoryKind.ChefHat:
                var puff = p.Disc(-0.52f, -0.72f, 0.42f).Joined(p.Disc(0.52f, -0.72f, 0.42f), p.Disc(0, -0.92f, 0.5f),
                    p.Box(-0.62f, -0.74f, 1.24f, 0.7f, 0.1f));
                return [.. p.Form(puff, white), .. p.Form(p.Box(-0.68f, -0.3f, 1.36f, 0.38f, 0.1f), white.Darker(0.05f),
                    p.Patch(p.Box(-0.68f, -0.08f, 1.36f, 0.1f), p.Box(-0.68f, -0.3f, 1.36f, 0.38f, 0.1f), color))];
            case AccessoryKind.Helmet:
                var steel = p.Path("M-1.04 .16C-1.1-.76-.56-1.02 0-1.02C.56-1.02 1.1-.76 1.04 .16C.6 .02-.6 .02-1.04 .16Z");
                return [.. p.Form(p.Path("M-.02-.94C-.5-1.5 .2-1.9 .6-1.7C.8-1.4 .5-1.3 .3-1.2C.16-1.1 .1-1 .1-.9Z"), p.Tone(0xE8454F)),
                    .. p.Form(steel, color, p.Patch(p.Box(-0.1f, -1.1f, 0.2f, 1.3f), steel, color.Lighter(0.35f)),
                    p.Patch(p.Path("M-1.2 .3L-1.2-.16C-.6-.26 .6-.26 1.2-.16L1.2 .3Z"), steel, color.Darker(0.14f)))];
            case AccessoryKind.CowboyHat:
                return [.. p.Form(p.Path("M-1.36-.1C-1-.02-.6 .1 0 .1C.6 .1 1-.02 1.36-.1C1.5-.16 1.5-.3 1.36-.36C1.1-.2 .7-.16 0-.16"
                    + "C-.7-.16-1.1-.2-1.36-.36C-1.5-.3-1.5-.16-1.36-.1Z"), color),
                    .. p.Form(p.Path("M-.66-.04C-.66-.5-.56-1-.34-1.04C-.16-1.06-.1-.94 0-.94C.1-.94 .16-1.06 .34-1.04"
                    + "C.56-1 .66-.5 .66-.04C.3 .04-.3 .04-.66-.04Z"), color, p.Patch(p.Box(-1, -0.24f, 2, 0.14f),
                    p.Path("M-.66-.04C-.66-.5-.56-1-.34-1.04L.34-1.04C.56-1 .66-.5 .66-.04C.3 .04-.3 .04-.66-.04Z"), p.Contrast(color)))];
            case AccessoryKind.SantaHat:
                return [.. p.Form(p.Path("M-.8 .04C-.8-.7-.3-1.2 .3-1.16C.8-1.1 1.1-.7 1.2-.26C.96-.4 .8-.46 .7-.4L.8 .04Z"), color),
                    .. p.Form(p.Box(-0.98f, -0.16f, 1.96f, 0.34f, 0.17f), white), .. p.Form(p.Disc(1.2f, -0.16f, 0.2f), white)];
            case AccessoryKind.PirateHat:
                var felt = p.Path("M-1.24 .06C-1.1-.5-.7-.74-.4-.8C-.26-1.06 .26-1.06 .4-.8C.7-.74 1.1-.5 1.24 .06C.6-.1-.6-.1-1.24 .06Z");
                return [.. p.Form(felt, color, p.Patch(p.Disc(0, -0.5f, 0.2f), felt, white),
                    p.Patch(p.Box(-0.1f, -0.4f, 0.2f, 0.18f, 0.04f), felt, white), p.Patch(p.Disc(-0.08f, -0.52f, 0.05f), felt, color),
                    p.Patch(p.Disc(0.08f, -0.52f, 0.05f), felt, color))];
            case AccessoryKind.HardHat:
                var shell = p.Path("M-.86 .02C-.9-.6-.5-.86 0-.86C.5-.86 .9-.6 .86 .02Z");
                return [.. p.Form(shell, color, p.Patch(p.Box(-0.14f, -1, 0.28f, 1), shell, color.Lighter(0.35f))),
                    .. p.Form(p.Box(-1.08f, -0.08f, 2.16f, 0.2f, 0.1f), color.Darker(0.06f))];
            case AccessoryKind.GraduationCap:
                return [.. p.Form(p.Path("M-.66-.3L.66-.3L.66 .06C.3 .16-.3 .16-.66 .06Z"), color.Darker(0.12f)),
                    .. p.Form(p.Polygon(0.06f, (0, -0.86f), (1.2f, -0.46f), (0, -0.1f), (-1.2f, -0.46f)), color),
                    .. p.Form(p.Limb(0.035f, 0.035f, (0, -0.48f), (0.8f, -0.4f), (0.92f, -0.02f)), gold),
                    .. p.Form(p.Polygon(0.04f, (0.84f, -0.04f), (1, -0.04f), (1.06f, 0.3f), (0.78f, 0.3f)), gold)];
            default:
                return [];
        }
    }
}
