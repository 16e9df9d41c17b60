using SkiaSharp;

namespace Platform.Drawing;

/// <summary>PNG files of drawings: the same pixels always give the same bytes.</summary>
internal static class Png
{
    // A quick filter and a middling level: flat areas pack well with any, and somebody waits.
    private static readonly SKPngEncoderOptions Fast = new(SKPngEncoderFilterFlags.Sub, 4);

    /// <summary>Draws on a transparent square and encodes it.</summary>
    public static byte[] Of(int size, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap)) draw(canvas);
        return Of(bitmap);
    }

    public static byte[] Of(SKBitmap bitmap)
    {
        using var pixmap = bitmap.PeekPixels();
        return Of(pixmap);
    }

    public static byte[] Of(SKPixmap pixmap)
    {
        using var data = pixmap.Encode(Fast) ?? throw new InvalidOperationException("The picture could not be encoded.");
        return data.ToArray();
    }
}
