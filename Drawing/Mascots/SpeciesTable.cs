using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>The traits of every species, a line each.</summary>
internal static class SpeciesTable
{
    public static FrozenDictionary<Species, Traits> All { get; } = new Dictionary<Species, Traits>
    {
        [Species.Cat] = Animal(HeadShape.Cheeks, Ears.Pointed, Muzzle.Nose, Tail.Cat, Markings.Tabby, Features.Whiskers, "F2A65A 8E8FA3 F4E3C8 E0A07A"),
        [Species.Dog] = Animal(HeadShape.Round, Ears.Floppy, Muzzle.Round, Tail.Cat, Markings.None, Features.None, "D9A066 C68A55 F0D2A0 B98B6A", "FFF1DC", "8A5A3C"),
        [Species.Fox] = Animal(HeadShape.Pointed, Ears.Pointed, Muzzle.Nose, Tail.Bushy, Markings.Cheeks, Features.None, "F07F3C E8722E F58E45", "FFF6EA", "5A3A32"),
        [Species.Wolf] = Animal(HeadShape.Pointed, Ears.Pointed, Muzzle.Nose, Tail.Bushy, Markings.Cheeks, Features.None, "7D8CA3 8A93A6 6F7C94", "F1F4F8", "4A5468"),
        [Species.Bear] = Animal(HeadShape.Round, Ears.Round, Muzzle.Round, Tail.Stub, Markings.None, Features.None, "A9714B B67D52 8F5E3F", "F3D9B8"),
        [Species.PolarBear] = Animal(HeadShape.Round, Ears.Round, Muzzle.Round, Tail.Stub, Markings.None, Features.None, "F3F6FA", "FFFFFF", "C9D3E0"),
        [Species.Panda] = Animal(HeadShape.Round, Ears.Round, Muzzle.Nose, Tail.Stub, Markings.Patches, Features.NoBelly, "FAFAF7", "FFFFFF", "33323D"),
        [Species.RedPanda] = Animal(HeadShape.Cheeks, Ears.Pointed, Muzzle.Round, Tail.Ringed, Markings.Mask, Features.None, "C8562F D1622F", "FFF4E4", "5C2B22"),
        [Species.Raccoon] = Animal(HeadShape.Cheeks, Ears.Pointed, Muzzle.Nose, Tail.Ringed, Markings.Mask, Features.None, "9AA0AC 8C919E", "F4F4F2", "3E4150"),
        [Species.Rabbit] = Animal(HeadShape.Round, Ears.Long, Muzzle.Nose, Tail.Puff, Markings.None, Features.BuckTeeth, "F6EFE8 E9D5C3 C9B8AF F7C9CF", "FFFFFF"),
        [Species.Hamster] = Animal(HeadShape.Cheeks, Ears.Small, Muzzle.Nose, Tail.Stub, Markings.White, Features.BuckTeeth, "F0B56B E9AE72", "FFF6E8"),
        [Species.Mouse] = Animal(HeadShape.Round, Ears.Wide, Muzzle.Nose, Tail.Thin, Markings.None, Features.Whiskers, "B6BBC8 C4B8B0 A8AEBD", "F3F1F2", "F2A9B5"),
        [Species.Squirrel] = Animal(HeadShape.Cheeks, Ears.Pointed, Muzzle.Nose, Tail.Curly, Markings.White, Features.BuckTeeth, "C77B43 B86B3B", "FBE8CF"),
        [Species.Koala] = Animal(HeadShape.Round, Ears.Fluffy, Muzzle.Nose, Tail.None, Markings.None, Features.None, "9DA6B5 A8B0BD", "F1F2F5", "3D4150"),
        [Species.Lion] = Animal(HeadShape.Round, Ears.Round, Muzzle.Puffs, Tail.Tuft, Markings.None, Features.Mane, "F5BD56 F2B24B", "FFE9C2", "B8622C"),
        [Species.Tiger] = Animal(HeadShape.Cheeks, Ears.Round, Muzzle.Puffs, Tail.Cat, Markings.Stripes, Features.Whiskers, "F59A3C F28C2E", "FFF5E6", "3A2A2A"),
        [Species.Leopard] = Animal(HeadShape.Cheeks, Ears.Round, Muzzle.Puffs, Tail.Cat, Markings.Rosettes, Features.Whiskers, "F2C368 EDBA5C", "FFF5E0", "6B4326"),
        [Species.Monkey] = Animal(HeadShape.Round, Ears.Side, Muzzle.Bare, Tail.Thin, Markings.Disk, Features.None, "8F5F43 9C6A48", "F4CFA6"),
        [Species.Pig] = Animal(HeadShape.Round, Ears.Leaf, Muzzle.Snout, Tail.Curl, Markings.None, Features.NoBelly, "F7B2BD F5A8B8", "FBD0D6", "E58A9B"),
        [Species.Cow] = Animal(HeadShape.Long, Ears.Horns, Muzzle.Broad, Tail.Tuft, Markings.Blotches, Features.NoBelly, "FBFAF6", "F6BFC0", "3B3A44"),
        [Species.Sheep] = Animal(HeadShape.Long, Ears.Leaf, Muzzle.Nose, Tail.Puff, Markings.None, Features.Wool | Features.NoBelly, "FBF7EF", "F0D9C4", "6A5A5A"),
        [Species.Goat] = Animal(HeadShape.Long, Ears.Horns, Muzzle.Nose, Tail.Stub, Markings.White, Features.None, "E5DCCF C9B39A", "FFFDF8", "7A6A5C"),
        [Species.Horse] = Animal(HeadShape.Long, Ears.Small, Muzzle.Broad, Tail.Hair, Markings.None, Features.LongHair, "A9683F C08450", "E7C6A4", "4E2F22"),
        [Species.Zebra] = Animal(HeadShape.Long, Ears.Small, Muzzle.Broad, Tail.Hair, Markings.Stripes, Features.LongHair, "F7F7F5", "5A5A66", "2F2F38"),
        [Species.Unicorn] = Animal(HeadShape.Long, Ears.Small, Muzzle.Broad, Tail.Hair, Markings.None, Features.Horn | Features.LongHair, "FBF5FF F5F0FF", "FBE0EC", "C58BEA"),
        [Species.Deer] = Animal(HeadShape.Long, Ears.Antlers, Muzzle.Nose, Tail.Stub, Markings.White, Features.None, "C68B58 B87F4E", "FBE9D2", "7C5236"),
        [Species.Elephant] = Animal(HeadShape.Round, Ears.Flaps, Muzzle.Trunk, Tail.Thin, Markings.None, Features.None, "93A5BE 9FB0C4", "C7D3E0"),
        [Species.Rhino] = Animal(HeadShape.Long, Ears.Small, Muzzle.Broad, Tail.Thin, Markings.None, Features.NoseHorn, "97A0AD", "B9C1CB", "EFE9DC"),
        [Species.Hippo] = Animal(HeadShape.Cheeks, Ears.Small, Muzzle.Broad, Tail.Stub, Markings.None, Features.Teeth, "A995B8 9E8CB0", "D3BFD6"),
        [Species.Giraffe] = Animal(HeadShape.Long, Ears.Ossicones, Muzzle.Broad, Tail.Tuft, Markings.Rosettes, Features.None, "F4CE72 F0C866", "FFEFC9", "B0713A"),
        [Species.Hedgehog] = Animal(HeadShape.Cheeks, Ears.Small, Muzzle.Nose, Tail.None, Markings.None, Features.Quills, "F2D3B0 EFCFAE", "FBE8D0", "7B5843"),
        [Species.Sloth] = Animal(HeadShape.Round, Ears.None, Muzzle.Nose, Tail.None, Markings.Mask, Features.Claws, "A98B6F B29478", "EBD9BE", "6E5643"),
        [Species.Otter] = Animal(HeadShape.Cheeks, Ears.Small, Muzzle.Puffs, Tail.Thick, Markings.White, Features.Whiskers, "8A6248 946A4D", "F0DBC2"),
        [Species.Beaver] = Animal(HeadShape.Round, Ears.Small, Muzzle.Round, Tail.Flat, Markings.None, Features.BuckTeeth, "94623F A06C46", "E6C49D", "54382B"),
        [Species.Skunk] = Animal(HeadShape.Cheeks, Ears.Small, Muzzle.Nose, Tail.Bushy, Markings.Blaze, Features.None, "3C3B47", "FFFFFF", "FAFAFA"),
        [Species.Bat] = Animal(HeadShape.Round, Ears.Bat, Muzzle.Nose, Tail.None, Markings.None, Features.Wings | Features.Teeth, "6B5B8C 7A6799", "B5A3CF", "4A3D68"),
        [Species.Kangaroo] = Animal(HeadShape.Long, Ears.Long, Muzzle.Nose, Tail.Thick, Markings.None, Features.None, "C58A5A", "F5DDBF"),
        [Species.Llama] = Animal(HeadShape.Long, Ears.Long, Muzzle.Nose, Tail.Puff, Markings.None, Features.Wool, "F2E3CC D9B48C", "FFF8EC"),
        [Species.Dragon] = Animal(HeadShape.Round, Ears.Horns, Muzzle.Broad, Tail.Thick, Markings.Bands, Features.Wings | Features.Spikes, "5CB88A 6FBF73 9B7BD8 E06A5B", "FBE7A8", "F4A94E"),
        [Species.Dinosaur] = Animal(HeadShape.Round, Ears.None, Muzzle.Broad, Tail.Thick, Markings.Bands, Features.Spikes | Features.Teeth, "78C26D 63B98C 7FB6E0", "F3F2B8", "F28C57"),
        [Species.Crocodile] = Animal(HeadShape.Frog, Ears.None, Muzzle.Broad, Tail.Thick, Markings.Bands, Features.Spikes | Features.Teeth, "5EA45A 6BAF5E", "E4EDAF", "3F7A45"),
        [Species.Frog] = Animal(HeadShape.Frog, Ears.None, Muzzle.Bare, Tail.None, Markings.None, Features.None, "7CC85A 6CBF63", "E9F7C4"),
        [Species.Turtle] = Animal(HeadShape.Round, Ears.None, Muzzle.Bare, Tail.Stub, Markings.Bands, Features.Shell, "8FCB7B 7FC48A", "F4E6A9", "5E8C4A"),
        [Species.Lizard] = Animal(HeadShape.Round, Ears.Fins, Muzzle.Bare, Tail.Curly, Markings.Bands, Features.Crest, "6CC7A3 7BC96B", "E5F5C2", "E8894E"),
        [Species.Snake] = Animal(HeadShape.Round, Ears.None, Muzzle.Bare, Tail.Curly, Markings.Rosettes, Features.Teeth, "7DBB55 8BBF5A", "EDF3BD", "4C7F39"),
        [Species.Penguin] = Bird(Ears.None, Muzzle.Beak, Tail.None, Markings.Disk, Features.None, "3F4A66 394560", "FFFFFF", "F7A53B"),
        [Species.Owl] = Bird(Ears.Tufts, Muzzle.Beak, Tail.Feathers, Markings.Disk, Features.BigEyes, "9A7356 8A6E9E 7F8FB0", "F6E6CC", "F2A541"),
        [Species.Duck] = Bird(Ears.None, Muzzle.Bill, Tail.Feathers, Markings.None, Features.Crest, "FFD94F FFFFFF", null, "F79A3B"),
        [Species.Chick] = Bird(Ears.None, Muzzle.Beak, Tail.None, Markings.None, Features.Crest, "FFE16B FFDB5C", null, "F79A3B"),
        [Species.Chicken] = Bird(Ears.None, Muzzle.Beak, Tail.Feathers, Markings.None, Features.Comb, "FFF8EE F3DDC0", null, "F5A53A"),
        [Species.Parrot] = Bird(Ears.None, Muzzle.Hook, Tail.Feathers, Markings.Disk, Features.Crest, "E8483F 3FB36B 3E8EDB", "FFF3E0", "F5C542"),
        [Species.Eagle] = Bird(Ears.None, Muzzle.Hook, Tail.Feathers, Markings.Cheeks, Features.Crest, "6B4A36 5E4333", "FFFFFF", "F6B73C"),
        [Species.Bird] = Bird(Ears.None, Muzzle.Beak, Tail.Feathers, Markings.None, Features.Crest, "5AA9E6 F27D72 66C2A5", null, "F7A53B"),
        [Species.Flamingo] = Bird(Ears.None, Muzzle.Hook, Tail.Feathers, Markings.None, Features.Crest, "F78FB0 F77FA3", null, "4A3A45"),
        [Species.Shark] = Animal(HeadShape.Shark, Ears.None, Muzzle.Bare, Tail.Fish, Markings.White, Features.DorsalFin | Features.Teeth, "6E8FB3 7B9CC0", "F6FAFD", "587699"),
        [Species.Whale] = Animal(HeadShape.Round, Ears.None, Muzzle.Bare, Tail.Fish, Markings.White, Features.None, "4F86C6 5B93D0", "EAF4FC", "7FC7F0"),
        [Species.Fish] = Animal(HeadShape.Round, Ears.Fins, Muzzle.Bare, Tail.Fish, Markings.Bands, Features.DorsalFin, "F78C3B 4FB3D9", "FFF4DD", "FFFFFF"),
        [Species.Octopus] = Thing(Features.Tentacles, "B48BE0 F08BA8 E8735A", "F3C6DA"),
        [Species.Crab] = Thing(Features.Claws, "F0654C EE7155", "FFC9A8"),
        [Species.Axolotl] = Animal(HeadShape.Cheeks, Ears.Gills, Muzzle.Bare, Tail.Thick, Markings.None, Features.None, "F9B8C4 FBC4CC", "FFE5E6", "F0708C"),
        [Species.Snail] = Animal(HeadShape.Round, Ears.Antennae, Muzzle.Bare, Tail.None, Markings.None, Features.Shell, "F3D9A0 E8D2A6", "FFF2D4", "C98552"),
        [Species.Bee] = Animal(HeadShape.Round, Ears.Antennae, Muzzle.Bare, Tail.Stinger, Markings.Stripes, Features.Wings | Features.NoBelly, "FFCF40 FFC93A", "FFE9A6", "3C2F2F"),
        [Species.Ladybug] = Animal(HeadShape.Round, Ears.Antennae, Muzzle.Bare, Tail.None, Markings.None, Features.Shell, "3D3A44", "57535F", "E8433F"),
        [Species.Butterfly] = Animal(HeadShape.Round, Ears.Antennae, Muzzle.Bare, Tail.None, Markings.Bands, Features.Wings, "7A6FB0 6A8FC7", "D6CDF2", "F28FC0"),
        [Species.Ghost] = Thing(Features.Floating, "F7F8FF EEF3FF"),
        [Species.Alien] = Animal(HeadShape.Bulb, Ears.Antennae, Muzzle.Bare, Tail.None, Markings.None, Features.NoBelly, "8EDB6A 7FD6A8 A98BE8", null, "3A2F5B"),
        [Species.Monster] = Animal(HeadShape.Round, Ears.Horns, Muzzle.Bare, Tail.Thick, Markings.Rosettes, Features.OneEye | Features.Teeth, "8C6FE0 5BB8D9 6CC47B F07FA8", null, "F7C34B"),
        [Species.Robot] = Animal(HeadShape.Square, Ears.Bolts, Muzzle.Bare, Tail.None, Markings.None, Features.Visor | Features.NoBelly, "B9C6D6 8FB6E0 F2F5F8 F2A65A", "2E3A4F", "4FD6E8"),
        [Species.Slime] = Thing(Features.None, "6FD39A 5CC6E0 C88BE8"),
        [Species.Person] = new(Plan.Person, HeadShape.Round, Ears.Human, Muzzle.Bare, Tail.None, Markings.None, Features.None, Colors("4C8BE0 E0645A 5BB88A 8E6FD0 F2A541"), null, null),
        [Species.Star] = Thing(Features.None, "FFD24A FFCB3D"),
        [Species.Cloud] = Thing(Features.None, "F4F9FF E3F0FF"),
        [Species.Sun] = Thing(Features.None, "FFC93C FFBE2E", null, "FF9D2E"),
        [Species.Moon] = Thing(Features.None, "FBE9A9 E7E3F7", null, "E2C878"),
        [Species.Cup] = Thing(Features.None, "FFFFFF F06A5F 5AA9E6 F5C06B", null, "7A4A30"),
        [Species.Cactus] = Thing(Features.None, "6DBE72 5FB07E", null, "D9794F"),
        [Species.Plant] = Thing(Features.None, "E08E5F D9794F", null, "6DBE72"),
        [Species.Rocket] = Thing(Features.None, "F4F6FA E9EEF5", null, "F0564A"),
        [Species.Mushroom] = Thing(Features.None, "E8493F EC6A5A", "FFF1DD", "FFFFFF"),
        [Species.Heart] = Thing(Features.None, "F2597A F0466B"),
        [Species.Pumpkin] = Thing(Features.None, "F58B2E F08022", null, "5E8C4A"),
        [Species.Donut] = Thing(Features.None, "F79CC0 8C5A3C", "E5B678", "FFFFFF"),
        [Species.LightBulb] = Thing(Features.None, "FFE071 FFD95C", null, "8F9BAD"),
        [Species.Flame] = Thing(Features.None, "FF7A3C F5623A", "FFD766"),
        [Species.Drop] = Thing(Features.None, "5BB8F0 4FA8E8"),
        [Species.Egg] = Thing(Features.None, "FFF6E6 F8E3C8"),
        [Species.Apple] = Thing(Features.None, "E8493F 7CC85A", null, "5E9A4A"),
        [Species.Snowman] = Thing(Features.None, "F6FAFF", null, "F58B2E"),
        [Species.Box] = Thing(Features.None, "D9A871 CF9C64", null, "F2D7AE"),
        [Species.Planet] = Thing(Features.None, "8E7FE0 5AA9E6 F28C57", null, "F7CF7A"),
    }.ToFrozenDictionary();

    private static Traits Animal(HeadShape head, Ears ears, Muzzle muzzle, Tail tail, Markings markings, Features features, string body, string? second = null, string? marks = null) =>
        new(Plan.Animal, head, ears, muzzle, tail, markings, features, Colors(body), Color(second), Color(marks));

    private static Traits Bird(Ears ears, Muzzle muzzle, Tail tail, Markings markings, Features features, string body, string? second, string marks) =>
        new(Plan.Bird, HeadShape.Round, ears, muzzle, tail, markings, features, Colors(body), Color(second), Color(marks));

    private static Traits Thing(Features features, string body, string? second = null, string? marks = null) =>
        new(Plan.Thing, HeadShape.Special, Ears.None, Muzzle.Bare, Tail.None, Markings.None, features | Features.NoBelly, Colors(body), Color(second), Color(marks));

    private static ImmutableArray<Rgba> Colors(string words) => [.. words.Split(' ').Select(word => Color(word)!.Value)];

    private static Rgba? Color(string? hex) => hex is null ? null : int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var value
        ? new Rgba((byte)(value >> 16), (byte)(value >> 8), (byte)value) : null;
}
