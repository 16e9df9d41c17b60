using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Animations;

/// <summary>Draws one frame of an animation on a canvas of that many pixels squared, which is empty and shows nothing else.</summary>
public delegate void FramePainter(SKCanvas canvas, Scene scene, Pose pose, int resolution);

/// <summary>All frames of an animation side by side, row by row, the first at the top left; cells that are left over are
/// transparent.</summary>
public sealed class SpriteSheet
{
    /// <summary>The longest side that Figma takes.</summary>
    public const int MaxSide = 4096;

    private readonly byte[] _pixels;

    private SpriteSheet(int resolution, int frameCount)
    {
        (Resolution, FrameCount) = (resolution, frameCount);
        Columns = (int)Math.Ceiling(Math.Sqrt(frameCount));
        Rows = (frameCount + Columns - 1) / Columns;
        if (Math.Max(Columns, Rows) * resolution > MaxSide)
            throw new ArgumentException($"{frameCount} frames of {resolution} pixels don't fit.", nameof(frameCount));
        _pixels = new byte[Width * Height * 4];
    }

    /// <summary>Width and height of one frame in pixels.</summary>
    public int Resolution { get; }

    public int FrameCount { get; }

    public int Columns { get; }

    public int Rows { get; }

    public int Width => Columns * Resolution;

    public int Height => Rows * Resolution;

    /// <summary>The scene, smooth and as large as the frame.</summary>
    public static FramePainter Smooth { get; } = static (canvas, scene, pose, resolution) =>
    {
        canvas.Scale(resolution / scene.Width, resolution / scene.Height);
        canvas.Draw(scene, pose);
    };

    /// <param name="paint">How frames of the character's style are drawn; null: <see cref="Smooth"/>.</param>
    /// <param name="progress">Told the share that is done after each frame.</param>
    public static unsafe SpriteSheet Draw(Animation animation, int resolution, FramePainter? paint = null, Action<double>? progress = null,
        CancellationToken cancel = default)
    {
        var sheet = new SpriteSheet(resolution, animation.FrameCount);
        fixed (byte* pixels = sheet._pixels)
        {
            using var surface = SKSurface.Create(sheet.Info, (nint)pixels, sheet.Width * 4);
            for (var frame = 0; frame < animation.FrameCount; frame++)
            {
                cancel.ThrowIfCancellationRequested();
                var (x, y) = sheet.PlaceOf(frame);
                var state = surface.Canvas.Save();
                surface.Canvas.ClipRect(SKRect.Create(x, y, resolution, resolution));
                surface.Canvas.Translate(x, y);
                (paint ?? Smooth)(surface.Canvas, animation.Scene, animation.PoseAt(frame), resolution);
                surface.Canvas.RestoreToCount(state);
                progress?.Invoke((frame + 1.0) / animation.FrameCount);
            }
        }

        return sheet;
    }

    /// <summary>The sheet as a PNG file.</summary>
    public unsafe byte[] ToPng()
    {
        fixed (byte* pixels = _pixels)
        {
            using var pixmap = new SKPixmap(Info, (nint)pixels, Width * 4);
            return Png.Of(pixmap);
        }
    }

    /// <summary>One frame: 4 bytes RGBA for each pixel, not premultiplied, row by row without gaps.</summary>
    public unsafe byte[] Frame(int frame)
    {
        var (x, y) = PlaceOf(frame);
        var info = new SKImageInfo(Resolution, Resolution, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var copy = new byte[info.BytesSize];
        fixed (byte* pixels = _pixels, target = copy)
        {
            using var pixmap = new SKPixmap(Info, (nint)pixels, Width * 4);
            pixmap.ReadPixels(info, (nint)target, info.RowBytes, x, y);
        }

        return copy;
    }

    /// <summary>One frame as a PNG file.</summary>
    public unsafe byte[] FramePng(int frame)
    {
        fixed (byte* pixels = Frame(frame))
        {
            using var pixmap = new SKPixmap(new(Resolution, Resolution, SKColorType.Rgba8888, SKAlphaType.Unpremul), (nint)pixels);
            return Png.Of(pixmap);
        }
    }

    private SKImageInfo Info => new(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul);

    private (int X, int Y) PlaceOf(int frame) => (frame % Columns * Resolution, frame / Columns * Resolution);
}
