namespace Platform.Drawing.Scenes;

/// <summary>Parts drawn larger or smaller as a whole.</summary>
public static class PartTransforms
{
    /// <summary>A part and all within it, grown about a point: outlines, lines, gradients, pictures and pivots.</summary>
    public static Part Scaled(this Part part, Point about, float factor)
    {
        return Scale(part);

        Part Scale(Part inner) => inner with
        {
            Pivot = At(inner.Pivot),
            Behind = [.. inner.Behind.Select(Scale)],
            Picture = inner.Picture is { } picture
                ? picture with { At = At(picture.At), Width = picture.Width * factor, Height = picture.Height * factor } : null,
            Shapes = [.. inner.Shapes.Select(shape => new Shape(shape.Outline.Each(At), Painted(shape.Fill), Painted(shape.Line),
                shape.LineWidth * factor))],
            Front = [.. inner.Front.Select(Scale)],
        };

        Point At(Point point) => about + (point - about) * factor;

        Paint? Painted(Paint? paint) => paint switch
        {
            Linear linear => linear with { From = At(linear.From), To = At(linear.To) },
            Radial radial => radial with { Center = At(radial.Center), Radius = radial.Radius * factor },
            _ => paint,
        };
    }
}
