using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>The trunk of the body, with its belly, its markings and what it is clothed in.</summary>
internal static class Torsos
{
    public static Outline Outline(Sketch sketch)
    {
        var f = sketch.Figure;
        if (sketch.Traits.Head == HeadShape.Square)
        {
            return Outlines.Box(f.T(-1, 0).X, f.T(0, 0.04f).Y, f.TorsoX * 2,
                f.TorsoBottom - f.TorsoTop, 26);
        }

        if (sketch.Traits.Plan == Plan.Person)
        {
            return Of(f, (0, 0), (0.5f, 0.03f), (0.84f, 0.2f), (0.86f, 0.6f), (0.88f, 0.9f), (0.6f, 1),
                (0, 1.01f));
        }

        return Of(f, (0, -0.02f), (0.5f, 0.02f), (0.8f, 0.26f), (0.97f, 0.62f), (0.86f, 0.9f), (0.5f, 1), (0, 1.02f));
    }

    public static IEnumerable<Shape> Shapes(Sketch sketch) => sketch.Form(sketch.Torso, sketch.Coat.Torso, [.. Marks(sketch)]);

    private static IEnumerable<Shape> Marks(Sketch sketch)
    {
        var (f, ink, coat) = (sketch.Figure, sketch.Ink, sketch.Coat);
        var clothed = coat.Torso != coat.Head && sketch.Species != Species.Person && !sketch.Traits.Has(Features.Wool);
        if (sketch.Traits.Has(Features.Wool) && !clothed)
        {
            foreach (var curl in Curls(f)) yield return ink.Stroke(curl, coat.Torso.Darker(0.1f), 0.8f);
        }

        if (!clothed && sketch.Traits.Plan is Plan.Animal or Plan.Bird)
        {
            if (!sketch.Traits.Has(Features.NoBelly))
            {
                var large = sketch.Traits.Markings == Markings.Disk && sketch.Traits.Plan == Plan.Bird;
                var belly = large ? Outlines.Ellipse(f.T(0, 0.6f), f.TorsoX * 0.72f, (f.TorsoBottom - f.TorsoTop) * 0.52f)
                    : Outlines.Ellipse(f.T(0, 0.64f), f.TorsoX * 0.6f, (f.TorsoBottom - f.TorsoTop) * 0.34f);
                yield return ink.Patch(belly, sketch.Torso, coat.Second);
                foreach (var line in MarkingsArt.Belly(sketch, belly)) yield return line;
            }

            foreach (var mark in MarkingsArt.Torso(sketch)) yield return mark;
        }

        foreach (var mark in Clothes.Torso(sketch)) yield return mark;
        if (sketch.Species == Species.Robot)
        {
            yield return ink.Patch(Outlines.Box(f.T(-0.55f, 0).X, f.T(0, 0.4f).Y, f.TorsoX * 1.1f, f.TorsoX * 0.62f, 12), sketch.Torso,
                coat.Torso.Darker(0.16f));
            yield return ink.Patch(Outlines.Disc(f.T(-0.26f, 0.62f), f.TorsoX * 0.13f), sketch.Torso, coat.Accent);
            yield return ink.Patch(Outlines.Box(f.T(0.02f, 0).X, f.T(0, 0.53f).Y, f.TorsoX * 0.4f, 7, 3), sketch.Torso, coat.Marks);
            yield return ink.Patch(Outlines.Box(f.T(0.02f, 0).X, f.T(0, 0.65f).Y, f.TorsoX * 0.28f, 7, 3), sketch.Torso, coat.Marks);
        }
    }

    private static IEnumerable<Outline> Curls(Figure f)
    {
        foreach (var (x, y) in new[] { (-0.5f, 0.42f), (0.1f, 0.36f), (-0.22f, 0.66f), (0.44f, 0.62f), (0.12f, 0.88f) })
        {
            var p = f.T(x, y);
            yield return Outlines.Thread(p, new(p.X + 6, p.Y + 9), new(p.X + 15, p.Y + 5), new(p.X + 14, p.Y - 4));
        }
    }

    private static Outline Of(Figure figure, params ReadOnlySpan<(float X, float Y)> right)
    {
        var points = new Point[right.Length];
        for (var i = 0; i < right.Length; i++) points[i] = figure.T(right[i].X, right[i].Y);
        return Outlines.Symmetric(Figure.Middle, points);
    }
}
