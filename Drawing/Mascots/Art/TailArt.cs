using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Tails: they start behind the hip and come out on the right.</summary>
internal static class TailArt
{
    public static Part? Draw(Sketch sketch)
    {
        if (sketch.Traits.Tail == Tail.None) return null;
        var f = sketch.Figure;
        var root = f.T(0.55f, 0.84f);
        var edge = f.T(1, 0.8f);
        return Sketch.Part("tail", root, Shapes(sketch, root, edge, f.TorsoX * sketch.Design.Build.Tail));
    }

    private static IEnumerable<Shape> Shapes(Sketch sketch, Point root, Point edge, float k)
    {
        var coat = sketch.Coat;
        var (x, y) = edge;
        switch (sketch.Traits.Tail)
        {
            case Tail.Cat:
                var cat = Outlines.Limb(13, 10, root, new(x + k * 0.3f, y + 6), new(x + k * 0.76f, y - k * 0.3f),
                    new(x + k * 0.7f, y - k * 0.95f), new(x + k * 0.95f, y - k * 1.3f));
                var striped = sketch.Traits.Markings is Markings.Tabby or Markings.Stripes;
                var marks = !striped ? Array.Empty<Shape>()
                    : [sketch.Patch(Outlines.Box(x, y - k * 0.62f, k * 1.5f, k * 0.2f), cat, coat.Marks),
                    sketch.Patch(Outlines.Box(x, y - k * 1.6f, k * 1.6f, k * 0.56f), cat, coat.Marks)];
                return sketch.Form(cat, coat.Head, marks);
            case Tail.Bushy:
                var brush = Outlines.Blob(root, new(x + k * 0.35f, y + k * 0.12f), new(x + k * 1, y - k * 0.05f),
                    new(x + k * 1.36f, y - k * 0.6f), new(x + k * 1.18f, y - k * 1.35f), new(x + k * 0.66f, y - k * 1.1f),
                    new(x + k * 0.28f, y - k * 0.5f), new(root.X, root.Y - k * 0.34f));
                var tip = Outlines.Polygon(6, new(x + k * 0.2f, y - k * 1.7f), new(x + k * 1.8f, y - k * 1.7f),
                    new(x + k * 1.8f, y - k * 0.74f), new(x + k * 1.32f, y - k * 0.98f), new(x + k * 1.04f, y - k * 0.72f),
                    new(x + k * 0.72f, y - k * 0.96f), new(x + k * 0.3f, y - k * 0.8f));
                return sketch.Form(brush, coat.Head, sketch.Patch(tip, brush, sketch.Species == Species.Skunk ? coat.Marks : coat.Second));
            case Tail.Ringed:
                var ringed = Outlines.Limb(22, 20, root, new(x + k * 0.4f, y), new(x + k * 0.86f, y - k * 0.4f),
                    new(x + k * 0.94f, y - k * 1.1f));
                return sketch.Form(ringed, coat.Head, [.. Sketch.At(0.22f, 0.72f, 1.22f)
                    .Select(step => sketch.Patch(Outlines.Box(x + k * 0.1f, y - k * step - k * 0.2f, k * 1.6f, k * 0.24f), ringed,
                    coat.Marks))]);
            case Tail.Stub:
                return sketch.Form(Outlines.Disc(new(x - 2, y + 2), k * 0.26f), coat.Head);
            case Tail.Puff:
                return sketch.Form(Outlines.Star(new(x, y), k * 0.36f, k * 0.3f, 9, 8), sketch.Traits.Has(Features.Wool) ? coat.Torso
                    : Sketch.White);
            case Tail.Curl:
                return [sketch.Stroke(Outlines.Thread(edge, new(x + 16, y - 4), new(x + 24, y - 18), new(x + 12, y - 24),
                    new(x + 8, y - 10), new(x + 26, y - 2), new(x + 40, y - 16)), coat.Marks, 1.2f)];
            case Tail.Thick:
                var heavy = Outlines.Blob(new(root.X - k * 0.2f, root.Y - k * 0.4f), new(x + k * 0.1f, y - k * 0.24f),
                    new(x + k * 0.62f, y - k * 0.1f), new(x + k * 1.02f, y - k * 0.42f), new(x + k * 1.2f, y - k * 0.8f),
                    new(x + k * 1.26f, y - k * 0.2f), new(x + k * 0.88f, y + k * 0.36f), new(x + k * 0.2f, y + k * 0.42f),
                    new(root.X - k * 0.2f, root.Y + k * 0.2f));
                return Spiked(sketch, heavy, x, y, k);
            case Tail.Thin:
                return sketch.Form(Outlines.Limb(8, 5, root, new(x + k * 0.4f, y + 4), new(x + k * 0.8f, y - k * 0.4f),
                    new(x + k * 1.1f, y - k * 0.3f), new(x + k * 1.3f, y - k * 0.7f)), sketch.Species == Species.Mouse ? coat.Marks
                    : coat.Head);
            case Tail.Tuft:
                var end = new Point(x + k * 1.02f, y - k * 0.92f);
                return [.. sketch.Form(Outlines.Limb(8, 7, root, new(x + k * 0.5f, y + 2), new(x + k * 0.86f, y - k * 0.4f), end),
                    coat.Head),
                    .. sketch.Form(Outlines.Path("M0 1C-.7 .7-.7-.2 0-1.1C.7-.2 .7 .7 0 1Z").Scaled(k * 0.3f, k * 0.36f).Turned(default, 24)
                        .Moved(end.X + 4, end.Y - 8), coat.Marks)];
            case Tail.Hair:
                var flow = Outlines.Blob(root, new(x + k * 0.3f, y - k * 0.3f), new(x + k * 0.9f, y - k * 0.24f),
                    new(x + k * 1.16f, y + k * 0.2f), new(x + k * 1.4f, y + k * 0.28f), new(x + k * 1.02f, y + k * 0.66f),
                    new(x + k * 0.5f, y + k * 0.5f));
                var strand = Outlines.Limb(5, 3, root, new(x + k * 0.5f, y + k * 0.04f), new(x + k * 0.86f, y + k * 0.36f));
                return sketch.Form(flow, coat.Marks, sketch.Patch(strand, flow, coat.Marks.Lighter(0.3f)));
            case Tail.Fish:
                return sketch.Form(Outlines.Blob(new(root.X, root.Y - k * 0.26f), new(x + k * 0.4f, y - k * 0.16f),
                    new(x + k * 0.96f, y - k * 0.92f), new(x + k * 1.1f, y - k * 0.24f), new(x + k * 1.32f, y + k * 0.34f),
                    new(x + k * 0.62f, y + k * 0.26f), new(root.X, root.Y + k * 0.2f)), coat.Head);
            case Tail.Feathers:
                return [.. Sketch.At(62f, 36f, 10f).SelectMany(turn =>
                    sketch.Form(Outlines.Ellipse(new(root.X + k * 0.82f, root.Y), k * 0.56f, k * 0.17f).Turned(root, turn - 30),
                    sketch.Traits.Markings == Markings.Disk ? coat.Head.Darker(0.12f) : coat.Head.Darker(0.06f)))];
            case Tail.Stinger:
                return sketch.Form(Outlines.Polygon(4, new(x - 8, y - 14), new(x + k * 0.5f, y + 8), new(x - 12, y + 16)), coat.Marks);
            case Tail.Flat:
                var paddle = Outlines.Ellipse(new(x + k * 0.56f, y - k * 0.1f), k * 0.62f, k * 0.38f).Turned(edge, -28);
                return sketch.Form(paddle, coat.Marks, [.. Sketch.At(0.3f, 0.62f, 0.94f)
                    .Select(step => sketch.Patch(Outlines.Limb(2, 2, new Point(x + k * step - 14, y - k * step * 0.5f - 40),
                    new(x + k * step + 16, y + 40 - k * step * 0.5f)), paddle, coat.Marks.Lighter(0.16f)))]);
            default:
                var curly = Outlines.Limb(15, 15, root, new(x + k * 0.5f, y + 4), new(x + k * 0.96f, y - k * 0.5f),
                    new(x + k * 0.9f, y - k * 1.3f), new(x + k * 0.48f, y - k * 1.56f), new(x + k * 0.4f, y - k * 1.18f));
                if (sketch.Species != Species.Squirrel) return sketch.Form(curly, coat.Head);
                var plume = Outlines.Blob(root, new(x + k * 0.5f, y + k * 0.2f), new(x + k * 1.3f, y - k * 0.4f),
                    new(x + k * 1.36f, y - k * 1.4f), new(x + k * 0.96f, y - k * 1.96f), new(x + k * 0.44f, y - k * 1.82f),
                    new(x + k * 0.36f, y - k * 1.46f), new(x + k * 0.66f, y - k * 1.3f), new(x + k * 0.56f, y - k * 0.6f),
                    new(root.X, root.Y - k * 0.4f));
                return sketch.Form(plume, coat.Head,
                    sketch.Patch(plume.Each(p => new Point(x + k * 0.92f, y - k * 1f) + (p - new Point(x + k * 0.92f, y - k * 1f)) * 0.5f),
                    plume, coat.Second));
        }
    }

    private static IEnumerable<Shape> Spiked(Sketch sketch, Outline tail, float x, float y, float k)
    {
        if (sketch.Traits.Has(Features.Spikes))
        {
            foreach (var (dx, dy, turn) in new[] { (0.36f, -0.2f, 6f), (0.74f, -0.2f, -14f), (1.06f, -0.52f, -34f) })
            {
                var at = new Point(x + k * dx, y + k * dy);
                foreach (var shape in sketch.Form(Outlines.Polygon(3, new(at.X - k * 0.16f, at.Y + 4), new(at.X, at.Y - k * 0.3f),
                    new(at.X + k * 0.16f, at.Y + 4)).Turned(at, turn), sketch.Coat.Marks))
                {
                    yield return shape;
                }
            }
        }

        foreach (var shape in sketch.Form(tail, sketch.Coat.Head)) yield return shape;
    }
}
