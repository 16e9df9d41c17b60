using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Inks;

/// <summary>No lines at all; the half that is turned away from the light is one tone darker.</summary>
internal sealed class FlatInk : Ink
{
    private const float Middle = 256;

    public override float LineWidth => 0;

    public override Rgba Dark => new(0x2A, 0x2B, 0x45);

    public override Rgba Tone(Rgba color)
    {
        var tone = Oklch.Of(color);
        return (tone with { C = Math.Min(tone.C * 1.05f, 0.19f) }).ToRgba();
    }

    protected override Paint Fill(Rgba color, Bounds bounds) => Halves(color, 0.11f);

    protected override Paint PatchFill(Rgba color, Bounds bounds) => Halves(color, 0.06f);

    private static Linear Halves(Rgba color, float shade) =>
        new(new(Middle - 0.5f, 0), new(Middle + 0.5f, 0), [new(0, color), new(0.5f, color), new(0.5f, color.Darker(shade)),
            new(1, color.Darker(shade))]);
}
