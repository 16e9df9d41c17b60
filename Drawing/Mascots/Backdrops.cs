using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Mascots;

/// <summary>What heads are shown on: discs and tiles, and their colours.</summary>
internal static class Backdrops
{
    /// <summary>A light tint that goes with a colour.</summary>
    public static Rgba Tint(Rgba color)
    {
        var tone = Oklch.Of(color);
        return new Oklch(0.9f, Math.Min(tone.C * 0.5f, 0.065f), tone.H).ToRgba();
    }

    /// <summary>The first of some colours that a figure is clearly seen on; if there is none, the deepest or lightest tint of the
    /// first.</summary>
    public static Rgba Against(Rgba figure, IReadOnlyList<Rgba> colors)
    {
        foreach (var color in colors)
        {
            if (Distance(figure, color) > 0.2f) return color;
        }

        var tone = Oklch.Of(colors[0]);
        return (figure.Lightness() > 0.62f ? tone with { L = 0.34f } : tone with { L = 0.92f, C = Math.Min(tone.C, 0.06f) }).ToRgba();
    }

    /// <summary>How different two colours look: the distance in Oklab; 0.02 can just be seen.</summary>
    public static float Distance(Rgba a, Rgba b)
    {
        var (x, y) = (Oklch.Of(a), Oklch.Of(b));
        var hue = (x.H - y.H) * MathF.PI / 180;
        var chroma = x.C * x.C + y.C * y.C - 2 * x.C * y.C * MathF.Cos(hue);
        return MathF.Sqrt((x.L - y.L) * (x.L - y.L) + Math.Max(chroma, 0));
    }

    /// <summary>A disc that fills the picture; what is drawn after it stays on it.</summary>
    public static void Disc(SKCanvas canvas, float size, Rgba color, Rgba? ring = null)
    {
        using var path = ScenePainter.PathOf(Outlines.Disc(new(size / 2, size / 2), size / 2));
        canvas.ClipPath(path, antialias: true);
        Fill(canvas, size, color);
        if (ring is not { } border) return;
        using var paint = new SKPaint { IsAntialias = true, Color = Of(border), Style = SKPaintStyle.Stroke, StrokeWidth = size * 0.075f };
        canvas.DrawCircle(size / 2, size / 2, size / 2, paint);
    }

    /// <summary>A tile with round corners; what is drawn after it stays on it.</summary>
    /// <param name="rounding">The corners' radius, as a share of the side; 0: a full square, for those who round it themselves.</param>
    public static void Tile(SKCanvas canvas, float size, Rgba color, float rounding = 0.22f)
    {
        if (rounding > 0)
        {
            using var path = ScenePainter.PathOf(Outlines.Box(0, 0, size, size, size * rounding));
            canvas.ClipPath(path, antialias: true);
        }

        Fill(canvas, size, color);
    }

    // Slightly lighter above, as if lit.
    private static void Fill(SKCanvas canvas, float size, Rgba color)
    {
        using var shader = SKShader.CreateLinearGradient(new(0, 0), new(0, size), [Of(color.Lighter(0.1f)), Of(color.Darker(0.03f))],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawRect(0, 0, size, size, paint);
    }

    private static SKColor Of(Rgba color) => new(color.R, color.G, color.B, color.A);
}
