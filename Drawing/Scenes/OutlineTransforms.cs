namespace Platform.Drawing.Scenes;

/// <summary>A rectangle that bounds something.</summary>
public readonly record struct Bounds(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;

    public float Height => Bottom - Top;

    public Point Center => new((Left + Right) / 2, (Top + Bottom) / 2);

    /// <summary>The point at a share of the width and of the height.</summary>
    public Point At(float x, float y) => new(Left + Width * x, Top + Height * y);
}

/// <summary>Outlines moved, turned, grown, mirrored and measured.</summary>
public static class OutlineTransforms
{
    public static Outline Moved(this Outline outline, float x, float y) => outline.Each(point => new(point.X + x, point.Y + y));

    /// <summary>Grown about the origin.</summary>
    public static Outline Scaled(this Outline outline, float x, float y) => outline.Each(point => new(point.X * x, point.Y * y));

    /// <summary>Turned clockwise about a point.</summary>
    public static Outline Turned(this Outline outline, Point about, float degrees)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return outline.Each(point =>
        {
            var (x, y) = point - about;
            return new(about.X + x * cos - y * sin, about.Y + x * sin + y * cos);
        });
    }

    /// <summary>What an upright mirror at <paramref name="axis"/> shows.</summary>
    public static Outline Mirrored(this Outline outline, float axis) => outline.Each(point => new(2 * axis - point.X, point.Y));

    /// <summary>The rectangle of all its points, those of control too: never too small, rarely much too large.</summary>
    public static Bounds Bounds(this Outline outline)
    {
        var bounds = new Bounds(float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var point in outline.Contours.SelectMany(contour => contour.Curves.SelectMany<Curve,
            Point>(c => [c.First, c.Second, c.End]).Prepend(contour.Start)))
        {
            bounds = new(Math.Min(bounds.Left, point.X), Math.Min(bounds.Top, point.Y), Math.Max(bounds.Right, point.X),
                Math.Max(bounds.Bottom, point.Y));
        }

        return bounds;
    }

    /// <summary>Several outlines as one.</summary>
    public static Outline And(this Outline outline, params ReadOnlySpan<Outline> others)
    {
        var contours = outline.Contours;
        foreach (var other in others) contours = contours.AddRange(other.Contours);
        return new(contours);
    }

    /// <summary>With each of its points put elsewhere.</summary>
    public static Outline Each(this Outline outline, Func<Point, Point> move) => new([.. outline.Contours.Select(contour => contour with
    {
        Start = move(contour.Start),
        Curves = [.. contour.Curves.Select(curve => new Curve(move(curve.First), move(curve.Second), move(curve.End)))],
    })]);
}
