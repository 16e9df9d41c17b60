using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Shading;

/// <summary>The manners of drawing: what colour and opacity each pixel of the figure gets.</summary>
internal sealed class Styles(Seen seen, Field field, Shader shader, string? style, Vector3 backdrop)
{
    private readonly Ink _ink = new(seen, field, style == "comic" ? 5 : style == "line_art" ? 3.6f : 3);
    private readonly Facets _facets = new(MathF.Max(0.088f * Distance(seen) / 3.2f, 0.018f));

    private bool Inks => style is "comic" or "anime" or "line_art";

    /// <summary>The pixel's colour in sRGB and its opacity.</summary>
    public Vector4 At(int x, int y)
    {
        var pixel = seen[x, y];
        if (!Inks) return pixel.IsEmpty ? default : new Vector4(Plain(x, y, pixel), 1);
        var ink = _ink.At(x, y);
        if (pixel.IsEmpty) return new Vector4(InkColor, ink);
        return new Vector4(Vector3.Lerp(Plain(x, y, pixel), InkColor, ink), 1);
    }

    private Vector3 InkColor => style == "anime" ? new Vector3(0.16f, 0.1f, 0.14f) : new Vector3(0.06f, 0.06f, 0.08f);

    private static float Distance(Seen seen) => seen.View.Perspective ? MathF.Max(seen.View.Origin(0, 0).Length(), 0.5f) : 3.2f;

    private Vector3 Plain(int x, int y, in Pixel pixel) => style switch
    {
        "comic" => Comic(x, y, pixel),
        "anime" => Anime(x, y, pixel),
        "silhouette" => Silhouette(x, y, pixel),
        "line_art" => LineArt(x, y, pixel),
        "low_poly" => LowPoly(x, y, pixel),
        _ => shader.Photograph(x, y, pixel),
    };

    private Vector3 Comic(int x, int y, in Pixel pixel)
    {
        var light = Brightness(x, y, pixel);
        var ink = Drawn(pixel);
        var color = Saturated(ink, 1.35f);
        if (light > 0.62f) return Vector3.Min(color * 1.12f + new Vector3(0.02f), Vector3.One);
        var shade = color * new Vector3(0.52f, 0.5f, 0.64f);
        if (light < 0.22f) return shade;
        // Between light and shadow, dots: the darker, the larger.
        const float Gap = 13;
        var (u, v) = ((x + y) * 0.7071f / Gap, (x - y) * 0.7071f / Gap);
        var (du, dv) = (u - MathF.Round(u), v - MathF.Round(v));
        var radius = 0.62f * (1 - (light - 0.22f) / 0.4f);
        return du * du + dv * dv < radius * radius ? shade : color;
    }

    private Vector3 Anime(int x, int y, in Pixel pixel)
    {
        var light = Brightness(x, y, pixel);
        var color = Saturated(Drawn(pixel), 1.2f);
        var hair = field.Solids[pixel.Solid].Surface.Grain == Grain.Hair;
        var shade = color * new Vector3(0.68f, 0.58f, 0.74f);
        var lit = light > 0.33f ? Vector3.Min(color * 1.1f + new Vector3(0.04f), Vector3.One) : light > 0.12f ? shade : shade * 0.82f;
        if (hair && pixel.Normal.Y is > 0.55f and < 0.72f && light > 0.2f) lit = Vector3.Min(lit + new Vector3(0.28f), Vector3.One);
        return shader.RimLight(x, y, pixel) > 0.7f ? Vector3.Min(lit + new Vector3(0.2f, 0.2f, 0.24f), Vector3.One) : lit;
    }

    private Vector3 Silhouette(int x, int y, in Pixel pixel)
    {
        // Dark on a light ground, light on a dark one; the edge catches a little light.
        var dark = backdrop.X * 0.3f + backdrop.Y * 0.6f + backdrop.Z * 0.1f > 0.32f;
        var body = dark ? new Vector3(0.05f, 0.055f, 0.075f) : new Vector3(0.86f, 0.87f, 0.9f);
        return dark ? body + new Vector3(0.1f) * MathF.Min(shader.RimLight(x, y, pixel), 1) : body;
    }

    private Vector3 LineArt(int x, int y, in Pixel pixel)
    {
        var light = Brightness(x, y, pixel);
        var tone = (pixel.Color.X + pixel.Color.Y + pixel.Color.Z) / 3;
        var paper = new Vector3(0.985f, 0.98f, 0.965f);
        var dark = 0.7f - light * 1.6f + (tone < 0.05f ? 0.3f : 0);
        if (dark < 0.2f) return paper;
        // Hatching that follows the form a little.
        var bend = pixel.Normal.X * 9;
        var stroke = MathF.Abs(Fraction((x + y + bend) / 15f) - 0.5f) * 2;
        var cross = MathF.Abs(Fraction((x - y + bend) / 15f) - 0.5f) * 2;
        var inked = stroke < dark * 0.42f || dark > 0.62f && cross < (dark - 0.5f) * 0.7f;
        return inked ? InkColor : paper;
    }

    private Vector3 LowPoly(int x, int y, in Pixel pixel)
    {
        var place = seen.PlaceOf(x, y, pixel);
        var normal = _facets.NormalAt(place, pixel.Normal, field.Solids[pixel.Solid].Layer);
        return Shader.Developed(shader.Lit(x, y, pixel with { Normal = normal }, place, normal));
    }

    private float Brightness(int x, int y, in Pixel pixel) => Math.Clamp(shader.KeyLight(x, y, pixel) * 0.8f + pixel.Open * 0.22f, 0,
        1) * shader.Exposure + pixel.Normal.Y * 0.03f;

    private static Vector3 Drawn(in Pixel pixel) => new(MathF.Pow(pixel.Color.X, 1 / 2.2f), MathF.Pow(pixel.Color.Y, 1 / 2.2f),
        MathF.Pow(pixel.Color.Z, 1 / 2.2f));

    private static Vector3 Saturated(Vector3 color, float by)
    {
        var grey = new Vector3(Vector3.Dot(color, new Vector3(0.3f, 0.59f, 0.11f)));
        return Vector3.Clamp(grey + (color - grey) * by, Vector3.Zero, Vector3.One);
    }

    private static float Fraction(float value) => value - MathF.Floor(value);
}
