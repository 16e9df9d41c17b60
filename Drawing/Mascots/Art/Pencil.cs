using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Draws small things in their own units, at a place and a size of the sketch.</summary>
internal sealed record Pencil(Sketch Sketch, Point At, float Unit)
{
    public Point P(float x, float y) => new(At.X + x * Unit, At.Y + y * Unit);

    public Outline Path(string data) => Outlines.Path(data).Each(point => P(point.X, point.Y));

    public Outline Ellipse(float x, float y, float radiusX, float radiusY) => Outlines.Ellipse(P(x, y), radiusX * Unit, radiusY * Unit);

    public Outline Disc(float x, float y, float radius) => Ellipse(x, y, radius, radius);

    public Outline Box(float x, float y, float width, float height, float rounding = 0) =>
        Outlines.Box(P(x, y).X, P(x, y).Y, width * Unit, height * Unit, rounding * Unit);

    public Outline Star(float x, float y, float radius) => Outlines.Star(P(x, y), radius * Unit, radius * Unit * 0.48f, 5,
        radius * Unit * 0.12f);

    /// <summary>A ruffled disc.</summary>
    public Outline Around(float x, float y, float radius, int points) => Outlines.Star(P(x, y), radius * Unit, radius * Unit * 0.78f,
        points, radius * Unit * 0.3f);

    public Outline Limb(float first, float last, params ReadOnlySpan<(float X, float Y)> spine) =>
        Outlines.Limb(first * Unit, last * Unit, Points(spine));

    public Outline Thread(params ReadOnlySpan<(float X, float Y)> spine) => Outlines.Thread(Points(spine));

    public Outline Polygon(float rounding, params ReadOnlySpan<(float X, float Y)> corners) =>
        Outlines.Polygon(rounding * Unit, Points(corners));

    public IEnumerable<Shape> Form(Outline outline, Rgba color, params IEnumerable<Shape> marks) => Sketch.Form(outline, color, marks);

    public Shape Patch(Outline outline, Outline form, Rgba color) => Sketch.Patch(outline, form, color);

    /// <summary>A shape without the style's shading and lines.</summary>
    public Shape Plain(Outline outline, Paint fill, Paint? line = null, float width = 0) => new(Sketch.Side(outline), fill, line, width);

    public Rgba Tone(int hex) => Sketch.Ink.Tone(new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex));

    /// <summary>A colour for bands and trimmings on another.</summary>
    public Rgba Contrast(Rgba color) => color.Lightness() > 0.78f ? Sketch.Coat.Accent
        : Oklch.Of(color) is { C: > 0.05f, H: > 50 and < 110 } ? Tone(0xE8504A) : Tone(0xFFD04A);

    private Point[] Points(ReadOnlySpan<(float X, float Y)> places)
    {
        var points = new Point[places.Length];
        for (var i = 0; i < places.Length; i++) points[i] = P(places[i].X, places[i].Y);
        return points;
    }
}
