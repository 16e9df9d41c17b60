using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Mascots;

/// <summary>A mascot that was painted elsewhere: its picture, and where in it the figure and its head are.</summary>
internal sealed class Cutout : IDisposable
{
    private readonly SKImage _image;
    private readonly SKRectI _figure;
    private readonly SKRectI _head;

    private Cutout(SKImage image, SKRectI figure, SKRectI head, Rgba mainColor)
    {
        (_image, _figure, _head) = (image, figure, head);
        MainColor = mainColor;
    }

    /// <summary>The most frequent colour.</summary>
    public Rgba MainColor { get; }

    /// <summary>Width and height of the figure in pixels.</summary>
    public (int Width, int Height) Size => (_figure.Width, _figure.Height);

    public static Cutout Of(byte[] picture)
    {
        using var bitmap = RasterPictures.Decode(picture);
        var figure = FigureIn(bitmap);
        return new(SKImage.FromBitmap(bitmap), figure, HeadIn(bitmap, figure), Palettes.Of(bitmap) is [var main, ..] ? main
            : new(0x8A, 0x94, 0xA6));
    }

    public void DrawWhole(SKCanvas canvas, SKRect target) => Draw(canvas, _figure, Fitted(_figure, target, 0.94f, 0.5f));

    /// <summary>The figure alone, from edge to edge.</summary>
    public void DrawFigure(SKCanvas canvas, SKRect target) => Draw(canvas, _figure, target);

    public void DrawHead(SKCanvas canvas, SKRect target, float share)
    {
        // The whole figure at the head's scale: what is below the head shows as shoulders.
        var head = Fitted(_head, target, share, 0.46f);
        var scale = head.Width / _head.Width;
        Draw(canvas, _figure, SKRect.Create(head.Left + (_figure.Left - _head.Left) * scale, head.Top + (_figure.Top - _head.Top) * scale,
            _figure.Width * scale, _figure.Height * scale));
    }

    public void Dispose() => _image.Dispose();

    private void Draw(SKCanvas canvas, SKRectI source, SKRect target) => canvas.DrawImage(_image, source, target,
        new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), null);

    private static SKRect Fitted(SKRectI source, SKRect target, float share, float middle)
    {
        var scale = Math.Min(target.Width / source.Width, target.Height / source.Height) * share;
        var (width, height) = (source.Width * scale, source.Height * scale);
        return SKRect.Create(target.MidX - width / 2, target.Top + target.Height * middle - height / 2, width, height);
    }

    // The rectangle of all that can be seen; of a picture without transparency, all of it.
    private static SKRectI FigureIn(SKBitmap bitmap)
    {
        var pixels = bitmap.GetPixelSpan();
        var (left, top, right, bottom) = (bitmap.Width, bitmap.Height, 0, 0);
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                if (pixels[(y * bitmap.Width + x) * 4 + 3] < 24) continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        return right > left ? new(left, top, right, bottom) : new(0, 0, bitmap.Width, bitmap.Height);
    }

    // A mascot's head is the upper half of the figure, as wide as the figure is there.
    private static SKRectI HeadIn(SKBitmap bitmap, SKRectI figure)
    {
        var bottom = figure.Height > figure.Width ? figure.Top + Math.Max(figure.Height / 2, 1) : figure.Bottom;
        if (bottom == figure.Bottom) return figure;
        var pixels = bitmap.GetPixelSpan();
        var (left, right) = (figure.Right, figure.Left);
        for (var y = figure.Top; y < bottom; y++)
        {
            for (var x = figure.Left; x < figure.Right; x++)
            {
                if (pixels[(y * bitmap.Width + x) * 4 + 3] >= 24) (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
            }
        }

        return right > left ? new(left, figure.Top, right, bottom) : figure;
    }
}
