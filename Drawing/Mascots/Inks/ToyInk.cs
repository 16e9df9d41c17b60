using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Inks;

/// <summary>A vinyl toy: lit from the upper left, with a highlight, a dark side, and light on its rim.</summary>
internal sealed class ToyInk : Ink
{
    public override float LineWidth => 0;

    public override Rgba Dark => new(0x24, 0x1E, 0x2A);

    public override Rgba Tone(Rgba color)
    {
        var tone = Oklch.Of(color);
        return (tone with { L = Math.Min(tone.L, 0.95f), C = Math.Min(tone.C * 1.1f, 0.21f) }).ToRgba();
    }

    protected override Paint Fill(Rgba color, Bounds bounds)
    {
        var radius = Math.Max(bounds.Width, bounds.Height) * 0.84f;
        return new Radial(bounds.At(0.36f, 0.26f), radius, [new(0, color.Lighter(0.45f)), new(0.3f, color.Lighter(0.08f)),
            new(0.58f, color.Darker(0.07f)),
            new(0.84f, Deep(color, 0.34f)), new(0.93f, Deep(color, 0.38f)), new(1, color.Darker(0.12f))]);
    }

    protected override Paint PatchFill(Rgba color, Bounds bounds) =>
        new Radial(bounds.At(0.38f, 0.28f), Math.Max(bounds.Width, bounds.Height) * 0.86f,
            [new(0, color.Lighter(0.35f)), new(0.5f, color), new(1, Deep(color, 0.26f))]);

    protected override IEnumerable<Shape> Gloss(Outline outline, Rgba color)
    {
        var bounds = outline.Bounds();
        var size = Math.Min(bounds.Width, bounds.Height);
        if (size < 24) yield break;
        // The lamp, mirrored in the vinyl: wide and faint, and a small bright core on the larger forms.
        var center = bounds.At(0.33f, 0.2f);
        yield return Spot(center, size * 0.24f, size * 0.15f, 0.55f, outline);
        if (size > 80) yield return Spot(bounds.At(0.29f, 0.165f), size * 0.08f, size * 0.05f, 0.85f, outline);
    }

    private static Shape Spot(Point center, float width, float height, float strength, Outline form)
    {
        var spot = Outlines.Ellipse(center, width, height).Turned(center, -28).Within(form);
        return new(spot, new Radial(center, width, [new(0, new Rgba(255, 255, 255).WithOpacity(strength)),
            new(0.45f, new Rgba(255, 255, 255).WithOpacity(strength * 0.5f)), new(1, new Rgba(255, 255, 255, 0))]));
    }

    private static Rgba Deep(Rgba color, float amount)
    {
        var tone = Oklch.Of(color);
        return (tone with { L = tone.L * (1 - amount), C = tone.C * 1.08f + 0.012f, H = tone.C < 0.02f ? 300 : tone.H - 8 }).ToRgba();
    }
}
