using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>A canvas with what drawing a portrait asks for again and again.</summary>
internal sealed class Easel(SKCanvas canvas)
{
    public SKCanvas Canvas => canvas;

    public void Fill(SKPath path, SKColor color, float blur = 0)
    {
        using var mask = blur > 0 ? SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur) : null;
        using var paint = new SKPaint { Color = color, IsAntialias = true, MaskFilter = mask };
        canvas.DrawPath(path, paint);
    }

    /// <summary>Fills from one place to another, through all the colours.</summary>
    public void Fill(SKPath path, SKPoint from, SKPoint to, params ReadOnlySpan<SKColor> colors)
    {
        using var shader = SKShader.CreateLinearGradient(from, to, colors.ToArray(), SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    /// <summary>Fills from a place outward.</summary>
    public void Radiate(SKPath path, SKPoint center, float radius, params ReadOnlySpan<SKColor> colors)
    {
        using var shader = SKShader.CreateRadialGradient(center, radius, colors.ToArray(), SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    public void Line(SKPath path, SKColor color, float width, float blur = 0)
    {
        if (width <= 0) return;
        using var mask = blur > 0 ? SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur) : null;
        using var paint = new SKPaint
        {
            Color = color,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
            MaskFilter = mask,
        };
        canvas.DrawPath(path, paint);
    }

    /// <summary>A line that fades in from one place to another.</summary>
    public void Line(SKPath path, SKPoint from, SKPoint to, SKColor color, float width)
    {
        using var shader = SKShader.CreateLinearGradient(from, to, [color.WithAlpha(0), color.WithAlpha(0), color], [0, 0.35f, 0.8f],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint
        {
            Shader = shader,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeJoin = SKStrokeJoin.Round
        };
        canvas.DrawPath(path, paint);
    }

    public void Oval(float x, float y, float width, float height, SKColor color, float blur = 0)
    {
        using var mask = blur > 0 ? SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur) : null;
        using var paint = new SKPaint { Color = color, IsAntialias = true, MaskFilter = mask };
        canvas.DrawOval(x, y, width, height, paint);
    }

    /// <summary>Draws only within a path.</summary>
    public void Within(SKPath path, Action draw)
    {
        var state = canvas.Save();
        canvas.ClipPath(path, SKClipOperation.Intersect, true);
        draw();
        canvas.RestoreToCount(state);
    }

    /// <summary>A closed smooth curve through points (Catmull and Rom).</summary>
    public static SKPath Smooth(params ReadOnlySpan<SKPoint> points) => Curve(points, closed: true);

    /// <summary>An open smooth curve through points.</summary>
    public static SKPath Through(params ReadOnlySpan<SKPoint> points) => Curve(points, closed: false);

    public static SKPath Ellipse(float x, float y, float width, float height)
    {
        using var builder = new SKPathBuilder();
        builder.AddOval(new SKRect(x - width, y - height, x + width, y + height));
        return builder.Detach();
    }

    /// <summary>A lock of hair: broad at its root, bent, and pointed.</summary>
    public static SKPath Lock(SKPoint left, SKPoint right, SKPoint tip, float bend)
    {
        using var builder = new SKPathBuilder();
        var middle = new SKPoint((left.X + right.X) / 2, (left.Y + right.Y) / 2);
        var (dx, dy) = (tip.X - middle.X, tip.Y - middle.Y);
        var (ax, ay) = (-dy * bend, dx * bend);
        builder.MoveTo(left.X, left.Y);
        builder.CubicTo(left.X + dx * 0.35f + ax, left.Y + dy * 0.35f + ay, left.X + dx * 0.8f + ax, left.Y + dy * 0.8f + ay, tip.X, tip.Y);
        builder.CubicTo(right.X + dx * 0.72f + ax * 0.6f, right.Y + dy * 0.72f + ay * 0.6f, right.X + dx * 0.3f + ax * 0.8f,
            right.Y + dy * 0.3f + ay * 0.8f, right.X, right.Y);
        builder.Close();
        return builder.Detach();
    }

    private static SKPath Curve(ReadOnlySpan<SKPoint> points, bool closed)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(points[0].X, points[0].Y);
        var count = points.Length;
        for (var i = 0; i < (closed ? count : count - 1); i++)
        {
            var (a, b) = (points[i], points[(i + 1) % count]);
            var before = closed ? points[(i + count - 1) % count] : points[Math.Max(i - 1, 0)];
            var after = closed ? points[(i + 2) % count] : points[Math.Min(i + 2, count - 1)];
            builder.CubicTo(a.X + (b.X - before.X) / 6, a.Y + (b.Y - before.Y) / 6, b.X - (after.X - a.X) / 6, b.Y - (after.Y - a.Y) / 6,
                b.X, b.Y);
        }

        if (closed) builder.Close();
        return builder.Detach();
    }
}
