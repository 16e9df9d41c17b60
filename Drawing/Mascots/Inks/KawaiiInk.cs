using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Inks;

/// <summary>Pastel, softly lit, within a thick line of the colour's own dark tint.</summary>
internal sealed class KawaiiInk : Ink
{
    public override float LineWidth => 7;

    public override float FaceWidth => 5.5f;

    public override Rgba Dark => new(0x4A, 0x36, 0x3C);

    public override Rgba Tone(Rgba color)
    {
        var tone = Oklch.Of(color);
        return tone.L < 0.4f ? (tone with { L = tone.L + 0.1f }).ToRgba() : (tone with { L = 0.44f + 0.55f * tone.L, C = tone.C * 0.78f })
            .ToRgba();
    }

    protected override Paint Fill(Rgba color, Bounds bounds) =>
        new Linear(bounds.At(0.4f, 0), bounds.At(0.6f, 1), [new(0, color.Lighter(0.28f)), new(0.5f, color),
            new(1, color.Darker(0.06f).Vivid(1.1f))]);

    protected override Rgba Edge(Rgba color)
    {
        var tone = Oklch.Of(color);
        return new Oklch(Math.Clamp(tone.L * 0.52f, 0.16f, 0.46f), Math.Clamp(tone.C * 0.8f, 0.025f, 0.1f), tone.C < 0.02f ? 10 : tone.H)
            .ToRgba();
    }
}
