using Platform.Drawing.Figures.Solids;
using SkiaSharp;

namespace Platform.Drawing.Figures.Shading;

/// <summary>A meadow under a sky, with hills and trees at the horizon.</summary>
internal static class Outdoor
{
    public static void Draw(SKCanvas canvas, View view, Dice dice)
    {
        var (width, height) = (view.Width, view.Height);
        var roll = MathF.Atan2(view.Right.Y, MathF.Sqrt(view.Right.X * view.Right.X + view.Right.Z * view.Right.Z));
        var state = canvas.Save();
        canvas.RotateRadians(roll, width / 2f, height / 2f);
        var horizon = Math.Clamp(Backdrop.Horizon(view), -height * 3f, height * 3f);
        // What is drawn turned has to reach the corners.
        var (left, right) = (-width * 0.5f, width * 1.5f);
        Sky(canvas, left, right, height, horizon, dice);
        Ridge(canvas, left, right, horizon, height * 0.13f, 3, new SKColor(0x9F, 0xB4, 0xC6), dice);
        Ridge(canvas, left, right, horizon, height * 0.08f, 5, new SKColor(0x7F, 0x9D, 0x93), dice);
        Trees(canvas, left, right, horizon, height, dice);
        Meadow(canvas, left, right, height, horizon, dice);
        canvas.RestoreToCount(state);
    }

    private static void Sky(SKCanvas canvas, float left, float right, float height, float horizon, Dice dice)
    {
        using (var paint = new SKPaint { IsDither = true })
        using (paint.Shader = SKShader.CreateLinearGradient(new SKPoint(0, horizon - height), new SKPoint(0, horizon),
            [new SKColor(0x5E, 0x97, 0xCC), new SKColor(0xA7, 0xCB, 0xE6), new SKColor(0xF3, 0xEB, 0xDC)], [0, 0.6f, 1],
            SKShaderTileMode.Clamp))
        {
            canvas.DrawRect(new SKRect(left, -height, right, height * 2), paint);
        }

        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, height * 0.012f);
        using var cloud = new SKPaint { Color = SKColors.White.WithAlpha(150), MaskFilter = blur };
        for (var bank = 0; bank < 6; bank++)
        {
            var (x, y, size) = (dice.Between(left, right), horizon - dice.Between(0.16f, 0.85f) * height,
                dice.Between(0.03f, 0.07f) * height);
            for (var puff = 0; puff < 6; puff++)
            {
                canvas.DrawOval(x + (puff - 2.5f) * size * 1.1f, y - dice.Between(0, 0.5f) * size, size * dice.Between(0.9f, 1.7f),
                    size * dice.Between(0.35f, 0.6f), cloud);
            }
        }
    }

    private static void Ridge(SKCanvas canvas, float left, float right, float horizon, float tall, int waves, SKColor color, Dice dice)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(left, horizon + 4);
        var (first, second) = (dice.Between(0, 6), dice.Between(0, 6));
        for (var x = left; x <= right; x += (right - left) / 90)
        {
            var at = (x - left) / (right - left) * waves * MathF.PI;
            builder.LineTo(x, horizon - tall * (0.5f + 0.3f * MathF.Sin(at + first) + 0.2f * MathF.Sin(at * 2.3f + second)));
        }

        builder.LineTo(right, horizon + 4);
        builder.Close();
        using var path = builder.Detach();
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    private static void Trees(SKCanvas canvas, float left, float right, float horizon, float height, Dice dice)
    {
        using var paint = new SKPaint { IsAntialias = true };
        for (var tree = 0; tree < 44; tree++)
        {
            var (x, size) = (dice.Between(left, right), dice.Between(0.012f, 0.034f) * height);
            for (var crown = 0; crown < 5; crown++)
            {
                paint.Color = new SKColor(0x4B, 0x6F, 0x52).WithRed((byte)dice.Between(0x40, 0x66));
                canvas.DrawOval(x + dice.Between(-0.7f, 0.7f) * size, horizon - size * dice.Between(0.3f, 1.3f),
                    size * dice.Between(0.4f, 0.8f), size * dice.Between(0.4f, 0.7f), paint);
            }
        }
    }

    private static void Meadow(SKCanvas canvas, float left, float right, float height, float horizon, Dice dice)
    {
        using (var ground = new SKPaint { IsDither = true })
        using (ground.Shader = SKShader.CreateLinearGradient(new SKPoint(0, horizon), new SKPoint(0, horizon + height * 0.6f),
            [new SKColor(0x9F, 0xB0, 0x72), new SKColor(0x7C, 0x99, 0x56), new SKColor(0x5E, 0x80, 0x44)], [0, 0.3f, 1],
            SKShaderTileMode.Clamp))
        {
            canvas.DrawRect(new SKRect(left, horizon, right, MathF.Max(horizon, height * 2)), ground);
        }

        using var blade = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round };
        for (var i = 0; i < 900; i++)
        {
            // Nearer blades are longer and further apart.
            var near = dice.Next();
            var y = horizon + near * near * height * 0.8f + 2;
            var x = dice.Between(left, right);
            if (y > height * 1.4f || y < -height * 0.4f) continue;
            var size = (0.003f + near * 0.016f) * height;
            blade.StrokeWidth = 0.6f + near * 1.6f;
            blade.Color = dice.Next() < 0.5f ? new SKColor(0x4F, 0x70, 0x39, 120) : new SKColor(0xB5, 0xC4, 0x7E, 120);
            canvas.DrawLine(x, y, x + dice.Between(-0.4f, 0.4f) * size, y - size, blade);
        }
    }
}
