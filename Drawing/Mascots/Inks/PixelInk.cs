using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Inks;

/// <summary>Two tones and seams of a pixel's width, for a grid of large pixels; the outer line is drawn there, pixel by pixel.</summary>
internal sealed class PixelInk : Ink
{
    /// <summary>The side of one pixel, in a scene's units.</summary>
    public const float Pixel = 8;

    public override float LineWidth => Pixel;

    public override float FaceWidth => Pixel;

    public override Rgba Dark => new(0x22, 0x1E, 0x33);

    public override Rgba Tone(Rgba color)
    {
        var tone = Oklch.Of(color);
        return (tone with { C = Math.Min(tone.C * 1.15f, 0.22f) }).ToRgba();
    }

    protected override Paint Fill(Rgba color, Bounds bounds)
    {
        var tone = Oklch.Of(color);
        return TwoTone(color, (tone with { L = tone.L * 0.83f, H = tone.H - 10 }).ToRgba(), bounds);
    }

    protected override Rgba Edge(Rgba color)
    {
        var tone = Oklch.Of(color);
        return (tone with { L = tone.L * 0.58f, H = tone.H - 14 }).ToRgba();
    }
}
