using Platform.Drawing.Colors;
using Platform.Drawing.Mascots.Inks;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>The colour of each region of a mascot, in the tones of its style.</summary>
internal sealed record Coat(Rgba Head, Rgba Torso, Rgba Sleeve, Rgba Hand, Rgba Leg, Rgba Foot, Rgba Second, Rgba Marks, Rgba Inner,
    Rgba Nose, Rgba Accent, Rgba Eyes)
{
    public static Coat Of(MascotDesign design, Traits traits, Ink ink)
    {
        var body = ink.Tone(design.Body);
        var second = ink.Tone(design.Second);
        var marks = ink.Tone(design.Marks);
        var accent = ink.Tone(design.Accent);
        var inner = Oklch.Of(body) is { L: < 0.97f, C: > 0.02f } tone && tone.H is > 60 and < 330
            ? body.Mix(ink.Tone(new(0xF7, 0xB4, 0xA8)), 0.55f)
            : ink.Tone(new(0xF7, 0xA8, 0xB4));
        var coat = new Coat(body, body, body, body, body, body, second, marks, inner, ink.Tone(new(0x4A, 0x34, 0x3A)), accent,
            ink.Tone(design.Eyes));
        if (traits.Has(Features.Wool)) coat = coat with { Head = second, Hand = marks, Foot = marks, Second = second };
        coat = design.Species switch
        {
            Species.Person => coat with
            {
                Head = second,
                Hand = second,
                Leg = ink.Tone(design.Body.Darker(0.5f).Vivid(0.6f)),
                Foot = ink.Tone(design.Accent),
                Inner = second.Darker(0.12f),
                Nose = second.Darker(0.16f)
            },
            Species.Panda => coat with { Sleeve = marks, Hand = marks, Leg = marks, Foot = marks },
            Species.Fox or Species.RedPanda or Species.Raccoon or Species.Goat => coat with { Hand = marks, Foot = marks },
            Species.Cow or Species.Horse or Species.Zebra or Species.Unicorn or Species.Deer => coat with { Hand = marks, Foot = marks },
            Species.Pig => coat with { Hand = marks, Foot = marks, Inner = marks, Nose = marks.Darker(0.25f) },
            Species.Rabbit or Species.Mouse or Species.Koala => coat with
            {
                Nose = design.Species == Species.Koala ? marks
                : ink.Tone(new(0xF0, 0x8C, 0x9C))
            },
            Species.Cat => coat with { Nose = ink.Tone(new(0xEE, 0x86, 0x92)) },
            Species.Monkey => coat with { Hand = second, Foot = second, Inner = second },
            Species.Elephant => coat with { Foot = body.Darker(0.12f) },
            Species.Robot => coat with { Sleeve = body.Darker(0.28f), Leg = body.Darker(0.28f), Hand = body, Foot = body },
            Species.Ladybug => coat with { Hand = body, Foot = body },
            Species.Snowman => coat with { Sleeve = ink.Tone(new(0x7A, 0x52, 0x3A)), Hand = ink.Tone(new(0x7A, 0x52, 0x3A)) },
            Species.Bee => coat with { Sleeve = marks, Hand = marks, Leg = marks, Foot = marks },
            _ => coat,
        };
        if (traits.Plan == Plan.Bird) coat = coat with { Leg = marks, Foot = marks };
        if (traits.Plan == Plan.Thing
            && design.Species is not (Species.Octopus or Species.Slime or Species.Ghost or Species.Crab or Species.Snowman))
        {
            coat = Limbs(coat, design, ink);
        }

        // Without lines, limbs are told from the torso by their tone.
        if (design.Style == MascotStyle.Flat)
        {
            coat = coat with
            {
                Sleeve = Aside(coat.Sleeve, coat),
                Hand = Aside(coat.Hand, coat),
                Leg = Aside(coat.Leg, coat),
                Foot = Aside(coat.Foot, coat)
            };
        }

        return Dressed(coat, design, ink, accent);
    }

    private static Rgba Aside(Rgba limb, Coat coat) => limb == coat.Torso ? limb.Lightness() < 0.35f ? limb.Lighter(0.12f)
        : limb.Darker(0.08f) : limb;

    // Things have limbs of another tone, so that these can be seen before them.
    private static Coat Limbs(Coat coat, MascotDesign design, Ink ink)
    {
        var limb = design.Body.Lightness() > 0.8f ? ink.Tone(design.Body.Darker(0.24f).Vivid(1.2f)) : ink.Tone(design.Body.Darker(0.22f));
        return coat with { Sleeve = limb, Hand = design.Style == MascotStyle.Cartoon ? new(255, 255, 255) : limb, Leg = limb, Foot = limb };
    }

    private static Coat Dressed(Coat coat, MascotDesign design, Ink ink, Rgba accent)
    {
        if (design.Style == MascotStyle.Cartoon && design.Species is Species.Mouse or Species.Robot)
        {
            coat = coat with
            {
                Hand = new(255, 255,
                255)
            };
        }

        if (design.Style == MascotStyle.Brand && design.Species != Species.Person) coat = coat with { Foot = accent };
        foreach (var worn in design.Accessories)
        {
            var color = ink.Tone(worn.Color);
            coat = worn.Kind switch
            {
                AccessoryKind.Shirt or AccessoryKind.Hoodie or AccessoryKind.Coat => coat with { Torso = color, Sleeve = color },
                AccessoryKind.Robe => coat with { Torso = color, Sleeve = color, Leg = color },
                AccessoryKind.Armor => coat with { Torso = color, Sleeve = color, Leg = color, Foot = color.Darker(0.2f) },
                AccessoryKind.SpaceHelmet => coat with
                {
                    Torso = Suit(ink),
                    Sleeve = Suit(ink),
                    Leg = Suit(ink),
                    Hand = color,
                    Foot = color
                },
                _ => coat,
            };
        }

        return design.Outfit switch
        {
            Outfit.Ninja => coat with
            {
                Torso = ink.Tone(new(0x35, 0x36, 0x48)),
                Sleeve = ink.Tone(new(0x35, 0x36, 0x48)),
                Leg = ink.Tone(new(0x35, 0x36, 0x48)),
                Foot = ink.Tone(new(0x35, 0x36, 0x48))
            },
            Outfit.Santa => coat with { Leg = coat.Torso, Foot = ink.Tone(new(0x3A, 0x30, 0x36)) },
            _ => coat,
        };
    }

    private static Rgba Suit(Ink ink) => ink.Tone(new(0xF2, 0xF4, 0xF8));
}
