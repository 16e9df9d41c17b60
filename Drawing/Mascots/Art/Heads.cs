using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>The shapes of heads.</summary>
internal static class Heads
{
    public static Outline Outline(Sketch sketch)
    {
        var f = sketch.Figure;
        var geometric = sketch.Style is MascotStyle.Flat or MascotStyle.Brand;
        return sketch.Traits.Head switch
        {
            HeadShape.Special => Things.Outline(sketch),
            HeadShape.Square => Outlines.Box(f.H(-1, 0).X, f.H(0, -0.86f).Y, f.HeadX * 2, f.HeadY * 1.8f,
                f.HeadX * (geometric ? 0.3f : 0.42f)),
            HeadShape.Cheeks => Of(f, (0, -0.94f), (0.55f, -0.86f), (0.9f, -0.42f), (1.03f, 0.16f), (1.02f, 0.5f), (0.7f, 0.86f),
                (0.32f, 0.98f), (0, 1)),
            HeadShape.Pointed => Fox(f),
            HeadShape.Long => Of(f, (0, -1), (0.56f, -0.9f), (0.88f, -0.5f), (0.88f, -0.05f), (0.82f, 0.35f), (0.84f, 0.68f),
                (0.55f, 0.97f), (0, 1.04f)),
            HeadShape.Frog => Of(f, (0, -0.74f), (0.5f, -0.78f), (0.92f, -0.42f), (1.1f, 0.18f), (0.92f, 0.7f), (0.45f, 0.96f), (0, 1))
                .Joined(Outlines.Disc(f.H(-f.EyeX, f.EyeY), f.HeadX * 0.33f), Outlines.Disc(f.H(f.EyeX, f.EyeY), f.HeadX * 0.33f)),
            HeadShape.Bulb => Of(f, (0, -1.1f), (0.64f, -0.96f), (1.06f, -0.42f), (0.98f, 0.14f), (0.62f, 0.66f), (0.3f, 0.95f),
                (0, 1.01f)),
            HeadShape.Shark => Of(f, (0, -1.16f), (0.5f, -0.94f), (0.9f, -0.36f), (1, 0.2f), (0.82f, 0.7f), (0.45f, 0.95f), (0, 1)),
            _ when geometric => Of(f, (0, -1), (0.42f, -0.96f), (0.82f, -0.72f), (1, -0.2f), (1, 0.2f), (0.82f, 0.72f), (0.42f, 0.96f),
                (0, 1)),
            _ => Of(f, (0, -1), (0.56f, -0.86f), (0.92f, -0.38f), (1.01f, 0.16f), (0.86f, 0.64f), (0.46f, 0.94f), (0, 1)),
        };
    }

    private static Outline Of(Figure figure, params ReadOnlySpan<(float X, float Y)> right)
    {
        var points = new Point[right.Length];
        for (var i = 0; i < right.Length; i++) points[i] = figure.H(right[i].X, right[i].Y);
        return Outlines.Symmetric(figure.Head.X, points);
    }

    // Two tufts of fur on each cheek, so with real corners.
    private static Outline Fox(Figure f) => Outlines.Path(
        "M0-.95C.42-.95 .78-.74 .9-.3C.96-.06 1.02 .12 1.2 .32C1.1 .38 1.03 .4 .96 .4C1 .5 1.02 .56 1.04 .64C.8 .66 .66 .76 .5 .88"
            + "C.34 .98 .16 1.02 0 1.02"
        + "C-.16 1.02-.34 .98-.5 .88C-.66 .76-.8 .66-1.04 .64C-1.02 .56-1 .5-.96 .4"
        + "C-1.03 .4-1.1 .38-1.2 .32C-1.02 .12-.96-.06-.9-.3C-.78-.74-.42-.95 0-.95Z")
        .Each(p => f.H(p.X, p.Y));
}
