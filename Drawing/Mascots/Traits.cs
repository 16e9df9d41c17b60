using System.Collections.Immutable;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>How a body is put together: with a neck, or all head; with wings for arms; with clothes.</summary>
internal enum Plan { Animal, Bird, Thing, Person }

internal enum HeadShape { Round, Cheeks, Pointed, Square, Long, Frog, Bulb, Drop, Shark, Special }

internal enum Ears
{
    None, Pointed, Small, Wide, Floppy, Round, Side, Fluffy, Long, Leaf, Horns, Antlers, Antennae, Tufts, Bolts, Fins,
    Gills, Flaps, Ossicones, Bat, Human
}

internal enum Muzzle { Bare, Nose, Puffs, Round, Snout, Broad, Beak, Bill, Hook, Trunk }

internal enum Tail { None, Cat, Bushy, Ringed, Stub, Puff, Curl, Thick, Thin, Tuft, Hair, Fish, Feathers, Stinger, Flat, Curly }

internal enum Markings { None, Tabby, Blaze, White, Patches, Mask, Stripes, Rosettes, Disk, Bands, Cheeks, Blotches, Spines }

[Flags]
internal enum Features
{
    None = 0, Mane = 1, Horn = 2, Spikes = 4, Wings = 8, Shell = 16, Wool = 32, Quills = 64, Comb = 128, Crest = 256, NoseHorn = 512,
    Tentacles = 1024, Floating = 2048, Teeth = 4096,
    NoBelly = 8192, Claws = 16384, DorsalFin = 32768, Whiskers = 65536, Hump = 131072, Visor = 262144, BuckTeeth = 524288,
    LongHair = 1048576, BigEyes = 2097152, OneEye = 4194304,
}

/// <summary>What all of one species have.</summary>
/// <param name="Body">The colours that it has by nature; the design takes one.</param>
/// <param name="Second">Its belly and muzzle; null: a light tint of the body.</param>
/// <param name="Marks">Its markings, wings, beak or hair; null: a darker body.</param>
internal sealed record Traits(Plan Plan, HeadShape Head, Ears Ears, Muzzle Muzzle, Tail Tail, Markings Markings, Features Features,
    ImmutableArray<Rgba> Body, Rgba? Second = null, Rgba? Marks = null)
{
    public bool Has(Features features) => (Features & features) != 0;

    public static Traits Of(Species species) => SpeciesTable.All[species];
}
