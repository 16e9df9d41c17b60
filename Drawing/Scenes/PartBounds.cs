namespace Platform.Drawing.Scenes;

/// <summary>How much room parts take as they were drawn.</summary>
public static class PartBounds
{
    /// <summary>The rectangle about all that is visible of a part and the parts within it; null: nothing is.</summary>
    public static Bounds? VisibleBounds(this Part part)
    {
        if (part.Opacity <= 0) return null;
        Bounds? all = null;
        foreach (var shape in part.Shapes.Where(shape => !shape.Outline.Contours.IsEmpty))
        {
            var (left, top, right, bottom) = shape.Outline.Bounds();
            var line = shape.Line is null ? 0 : shape.LineWidth / 2;
            all = Joined(all, new(left - line, top - line, right + line, bottom + line));
        }

        foreach (var inner in part.Children) all = Joined(all, inner.VisibleBounds());
        return all;
    }

    /// <summary>The rectangle about all that is visible of a scene.</summary>
    public static Bounds? VisibleBounds(this Scene scene) => scene.Parts.Select(VisibleBounds).Aggregate((Bounds?)null, Joined);

    private static Bounds? Joined(Bounds? a, Bounds? b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        ({ } x, { } y) => new(Math.Min(x.Left, y.Left), Math.Min(x.Top, y.Top), Math.Max(x.Right, y.Right), Math.Max(x.Bottom, y.Bottom)),
    };
}
