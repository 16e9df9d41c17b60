using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>What a species looks like when nothing else is asked for.</summary>
internal static class NaturalDesign
{
    private static readonly Rgba[] Accents = [new(0xE8, 0x4F, 0x4A), new(0x3E, 0x8E, 0xDB), new(0xF5, 0xA9, 0x3B), new(0x2F, 0xA8, 0x8C),
        new(0x8A, 0x63, 0xD2), new(0xF0, 0x6A, 0x9B)];
    private static readonly Rgba[] Irises = [new(0x6B, 0x43, 0x2B), new(0x3F, 0x8F, 0x5B), new(0x3B, 0x7F, 0xC4), new(0x8A, 0x5A, 0x2F),
        new(0x7A, 0x5C, 0xC0)];
    private static readonly Rgba[] Skins = [new(0xFB, 0xD8, 0xBE), new(0xF2, 0xC3, 0x9B), new(0xD9, 0xA0, 0x72), new(0xA8, 0x70, 0x4A),
        new(0x7A, 0x4E, 0x36)];
    private static readonly Rgba[] Hair = [new(0x3A, 0x2A, 0x26), new(0x6B, 0x43, 0x2B), new(0xB8, 0x6B, 0x35), new(0xF0, 0xC8, 0x6E),
        new(0x2B, 0x2B, 0x38)];

    public static MascotDesign Of(Species species, MascotStyle style, Chance chance, Rgba? body = null)
    {
        var traits = Traits.Of(species);
        var own = chance.Of("body", traits.Body.AsSpan());
        var color = body ?? own;
        var person = traits.Plan == Plan.Person;
        return new()
        {
            Species = species,
            Style = style,
            Seed = chance.Seed,
            Body = color,
            Second = person ? chance.Of("skin", Skins) : Second(traits, color, asked: body is not null),
            Marks = person ? chance.Of("hair", Hair) : Marks(traits, color, asked: body is not null),
            Accent = Apart(chance, color),
            Eyes = chance.Of("eyes", Irises),
            LongHair = person && chance.Of("long hair", [true, false]),
            Build = new(chance.Near("head", 0.05f), chance.Near("ears", 0.12f), chance.Near("girth", 0.08f), 1, chance.Near("tail", 0.12f),
                chance.Near("eye size", 0.08f), chance.Near("eye spacing", 0.06f)),
        };
    }

    // A cat that is asked to be blue has a belly of light blue, not of cream.
    private static Rgba Second(Traits traits, Rgba body, bool asked)
    {
        var tone = Oklch.Of(body);
        var tint = (tone with { L = Math.Clamp(tone.L + (tone.L < 0.4f ? 0.3f : 0.22f), 0.5f, 0.965f), C = tone.C * 0.42f }).ToRgba();
        if (traits.Second is not { } natural) return tint;
        return asked && Oklch.Of(natural) is { C: > 0.02f, L: > 0.7f } ? tint : natural;
    }

    private static Rgba Marks(Traits traits, Rgba body, bool asked)
    {
        var tone = Oklch.Of(body);
        var deep = tone.L < 0.4f ? body.Lighter(0.25f) : (tone with { L = tone.L * 0.72f }).ToRgba();
        if (traits.Marks is not { } natural) return deep;
        // What is nearly black or white by nature stays; so does what would else be lost on the new colour.
        var near = Oklch.Of(natural);
        var same = Math.Abs(near.L - tone.L) < 0.12f && Math.Abs((near.H - tone.H + 540) % 360 - 180) < 40;
        return asked && same ? deep : natural;
    }

    private static Rgba Apart(Chance chance, Rgba body)
    {
        var hue = Oklch.Of(body) is { C: > 0.04f } tone ? tone.H : 400;
        var far = Accents.Where(accent => Math.Abs((Oklch.Of(accent).H - hue + 540) % 360 - 180) > 50).ToArray();
        return chance.Of("accent", far.Length > 0 ? far : Accents);
    }
}
