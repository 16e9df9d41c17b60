using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>A suit: jacket with lapels, white shirt, and a tie or a skirt.</summary>
internal static class Suit
{
    public static void Add(Sculpture figure, bool feminine, Dice dice)
    {
        var (suit, tie) = dice.Of([("252A36", "8E2F3C"), ("4A4E57", "2F4E7C"), ("1F2F4D", "B48A3C"), ("3A2F2A", "3F6B57"),
            ("17181C", "17181C")]);
        var cloth = Wardrobe.Cloth(suit, 0.1f);
        var bones = figure.Skeleton;
        var size = bones.Size;
        Garments.Top(figure, cloth, 0.02f, 1.92f, Sculpture.Coat, -0.13f);
        if (feminine) Garments.Skirt(figure, cloth, 0.46f, 0.03f);
        else Garments.Trousers(figure, cloth, 0.011f, 1.98f);
        Jacket(figure, cloth);
        Garments.Shoes(figure, new Surface(Looks.Linear("15120F"), 0.7f), new Surface(Looks.Linear("0C0B0A"), 0.3f));
        // The shirt's opening, its collar and the tie lie on the jacket's front.
        var shirt = Wardrobe.Cloth("F4F3EF", 0.08f);
        var depth = 0.15f * bones.Build.Chest + 0.022f * bones.Build.Bust;
        figure.Add(BodyPart.Chest, Sculpture.Trim,
            RoundCone.Between(bones.InChest(0, 0.15f, depth - 0.05f), bones.InChest(0, -0.015f, depth - 0.004f), 0.046f * size,
                0.01f * size, shirt, 0, Front(bones), 0.32f),
            RoundCone.Between(bones.NeckBase + Up(bones) * 0.012f, bones.NeckBase + Up(bones) * 0.036f + Front(bones) * 0.006f,
                0.064f * size, 0.06f * size, shirt, 0.01f) with
            { CutLow = -0.012f, CutHigh = 0.03f });
        if (feminine) return;
        var silk = new Surface(Looks.Linear(tie), 0.4f);
        figure.Add(BodyPart.Chest, Sculpture.Prop,
            RoundCone.Between(bones.InChest(0, 0.162f, depth - 0.036f), bones.InChest(0, 0.146f, depth - 0.03f), 0.016f * size,
                0.01f * size, silk, 0, Front(bones), 0.7f),
            RoundCone.Between(bones.InChest(0, 0.142f, depth - 0.031f), bones.InChest(0, -0.005f, depth + 0.008f), 0.01f * size,
                0.019f * size, silk, 0.004f, Front(bones), 0.45f));
    }

    private static void Jacket(Sculpture figure, Surface cloth)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        var dark = cloth with { Color = cloth.Color * 0.72f };
        var depth = 0.154f * bones.Build.Chest + 0.022f * bones.Build.Bust;
        foreach (var side in (ReadOnlySpan<float>)[1, -1])
        {
            figure.Add(BodyPart.Chest, RoundCone.Between(bones.InChest(side * 0.062f, 0.145f, depth - 0.05f),
                bones.InChest(side * 0.008f, -0.035f, depth + 0.003f), 0.024f * size, 0.013f * size, dark, 0, Front(bones), 0.4f),
                Sculpture.Trim);
        }

        for (var button = 0; button < 2; button++)
        {
            figure.Add(BodyPart.Chest, RoundCone.Ellipsoid(bones.InChest(0, -0.075f - 0.055f * button,
                0.13f * bones.Build.Waist + bones.Build.Belly * 0.5f + 0.006f), bones.ChestTurn, new Vector3(0.008f) * size,
                new Surface(Looks.Linear("C9B37A"), 0.8f, 0.6f), 0), Sculpture.Trim);
        }
    }

    private static Vector3 Front(Skeleton bones) => Vector3.Transform(Vector3.UnitZ, bones.ChestTurn);

    private static Vector3 Up(Skeleton bones) => Vector3.Transform(Vector3.UnitY, bones.ChestTurn) * bones.Size;
}
