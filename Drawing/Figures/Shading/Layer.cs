using System.Numerics;
using Platform.Drawing.Figures.Solids;
using SkiaSharp;

namespace Platform.Drawing.Figures.Shading;

/// <summary>Brings the figure's fine pixels into the picture's.</summary>
internal static class Layer
{
    // Lines reach a little beyond the figure.
    private const int Margin = 4;

    public static void Draw(SKCanvas canvas, Seen seen, Styles styles, int fineness)
    {
        if (seen.Width == 0 || seen.Height == 0) return;
        var (left, top) = (seen.Left / fineness - Margin, seen.Top / fineness - Margin);
        var (width, height) = (seen.Width / fineness + 2 * Margin + 1, seen.Height / fineness + 2 * Margin + 1);
        var pixels = new SKColor[width * height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Mean(styles, (i % width + left) * fineness - seen.Left, (i / width + top) * fineness - seen.Top, fineness);
        using var layer = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul)) { Pixels = pixels };
        canvas.DrawBitmap(layer, left, top, SKSamplingOptions.Default);
    }

    private static SKColor Mean(Styles styles, int x, int y, int fineness)
    {
        var sum = Vector4.Zero;
        for (var j = 0; j < fineness; j++)
        {
            for (var i = 0; i < fineness; i++)
            {
                var one = styles.At(x + i, y + j);
                sum += new Vector4(one.X * one.W, one.Y * one.W, one.Z * one.W, one.W);
            }
        }

        if (sum.W <= 0) return SKColors.Empty;
        var opacity = sum.W / (fineness * fineness);
        return new SKColor(Value(sum.X / sum.W), Value(sum.Y / sum.W), Value(sum.Z / sum.W), Value(opacity));
    }

    private static byte Value(float value) => (byte)Math.Clamp(value * 255 + 0.5f, 0, 255);
}
