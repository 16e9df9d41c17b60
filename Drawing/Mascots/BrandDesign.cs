using System.Collections.Immutable;
using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>A design in the colours of a brand.</summary>
internal static class BrandDesign
{
    /// <summary>Recolours a design.</summary>
    /// <param name="brand">The brand's colours; none: some that go well together, by chance.</param>
    /// <param name="bodyAsked">The body's colour is the prompt's and stays.</param>
    public static MascotDesign Of(MascotDesign design, ImmutableArray<Rgba> brand, Chance chance, bool bodyAsked)
    {
        var colors = brand.IsEmpty ? bodyAsked ? [design.Body] : Harmony(chance) : brand;
        // White and black are in many brands, but a mascot is rather of the colour that people remember.
        var main = colors.FirstOrDefault(color => Oklch.Of(color) is { C: > 0.04f, L: > 0.25f and < 0.96f }, colors[0]);
        var others = colors.Where(color => color != main).ToList();
        var accent = others.FirstOrDefault(color => Oklch.Of(color).C > 0.04f, others.Count > 0 ? others[0] : Opposite(main));
        // The pied stay pied: their dark is the brand's.
        var pied = design.Body.Lightness() > 0.9f && design.Marks.Lightness() < 0.45f;
        var deep = Oklch.Of(main) is var tone ? tone with { L = Math.Min(tone.L, 0.5f) } : default;
        var body = bodyAsked || pied ? design.Body : main;
        var person = design.Species == Species.Person;
        return design with
        {
            Body = body,
            Second = person ? design.Second : Oklch.Of(body) is var own ? new Oklch(Math.Max(0.93f, own.L), Math.Min(own.C * 0.28f, 0.05f),
                own.H).ToRgba() : body,
            Marks = person ? design.Marks : pied ? deep.ToRgba() : Traits.Of(design.Species).Plan == Plan.Bird ? accent : others.Count > 1
                ? others[1] : body.Lightness() < 0.4f ? body.Lighter(0.3f) : body.Darker(0.3f),
            Accent = accent,
            Eyes = body.Darker(0.5f),
            Brand = brand.IsEmpty ? [main, accent] : brand,
        };
    }

    /// <summary>A body and an accent nearly opposite on the wheel of hues.</summary>
    private static ImmutableArray<Rgba> Harmony(Chance chance)
    {
        var hue = chance.Of<float>("brand hue", [25, 55, 90, 150, 195, 235, 262, 295, 340]);
        return [new Oklch(0.68f, 0.15f, hue).ToRgba(), new Oklch(0.76f, 0.14f, (hue + 160) % 360).ToRgba()];
    }

    private static Rgba Opposite(Rgba color)
    {
        var tone = Oklch.Of(color);
        return new Oklch(tone.L > 0.7f ? 0.6f : 0.78f, Math.Max(tone.C, 0.12f), (tone.H + 165) % 360).ToRgba();
    }
}
