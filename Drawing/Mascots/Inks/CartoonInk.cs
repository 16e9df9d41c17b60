using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Inks;

/// <summary>Saturated colours in two tones within a bold dark line, as on a celluloid sheet.</summary>
internal sealed class CartoonInk : Ink
{
    public override float LineWidth => 8;

    public override float FaceWidth => 7;

    public override Rgba Dark => new(0x1C, 0x18, 0x24);

    public override Rgba Tone(Rgba color)
    {
        var tone = Oklch.Of(color);
        return (tone with { C = Math.Min(tone.C * 1.3f, 0.24f) }).ToRgba();
    }

    protected override Paint Fill(Rgba color, Bounds bounds)
    {
        var tone = Oklch.Of(color);
        return TwoTone(color, (tone with { L = tone.L * 0.82f, H = tone.H - 6 }).ToRgba(), bounds);
    }
}
