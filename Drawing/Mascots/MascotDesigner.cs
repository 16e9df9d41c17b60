using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>Makes designs from prompts.</summary>
public static class MascotDesigner
{
    // Whom a prompt gets that names nobody.
    private static readonly Species[] Favourites =
    [
        Species.Cat, Species.Dog, Species.Fox, Species.Bear, Species.Panda, Species.Rabbit, Species.Dragon, Species.Robot, Species.Owl,
            Species.Penguin, Species.Frog, Species.Unicorn, Species.Lion, Species.Tiger,
        Species.Octopus, Species.Koala, Species.Monster, Species.Slime, Species.Axolotl, Species.Raccoon, Species.Hedgehog,
            Species.Dinosaur, Species.RedPanda, Species.Chick,
    ];

    /// <summary>Reads a style word of the contract: kawaii, cartoon, flat, pixel, 3d, match_brand. Null: it is none.</summary>
    public static MascotStyle? StyleOf(string word) => word switch
    {
        "kawaii" => MascotStyle.Kawaii,
        "cartoon" => MascotStyle.Cartoon,
        "flat" => MascotStyle.Flat,
        "pixel" => MascotStyle.Pixel,
        "3d" => MascotStyle.Toy,
        "match_brand" => MascotStyle.Brand,
        _ => null,
    };

    /// <summary>
    /// The design that a prompt asks for: its species, colours, mood and accessories; what it leaves open follows from the prompt and the
    /// seed. Any text gives a design.
    /// </summary>
    /// <param name="brandColors">The brand's colours, the most important first; only <see cref="MascotStyle.Brand"/> takes them.</param>
    public static MascotDesign Design(string prompt, MascotStyle style, int seed = 0, IReadOnlyList<Rgba>? brandColors = null)
    {
        var asked = PromptReading.Of(prompt);
        var chance = new Chance(SeedOf(prompt, seed));
        var species = asked.Species ?? (asked.Outfit != Outfit.None && !asked.NotSpecies.Contains(Species.Person) ? Species.Person
            : chance.Of<Species>("species", Favourites.Where(favourite => !asked.NotSpecies.Contains(favourite)).ToArray()));
        var brand = style == MascotStyle.Brand ? brandColors?.Take(5).ToImmutableArray() ?? [] : [];
        var design = NaturalDesign.Of(species, style, chance, asked.Body);
        if (style == MascotStyle.Brand) design = BrandDesign.Of(design, brand, chance, asked.Body is not null);
        design = design with
        {
            Second = asked.Second ?? design.Second,
            Marks = asked.Marks ?? design.Marks,
            Eyes = asked.Eyes ?? design.Eyes,
            Mood = asked.Mood ?? (asked.Outfit is Outfit.Devil or Outfit.Pirate ? Mood.Cool : Mood.Happy),
            Outfit = asked.Outfit,
            Pattern = asked.Pattern ?? Pattern.Plain,
            LongHair = asked.LongHair ?? design.LongHair,
            Build = Times(design.Build, asked.Build),
        };
        return design with { Accessories = Accessories(asked, design) };
    }

    private static ImmutableArray<Accessory> Accessories(PromptReading asked, MascotDesign design)
    {
        Dictionary<Place, Accessory> worn = [];
        List<Accessory> held = [];
        foreach (var (kind, color) in Wardrobe.Of(asked.Outfit))
        {
            Put(kind, asked.Species is null && asked.Body is { } own
                && Wardrobe.PlaceOf(kind) is Place.Hat or Place.Clothes or Place.Back ? own : color);
        }

        if (asked.Mood == Mood.Cool) Put(AccessoryKind.Sunglasses, null);
        if (design.Style == MascotStyle.Brand && asked.Outfit == Outfit.None) Put(AccessoryKind.Bandana, design.Accent);
        foreach (var (kind, color) in asked.Accessories)
        {
            // "A wizard with a red hat" means the wizard's hat.
            var own = kind == AccessoryKind.TopHat && worn.TryGetValue(Place.Hat, out var hat) ? hat : null;
            Put(own?.Kind ?? kind, color ?? own?.Color);
        }

        return [.. worn.OrderBy(item => item.Key).Select(item => item.Value), .. held.TakeLast(2)];

        void Put(AccessoryKind kind, Rgba? color)
        {
            if (asked.NotAccessories.Any(not => not == kind || Generic(not, kind))) return;
            var item = new Accessory(kind, color ?? Wardrobe.ColorOf(kind) ?? design.Accent);
            var place = Wardrobe.PlaceOf(kind);
            if (place != Place.Hand) worn[place] = item;
            else if (held.RemoveAll(other => other.Kind == kind) >= 0) held.Add(item);
        }
    }

    // "No hat" denies all hats, "no glasses" dark ones too.
    private static bool Generic(AccessoryKind not, AccessoryKind kind) => not switch
    {
        AccessoryKind.TopHat => Wardrobe.PlaceOf(kind) == Place.Hat,
        AccessoryKind.Glasses => kind == AccessoryKind.Sunglasses,
        AccessoryKind.HeroMask => kind == AccessoryKind.NinjaMask,
        AccessoryKind.Scarf => kind == AccessoryKind.Bandana,
        _ => false,
    };

    private static Build Times(Build own, Build asked) => new(own.Head * asked.Head, own.Ears * asked.Ears, own.Girth * asked.Girth,
        own.Height * asked.Height, own.Tail * asked.Tail, own.EyeSize * asked.EyeSize,
        own.EyeSpacing * asked.EyeSpacing);

    // Of the prompt's code units, so that text which is no valid UTF-16 counts too.
    private static int SeedOf(string prompt, int seed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{seed}:"), .. MemoryMarshal.AsBytes(prompt.AsSpan().Trim())], hash);
        return BinaryPrimitives.ReadInt32LittleEndian(hash) & int.MaxValue;
    }
}
