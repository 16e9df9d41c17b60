using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Mascots;

/// <summary>Draws a mascot's scene in a pose as its style wants it: as vectors, or as pixel art.</summary>
public static class MascotPainter
{
    /// <summary>Draws the whole scene; the canvas's own matrix says where and how large.</summary>
    public static void Draw(SKCanvas canvas, Scene scene, Pose pose, MascotStyle style)
    {
        if (style == MascotStyle.Pixel) PixelArt.Draw(canvas, scene, pose);
        else canvas.Draw(scene, pose);
    }

    /// <summary>Draws a square of the scene so that it fills a square of the canvas.</summary>
    internal static void Draw(SKCanvas canvas, Scene scene, Pose pose, MascotStyle style, SKRect square, float size,
        int pixels = PixelArt.Grid)
    {
        canvas.Save();
        canvas.Scale(size / square.Width);
        canvas.Translate(-square.Left, -square.Top);
        if (style == MascotStyle.Pixel) PixelArt.Draw(canvas, scene, pose, square, pixels);
        else canvas.Draw(scene, pose);
        canvas.Restore();
    }
}
