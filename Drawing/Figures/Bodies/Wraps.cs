using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>What is wrapped and tied: a robe with wide sleeves, the suit of a martial art, a monk's habit.</summary>
internal static class Wraps
{
    public static void Traditional(Sculpture figure, Dice dice)
    {
        var (main, sash, under) = dice.Of([("7C2F3E", "D8B25A", "F0E8DA"), ("2E4A6B", "C8743C", "EFE9DF"), ("3F5D4A", "A8324A", "F2EBDC"),
            ("5B3E6E", "D9C07A", "EDE5D8")]);
        var cloth = Wardrobe.Cloth(main, 0.14f);
        Garments.Top(figure, cloth, 0.016f, 0, Sculpture.Coat);
        Garments.WideSleeves(figure, cloth, 0.05f);
        Garments.Skirt(figure, cloth, 0.8f, 0.07f, Sculpture.Coat);
        Garments.Belt(figure, Wardrobe.Cloth(sash, 0.25f), 0.12f, 0.026f);
        Crossed(figure, Wardrobe.Cloth(under), Wardrobe.Cloth(sash, 0.2f));
        Garments.Shoes(figure, Wardrobe.Cloth("F0ECE2"), Wardrobe.Cloth("6B4A30"));
    }

    public static void Martial(Sculpture figure, Dice dice)
    {
        var cloth = Wardrobe.Cloth(dice.Of(["F1EEE6", "E9E6DE", "23252B"]));
        Garments.Trousers(figure, cloth, 0.02f, 1.85f);
        Garments.Top(figure, cloth, 0.018f, 1.55f, Sculpture.Coat, -0.14f);
        Garments.Belt(figure, Wardrobe.Cloth(dice.Of(["17171A", "8A5A2E", "2F5FA3", "A3283A"])), 0.042f, 0.026f);
        Crossed(figure, cloth with { Color = cloth.Color * 0.8f }, cloth with { Color = cloth.Color * 0.75f });
    }

    // The front edges of what is wrapped, left over right.
    private static void Crossed(Sculpture figure, Surface under, Surface edge)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        var depth = 0.157f * bones.Build.Chest + 0.024f * bones.Build.Bust;
        figure.Add(BodyPart.Chest, Sculpture.Trim,
            RoundCone.Between(bones.InChest(0, 0.16f, depth - 0.05f), bones.InChest(0, 0.06f, depth - 0.004f), 0.04f * size, 0.008f * size,
                under, 0, Front(bones), 0.3f),
            RoundCone.Between(bones.InChest(-0.06f, 0.16f, depth - 0.06f), bones.InChest(0.035f, -0.06f, depth + 0.006f), 0.02f * size,
                0.014f * size, edge, 0, Front(bones), 0.55f),
            RoundCone.Between(bones.InChest(0.06f, 0.16f, depth - 0.06f), bones.InChest(-0.045f, -0.06f, depth + 0.01f), 0.02f * size,
                0.014f * size, edge, 0, Front(bones), 0.55f));
    }

    public static void Robe(Sculpture figure, Dice dice)
    {
        var color = dice.Of(["4A3550", "33405C", "6B3B2C", "3E4A3B", "7A6A52"]);
        var cloth = Wardrobe.Cloth(color);
        Garments.Top(figure, cloth, 0.018f, 0, Sculpture.Coat);
        Garments.WideSleeves(figure, cloth, 0.065f);
        Garments.Skirt(figure, cloth, 0.88f, 0.14f, Sculpture.Coat);
        Garments.Belt(figure, Wardrobe.Cloth("B89B5E", 0.2f), 0.03f, 0.03f);
        Mantles.Hood(figure, cloth);
        Garments.Shoes(figure, Wardrobe.Cloth("3A2A1E", 0.2f), Wardrobe.Cloth("241A13"));
    }

    private static Vector3 Front(Skeleton bones) => Vector3.Transform(Vector3.UnitZ, bones.ChestTurn);
}
