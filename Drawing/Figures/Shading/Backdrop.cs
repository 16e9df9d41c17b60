using System.Numerics;
using Platform.Drawing.Figures.Solids;
using SkiaSharp;

namespace Platform.Drawing.Figures.Shading;

/// <summary>What is behind a figure, in the same perspective.</summary>
internal static class Backdrop
{
    /// <summary>Draws a background and tells how bright its middle is, as a colour in sRGB.</summary>
    /// <param name="view">The camera, in pixels of the canvas.</param>
    public static void Draw(SKCanvas canvas, View view, string? background, Rig rig, string? style, Dice dice)
    {
        switch (background)
        {
            case "outdoor": Outdoor.Draw(canvas, view, dice); break;
            case "architectural": Colonnade.Draw(canvas, view, dice); break;
            case "abstract": Abstract(canvas, view, dice); break;
            case "plain_color":
                canvas.Clear(SKColor.Parse(dice.Of(["#5B8DB8", "#D98E6A", "#7BA58A", "#C9A24D", "#8B79B0",
                "#C4707A"]))); break;
            case "gradient": Gradient(canvas, view, dice); break;
            case "minimal": canvas.Clear(SKColor.Parse("#F3F2EF")); break;
            case "studio": Sweep(canvas, view, "#8D8A86", "#C9C5BF", "#4B4947", 0.9f); break;
            default:
                if (style == "line_art") canvas.Clear(SKColor.Parse("#F7F4EC"));
                else Sweep(canvas, view, "#C6C9CC", "#E9EAEA", "#8F959B", 1.15f);
                break;
        }

        Expose(canvas, rig.Backdrop);
    }

    // A roll of paper: lightest behind the figure, darker towards the corners, the floor a little lighter than the wall.
    private static void Sweep(SKCanvas canvas, View view, string wall, string glow, string corner, float reach)
    {
        var (width, height) = (view.Width, view.Height);
        var center = new SKPoint(width * 0.5f, height * 0.42f);
        Fill(canvas, SKShader.CreateRadialGradient(center, MathF.Max(width, height) * 0.72f * reach,
            [SKColor.Parse(glow), SKColor.Parse(wall), SKColor.Parse(corner)], [0, 0.5f, 1], SKShaderTileMode.Clamp));
        var horizon = Horizon(view);
        var top = Math.Clamp(horizon + height * 0.03f, -height, height * 2f);
        Fill(canvas, SKShader.CreateLinearGradient(new SKPoint(0, top), new SKPoint(0, top + height * 0.35f),
            [SKColors.White.WithAlpha(0), SKColors.White.WithAlpha(46)], SKShaderTileMode.Clamp));
    }

    private static void Gradient(SKCanvas canvas, View view, Dice dice)
    {
        var (from, to) = dice.Of([("#3A4E8C", "#E58F7B"), ("#1F4E5F", "#E9D8A6"), ("#5B3A76", "#F0A6A6"), ("#243B55", "#8FC7C2"),
            ("#7A3B4E", "#F2C48D")]);
        Fill(canvas, SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(view.Width * 0.35f, view.Height),
            [SKColor.Parse(from), SKColor.Parse(to)], SKShaderTileMode.Clamp));
    }

    private static void Abstract(SKCanvas canvas, View view, Dice dice)
    {
        var colors = dice.Of<string[]>([["#F2E8DC", "#D9775F", "#2F5D73", "#E3B45B"], ["#E6EAF0", "#6C7BC4", "#E08FA5", "#2E3A59"],
            ["#EEEADF", "#4E8C7B", "#E2A052", "#7A3E48"]]);
        var size = MathF.Max(view.Width, view.Height);
        canvas.Clear(SKColor.Parse(colors[0]));
        using var paint = new SKPaint { IsAntialias = true };
        for (var shape = 0; shape < 9; shape++)
        {
            var color = SKColor.Parse(colors[1 + dice.Below(3)]).WithAlpha((byte)dice.Between(60, 185));
            var center = new SKPoint(dice.Between(0, view.Width), dice.Between(0, view.Height));
            var radius = dice.Between(0.1f, 0.34f) * size;
            paint.Color = color;
            if (shape % 3 == 0)
            {
                paint.Style = SKPaintStyle.Stroke;
                paint.StrokeWidth = size * dice.Between(0.006f, 0.035f);
                canvas.DrawCircle(center, radius, paint);
            }
            else if (shape % 3 == 1)
            {
                paint.Style = SKPaintStyle.Fill;
                canvas.DrawCircle(center, radius, paint);
            }
            else
            {
                paint.Style = SKPaintStyle.Fill;
                canvas.Save();
                canvas.RotateDegrees(dice.Between(-40, 40), center.X, center.Y);
                canvas.DrawRoundRect(center.X - radius, center.Y - radius * 0.22f, radius * 2, radius * 0.44f, radius * 0.22f,
                    radius * 0.22f, paint);
                canvas.Restore();
            }
        }
    }

    /// <summary>The row in which the horizon is seen at the picture's middle.</summary>
    public static float Horizon(View view)
    {
        if (!view.Perspective) return -view.Height;
        var level = view.Forward with { Y = 0 };
        if (level.LengthSquared() < 0.02f) return -view.Height * 2;
        return view.Project(view.Origin(0, 0) + Vector3.Normalize(level) * 1000).Y;
    }

    /// <summary>Fills the whole picture; the shader is disposed of.</summary>
    internal static void Fill(SKCanvas canvas, SKShader shader, SKBlendMode mode = SKBlendMode.SrcOver)
    {
        using (shader)
        {
            using var paint = new SKPaint { Shader = shader, BlendMode = mode, IsDither = true };
            canvas.DrawPaint(paint);
        }
    }

    private static void Expose(SKCanvas canvas, float brightness)
    {
        using var paint = new SKPaint();
        if (brightness < 1)
        {
            // A picture's values are roughly a root of light.
            var value = (byte)(MathF.Pow(brightness, 0.7f) * 255);
            paint.Color = new SKColor(value, value, value);
            paint.BlendMode = SKBlendMode.Multiply;
        }
        else
        {
            var value = (byte)Math.Clamp((brightness - 1) * 300, 0, 200);
            paint.Color = new SKColor(value, value, value);
            paint.BlendMode = SKBlendMode.Screen;
        }

        canvas.DrawPaint(paint);
    }
}
