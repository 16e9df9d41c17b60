using Platform.Drawing.Figures;
using SkiaSharp;

namespace Platform.Drawing.Tests.Figures;

/// <summary>A figure's pixels, and what a test wants to know of them.</summary>
internal sealed class Picture : IDisposable
{
    private readonly SKBitmap _pixels;

    public Picture(byte[] file) => _pixels = SKBitmap.Decode(file);

    /// <summary>Draws a small figure from filters such as <c>pose=lying, style=silhouette</c>.</summary>
    public static Picture Of(string filters, long seed = 1) => new(FigureArtist.Draw(Specs.Of(filters), seed, longSide: 384).Bytes);

    public int Width => _pixels.Width;

    public int Height => _pixels.Height;

    public SKColor this[int x, int y] => _pixels.GetPixel(x, y);

    /// <summary>Mean luminance in [0, 1] of what is within these shares of the picture.</summary>
    public float Luminance(float left = 0, float top = 0, float right = 1, float bottom = 1)
    {
        var (sum, count) = (0.0, 0);
        for (var y = (int)(top * Height); y < (int)(bottom * Height); y += 2)
        {
            for (var x = (int)(left * Width); x < (int)(right * Width); x += 2)
            {
                sum += Luminance(this[x, y]);
                count++;
            }
        }

        return (float)(sum / count);
    }

    /// <summary>The share of pixels that are so.</summary>
    public float Share(Func<SKColor, bool> so)
    {
        var found = 0;
        for (var y = 0; y < Height; y += 2)
        {
            for (var x = 0; x < Width; x += 2)
            {
                if (so(this[x, y])) found++;
            }
        }

        return found * 4f / (Width * Height);
    }

    /// <summary>The box around everything as dark as a silhouette, and the share of the picture that is.</summary>
    public (int Left, int Top, int Right, int Bottom, float Area) Silhouette()
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, 0, 0);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (!IsDark(this[x, y])) continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        }

        return (left, top, right, bottom, Share(IsDark));
    }

    /// <summary>The mean difference from another picture, each channel in [0, 255].</summary>
    public double Difference(Picture other)
    {
        var (sum, count) = (0.0, 0);
        for (var y = 0; y < Math.Min(Height, other.Height); y += 4)
        {
            for (var x = 0; x < Math.Min(Width, other.Width); x += 4)
            {
                var (a, b) = (this[x, y], other[x, y]);
                sum += Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue);
                count += 3;
            }
        }

        return sum / count;
    }

    public static float Luminance(SKColor color) => (color.Red * 0.2126f + color.Green * 0.7152f + color.Blue * 0.0722f) / 255;

    public void Dispose() => _pixels.Dispose();

    private static bool IsDark(SKColor color) => Luminance(color) < 0.2f;
}
