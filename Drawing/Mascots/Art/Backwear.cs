using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What is worn on the back, and what of it shows in front.</summary>
internal static class Backwear
{
    public static IEnumerable<Shape> Behind(Sketch sketch, Accessory worn)
    {
        var f = sketch.Figure;
        var p = new Pencil(sketch, f.T(0, 0), f.TorsoX);
        var color = sketch.Ink.Tone(worn.Color);
        var long_ = (f.TorsoBottom - f.TorsoTop) / f.TorsoX;
        switch (worn.Kind)
        {
            case AccessoryKind.Cape:
                return p.Form(p.Path("M-.6 .02C-1.2 .3-1.9 1-2.1 1.9C-1.8 1.8-1.5 1.86-1.2 2.02C-.8 1.88-.4 1.9-.1 2.02"
                    + "C.2 1.9 .6 1.88 .9 2.02C1.3 1.86 1.7 1.8 2.1 1.9C1.9 1 1.2 .3 .6 .02Z")
                    .Each(q => new(q.X, f.TorsoTop + (q.Y - f.TorsoTop) * long_ * 0.58f)), color);
            case AccessoryKind.Backpack:
                return [.. p.Form(p.Box(-1.42f, 0.04f, 2.84f, 1.56f * long_ * 0.56f, 0.5f), color),
                    .. Sketch.Both(p.Box(1.28f, 0.8f, 0.34f, 0.6f, 0.14f)).SelectMany(o => p.Form(o, color.Darker(0.14f)))];
            case AccessoryKind.Wings:
                var wing = p.Path("M.4 .5C.6-.2 1.2-.7 2-.6C2.2-.4 2.1-.1 1.96 .06C2.1 .2 2 .46 1.8 .54C1.84 .74 1.6 .9 1.4 .86"
                    + "C1.1 1.1 .6 1 .4 .8Z");
                return Sketch.Both(wing).SelectMany(o => sketch.Form(o, color));
            default:
                return [];
        }
    }

    public static IEnumerable<Shape> Front(Sketch sketch, Accessory worn)
    {
        var p = new Pencil(sketch, Neckwear.Neck(sketch), sketch.Figure.TorsoX);
        var color = sketch.Ink.Tone(worn.Color);
        return worn.Kind switch
        {
            AccessoryKind.Cape => [.. p.Form(p.Path("M-.8-.3C-.4-.04 .4-.04 .8-.3C.86-.16 .8-.02 .7 .04C.3 .2-.3 .2-.7 .04"
                + "C-.8-.02-.86-.16-.8-.3Z"), color), .. p.Form(p.Disc(0, 0.08f, 0.15f), p.Tone(0xFFD04A))],
            AccessoryKind.Backpack => Sketch.Both(sketch.Figure is var f
                ? Outlines.Limb(7, 7, f.T(0.56f, 0.1f), f.T(0.6f, 0.4f), f.T(0.74f, 0.7f)).Within(sketch.Torso) : sketch.Torso)
                .SelectMany(o => sketch.Form(o, color.Darker(0.14f))),
            _ => [],
        };
    }
}
