using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SkiaSharp;

namespace Platform.Drawing.Scenes;

/// <summary>Draws scenes with SkiaSharp.</summary>
public static class ScenePainter
{
    /// <summary>Pictures that were decoded, each for as long as somebody holds it: an animation draws the same one in every
    /// frame.</summary>
    private static readonly ConditionalWeakTable<Picture, SKImage> Decoded = [];

    /// <summary>Draws a scene in a pose. The canvas's own matrix says where and how large.</summary>
    public static void Draw(this SKCanvas canvas, Scene scene, Pose pose, bool antialias = true)
    {
        foreach (var part in scene.Parts) Draw(canvas, part, pose, antialias);
    }

    private static void Draw(SKCanvas canvas, Part part, Pose pose, bool antialias)
    {
        var stance = pose[part.Name];
        var opacity = stance.Opacity ?? part.Opacity;
        if (opacity <= 0) return;
        var state = canvas.Save();
        canvas.Translate(part.Pivot.X + stance.X, part.Pivot.Y + stance.Y);
        canvas.RotateDegrees(stance.Turn);
        canvas.Scale(stance.ScaleX, stance.ScaleY);
        canvas.Translate(-part.Pivot.X, -part.Pivot.Y);
        var alone = IsOnePaint(part);
        if (opacity < 1 && !alone)
        {
            // The part fades as a whole: its shapes don't shine through each other.
            using var faded = new SKPaint { Color = SKColors.Black.WithAlpha((byte)MathF.Round(opacity * 255)) };
            canvas.SaveLayer(faded);
        }

        foreach (var behind in part.Behind) Draw(canvas, behind, pose, antialias);
        if (part.Picture is { } picture) Draw(canvas, picture, antialias);
        foreach (var shape in part.Shapes) Draw(canvas, shape, antialias, alone ? opacity : 1);
        foreach (var front in part.Front) Draw(canvas, front, pose, antialias);
        canvas.RestoreToCount(state);
    }

    private static void Draw(SKCanvas canvas, Picture picture, bool antialias)
    {
        var image = Decoded.GetValue(picture, static made => SKImage.FromEncodedData(made.Png.AsSpan())
            ?? throw new InvalidDataException("The picture in the scene can't be decoded."));
        var place = SKRect.Create(picture.At.X, picture.At.Y, picture.Width, picture.Height);
        using var paint = new SKPaint { IsAntialias = antialias };
        canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
    }

    // What nothing can shine through needs no layer to fade, which saves most of the time of much confetti.
    private static bool IsOnePaint(Part part) =>
        part is { Behind.IsEmpty: true, Front.IsEmpty: true, Picture: null, Shapes: [{ Fill: null } or { Line: null }] };

    private static void Draw(SKCanvas canvas, Shape shape, bool antialias, float opacity)
    {
        using var path = PathOf(shape.Outline);
        if (shape.Fill is { } fill)
        {
            using var paint = PaintOf(fill, antialias, opacity);
            canvas.DrawPath(path, paint);
        }

        if (shape.Line is { } line && shape.LineWidth > 0)
        {
            using var paint = PaintOf(line, antialias, opacity);
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = shape.LineWidth;
            paint.StrokeCap = SKStrokeCap.Round;
            paint.StrokeJoin = SKStrokeJoin.Round;
            canvas.DrawPath(path, paint);
        }
    }

    internal static SKPath PathOf(Outline outline)
    {
        using var builder = new SKPathBuilder();
        foreach (var contour in outline.Contours)
        {
            builder.MoveTo(contour.Start.X, contour.Start.Y);
            foreach (var (first, second, end) in contour.Curves) builder.CubicTo(first.X, first.Y, second.X, second.Y, end.X, end.Y);
            if (contour.Closed) builder.Close();
        }

        return builder.Detach();
    }

    private static SKPaint PaintOf(Paint paint, bool antialias, float opacity)
    {
        var made = new SKPaint { IsAntialias = antialias };
        if (paint is Solid solid)
        {
            made.Color = Of(solid.Color with { A = (byte)MathF.Round(solid.Color.A * opacity) });
            return made;
        }

        using var shader = paint switch
        {
            Linear linear => SKShader.CreateLinearGradient(Of(linear.From), Of(linear.To), ColorsOf(linear.Stops), PlacesOf(linear.Stops),
                SKShaderTileMode.Clamp),
            Radial radial => SKShader.CreateRadialGradient(Of(radial.Center), radial.Radius, ColorsOf(radial.Stops), PlacesOf(radial.Stops),
                SKShaderTileMode.Clamp),
            _ => throw new InvalidOperationException($"A paint of the kind {paint.GetType().Name} can't be drawn."),
        };
        made.Shader = shader;
        made.Color = SKColors.Black.WithAlpha((byte)MathF.Round(opacity * 255));
        return made;
    }

    private static SKColor[] ColorsOf(ImmutableArray<Stop> stops) => [.. stops.Select(stop => Of(stop.Color))];

    private static float[] PlacesOf(ImmutableArray<Stop> stops) => [.. stops.Select(stop => stop.At)];

    private static SKColor Of(Rgba color) => new(color.R, color.G, color.B, color.A);

    private static SKPoint Of(Point point) => new(point.X, point.Y);
}
