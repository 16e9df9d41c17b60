using System.Collections.Immutable;
using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Animations;

/// <summary>A character that was painted elsewhere, as a scene: one picture that stands on the ground and moves as a whole.</summary>
internal static class PictureFigure
{
    private const float MostHeight = 380;
    private const float MostWidth = 400;

    // As sharp as the largest frames need, and no larger than a Lottie file should carry.
    private const int MostPixels = 512;

    /// <exception cref="InvalidDataException">It is no picture that can be decoded.</exception>
    public static Scene Of(byte[] picture)
    {
        using var cutout = Cutout.Of(picture);
        var (pixelWidth, pixelHeight) = cutout.Size;
        var scale = Math.Min(MostWidth / pixelWidth, MostHeight / pixelHeight);
        var (width, height) = (pixelWidth * scale, pixelHeight * scale);
        var ground = new Point(Figure.Middle, Figure.Ground);
        var body = new Part(Names.Body, ground)
        {
            Picture = new(Scaled(cutout, width, height), new(ground.X - width / 2, ground.Y - height), width, height),
        };
        var shade = new Shape(Outlines.Ellipse(ground, width * 0.34f, 12), new Rgba(0x1E, 0x1B, 0x2E, 0x2C));
        var shadow = new Part(Names.Shadow, ground) { Shapes = [shade] };
        return new(Figure.Size, Figure.Size, [shadow, new(Names.Mascot, ground) { Front = [body] }]);
    }

    private static ImmutableArray<byte> Scaled(Cutout cutout, float width, float height)
    {
        var scale = Math.Min(MostPixels / Math.Max(width, height), cutout.Size.Height / height);
        using var bitmap = new SKBitmap(new SKImageInfo(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)),
            SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap)) cutout.DrawFigure(canvas, new(0, 0, bitmap.Width, bitmap.Height));
        return [.. Png.Of(bitmap)];
    }
}
