using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Inks;

/// <summary>Flat colours of one brand within an even line of the brand's own deepest tint, as on a badge.</summary>
internal sealed class BrandInk(Rgba brand) : Ink
{
    private readonly Rgba _dark = Oklch.Of(brand) is var tone ? new Oklch(0.27f, Math.Min(tone.C * 0.7f, 0.11f), tone.H).ToRgba() : brand;

    public override float LineWidth => 5;

    public override float FaceWidth => 5.5f;

    public override Rgba Dark => _dark;

    public override Rgba Tone(Rgba color) => color;

    protected override Paint Fill(Rgba color, Bounds bounds) => color;
}
