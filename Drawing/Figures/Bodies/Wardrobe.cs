using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>Dresses a figure as one word of the vocabulary says, in colours that chance chooses among those that go together.</summary>
internal static class Wardrobe
{
    public static void Dress(Sculpture figure, string clothing, FigureSpec spec, Dice dice)
    {
        var feminine = spec.GenderPresentation == "feminine";
        switch (clothing)
        {
            case "formal": Formal(figure, feminine, dice); break;
            case "athletic": Athletic(figure, feminine, dice); break;
            case "sport": Sport(figure, dice); break;
            case "ballet": Ballet(figure, feminine, dice); break;
            case "minimal": Minimal(figure, dice); break;
            case "traditional": Traditional(figure, dice); break;
            case "martial": Martial(figure, dice); break;
            case "fantasy": Fantasy(figure, dice); break;
            case "robe": Robe(figure, dice); break;
            case "armor": Armor.Add(figure, dice); break;
            case "sci-fi": SpaceSuit.Add(figure, dice); break;
            case "anon": Joints(figure); break;
            default: Casual(figure, feminine, dice); break;
        }
    }

    internal static Surface Cloth(string hex, float gloss = 0.06f) => new(Looks.Linear(hex), gloss, Grain: Grain.Cloth);

    private static void Casual(Sculpture figure, bool feminine, Dice dice)
    {
        var (top, bottom) = dice.Of([("C8553D", "3C5476"), ("4F7C6C", "4A4F5C"), ("E3DCCB", "33507A"), ("D9A441", "39445A"),
            ("6A7FB0", "5B5146"), ("B5646E", "44597A")]);
        Garments.Top(figure, Cloth(top), 0.021f, dice.Of([0.52f, 0.52f, 1.92f]), Sculpture.Coat);
        if (feminine && dice.Next() < 0.3f) Garments.Skirt(figure, Cloth(bottom), 0.42f, 0.2f);
        else Garments.Trousers(figure, Cloth(bottom), 0.011f, 1.97f);
        Garments.Shoes(figure, Cloth(dice.Of(["E8E6E1", "2E3138", "8A5A3B"]), 0.15f), Cloth("F2F0EA", 0.1f));
    }

    private static void Formal(Sculpture figure, bool feminine, Dice dice)
    {
        var (suit, tie) = dice.Of([("252A36", "8E2F3C"), ("4A4E57", "2F4E7C"), ("1F2F4D", "B48A3C"), ("3A2F2A", "3F6B57"),
            ("17181C", "17181C")]);
        var cloth = Cloth(suit, 0.1f);
        var bones = figure.Skeleton;
        var size = bones.Size;
        Garments.Top(figure, cloth, 0.02f, 1.92f, Sculpture.Coat, -0.13f);
        if (feminine) Garments.Skirt(figure, cloth, 0.46f, 0.03f);
        else Garments.Trousers(figure, cloth, 0.011f, 1.98f);
        Jacket(figure, cloth);
        Garments.Shoes(figure, new Surface(Looks.Linear("15120F"), 0.7f), new Surface(Looks.Linear("0C0B0A"), 0.3f));
        // The shirt's opening, its collar and the tie lie on the jacket's front.
        var shirt = Cloth("F4F3EF", 0.08f);
        var depth = 0.15f * bones.Build.Chest + 0.022f * bones.Build.Bust;
        figure.Add(BodyPart.Chest, Sculpture.Trim,
            RoundCone.Between(bones.InChest(0, 0.15f, depth - 0.05f), bones.InChest(0, -0.015f, depth - 0.004f), 0.046f * size,
                0.01f * size, shirt, 0, Front(bones), 0.32f),
            RoundCone.Between(bones.NeckBase + Up(bones) * 0.012f, bones.NeckBase + Up(bones) * 0.036f + Front(bones) * 0.006f,
                0.064f * size, 0.06f * size, shirt, 0.01f) with { CutLow = -0.012f, CutHigh = 0.03f });
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

    private static void Athletic(Sculpture figure, bool feminine, Dice dice)
    {
        var (top, bottom) = dice.Of([("2C9C8F", "24272E"), ("D64C6F", "2B2F3A"), ("F08A3C", "263246"), ("6C5CC4", "22252C")]);
        Garments.Top(figure, Cloth(top, 0.14f), 0.006f, 0, hem: feminine ? null : 0.02f, drape: 0.04f);
        Garments.Trousers(figure, Cloth(bottom, 0.18f), 0.005f, dice.Of([0.45f, 1.9f]));
        Garments.Belt(figure, Cloth(bottom, 0.18f), 0.035f, 0.012f);
        Garments.Shoes(figure, Cloth(top, 0.2f), Cloth("F4F4F2", 0.1f));
    }

    private static void Sport(Sculpture figure, Dice dice)
    {
        var (main, second) = dice.Of([("C6283A", "F1EFEA"), ("2458A8", "F2C230"), ("1F7A4D", "F1EFEA"), ("F2F0EA", "20324F")]);
        Garments.Top(figure, Cloth(main), 0.019f, 0.6f, Sculpture.Coat);
        Garments.Trousers(figure, Cloth(second), 0.014f, 0.62f);
        foreach (var (leg, foot) in Garments.FeetOf(figure))
        {
            var shin = leg.Middle - leg.End;
            figure.Add(foot, RoundCone.Between(leg.End, leg.End + shin * 0.9f, 0.041f * figure.Skeleton.Size,
                0.062f * figure.Skeleton.Build.Girth * figure.Skeleton.Size, Cloth(main), 0.02f) with { CutHigh = shin.Length() * 0.62f },
                Sculpture.Under);
        }

        Garments.Shoes(figure, Cloth("1E2025", 0.4f), Cloth(second, 0.1f));
    }

    private static void Ballet(Sculpture figure, bool feminine, Dice dice)
    {
        var color = dice.Of(["E7B7C3", "B9C7E0", "EFE7E2", "8F5B78", "2A2B33"]);
        Garments.Top(figure, Cloth(color, 0.2f), 0.005f, 0, hem: -0.16f, drape: 0.04f);
        if (feminine)
        {
            var bones = figure.Skeleton;
            // A tutu: a flat, wide disc at the hips.
            figure.Add(BodyPart.Pelvis, Sculpture.Trousers,
                RoundCone.Ellipsoid(bones.InPelvis(0, 0.03f, -0.005f), bones.PelvisTurn, new Vector3(0.36f, 0.045f, 0.35f) * bones.Size,
                    Cloth(color, 0.1f), 0),
                RoundCone.Ellipsoid(bones.InPelvis(0, 0.058f, -0.005f),
                    bones.PelvisTurn * Quaternion.CreateFromYawPitchRoll(0, 0.06f, 0.04f), new Vector3(0.3f, 0.035f, 0.3f) * bones.Size,
                    Cloth(color, 0.1f), 0.02f));
        }

        Garments.Trousers(figure, Cloth(feminine ? "EFD9CF" : "2A2B33", 0.15f), 0.004f, 2, Sculpture.Under);
        figure.Cover(Sculpture.Shoes, new Surface(Looks.Linear(feminine ? "E9B9B4" : "26262C"), 0.4f), 0.005f,
            [BodyPart.LeftFoot, BodyPart.RightFoot], blend: 0.03f);
    }

    private static void Minimal(Sculpture figure, Dice dice)
    {
        var color = dice.Of(["8C8F96", "5E6A78", "7A6A63", "3B3F46"]);
        Garments.Top(figure, Cloth(color, 0.15f), 0.005f, 0, hem: -0.16f, drape: 0.035f);
        Garments.Trousers(figure, Cloth(color, 0.15f), 0.0055f, 0.22f, Sculpture.Shirt);
    }

    private static void Traditional(Sculpture figure, Dice dice)
    {
        var (main, sash, under) = dice.Of([("7C2F3E", "D8B25A", "F0E8DA"), ("2E4A6B", "C8743C", "EFE9DF"), ("3F5D4A", "A8324A", "F2EBDC"),
            ("5B3E6E", "D9C07A", "EDE5D8")]);
        var cloth = Cloth(main, 0.14f);
        var bones = figure.Skeleton;
        Garments.Top(figure, cloth, 0.016f, 0, Sculpture.Coat);
        Garments.WideSleeves(figure, cloth, 0.05f);
        Garments.Skirt(figure, cloth, 0.8f, 0.07f, Sculpture.Coat);
        Garments.Belt(figure, Cloth(sash, 0.25f), 0.12f, 0.026f);
        Crossed(figure, Cloth(under), Cloth(sash, 0.2f));
        Garments.Shoes(figure, Cloth("F0ECE2"), Cloth("6B4A30"));
    }

    private static void Martial(Sculpture figure, Dice dice)
    {
        var cloth = Cloth(dice.Of(["F1EEE6", "E9E6DE", "23252B"]));
        Garments.Trousers(figure, cloth, 0.02f, 1.85f);
        Garments.Top(figure, cloth, 0.018f, 1.55f, Sculpture.Coat, -0.14f);
        Garments.Belt(figure, Cloth(dice.Of(["17171A", "8A5A2E", "2F5FA3", "A3283A"])), 0.042f, 0.026f);
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

    private static void Fantasy(Sculpture figure, Dice dice)
    {
        var (tunic, cape) = dice.Of([("3E5B3A", "5A2E2A"), ("6B4A2B", "274B3F"), ("3B4F73", "7A1F2B"), ("5A3A66", "2B3550")]);
        var leather = new Surface(Looks.Linear("4A2F1E"), 0.3f, Grain: Grain.Cloth);
        Garments.Trousers(figure, Cloth("4B4234"), 0.008f, 1.95f);
        Garments.Top(figure, Cloth(tunic), 0.014f, 0.7f);
        Garments.Skirt(figure, Cloth(tunic), 0.24f, 0.16f, Sculpture.Shirt);
        Garments.Belt(figure, leather, 0.05f, 0.024f);
        Garments.Cape(figure, Cloth(cape), 1.05f);
        Garments.Shoes(figure, leather, leather with { Color = leather.Color * 0.5f }, shaft: 0.8f);
        Bracers(figure, leather);
        var bones = figure.Skeleton;
        figure.Add(BodyPart.Chest, RoundCone.Ellipsoid(bones.InChest(0.05f, 0.165f, 0.085f * bones.Build.Chest), bones.ChestTurn,
            new Vector3(0.02f, 0.02f, 0.01f) * bones.Size, Armor.Gold, 0), Sculpture.Prop);
    }

    internal static void Bracers(Sculpture figure, Surface leather)
    {
        foreach (var (arm, part) in Garments.ArmsOf(figure))
        {
            var (along, girth) = (arm.End - arm.Middle, figure.Skeleton.Build.Girth * figure.Skeleton.Size);
            figure.Add(part, RoundCone.Between(arm.Middle, arm.End, 0.056f * girth, 0.042f * girth, leather, 0.01f)
                with { CutLow = along.Length() * 0.3f, CutHigh = along.Length() * 0.95f }, Sculpture.Trim);
        }
    }

    private static void Robe(Sculpture figure, Dice dice)
    {
        var color = dice.Of(["4A3550", "33405C", "6B3B2C", "3E4A3B", "7A6A52"]);
        var cloth = Cloth(color);
        Garments.Top(figure, cloth, 0.018f, 0, Sculpture.Coat);
        Garments.WideSleeves(figure, cloth, 0.065f);
        Garments.Skirt(figure, cloth, 0.88f, 0.14f, Sculpture.Coat);
        Garments.Belt(figure, Cloth("B89B5E", 0.2f), 0.03f, 0.03f);
        Garments.Hood(figure, cloth);
        Garments.Shoes(figure, Cloth("3A2A1E", 0.2f), Cloth("241A13"));
    }

    // The balls in the joints of a wooden mannequin.
    private static void Joints(Sculpture figure)
    {
        var bones = figure.Skeleton;
        var ball = new Surface(Looks.Linear("8A5F3A"), 0.4f, Grain: Grain.Wood);
        foreach (var (limb, arm) in (ReadOnlySpan<(Chain, bool)>)[(bones.LeftArm, true), (bones.RightArm, true), (bones.LeftLeg, false),
            (bones.RightLeg, false)])
        {
            var thick = bones.Build.Girth * bones.Size;
            figure.Add(BodyPart.Waist, Sculpture.Trim,
                RoundCone.Ellipsoid(limb.Middle, Quaternion.Identity, new Vector3(arm ? 0.05f : 0.067f) * thick, ball, 0),
                RoundCone.Ellipsoid(limb.End, Quaternion.Identity, new Vector3(arm ? 0.036f : 0.046f) * thick, ball, 0));
            if (arm)
            {
                figure.Add(BodyPart.Chest, RoundCone.Ellipsoid(limb.Root, Quaternion.Identity, new Vector3(0.069f) * thick, ball, 0),
                Sculpture.Trim);
            }
        }

        Garments.Belt(figure, ball, 0.06f, 0.012f);
    }

    private static Vector3 Front(Skeleton bones) => Vector3.Transform(Vector3.UnitZ, bones.ChestTurn);

    private static Vector3 Up(Skeleton bones) => Vector3.Transform(Vector3.UnitY, bones.ChestTurn) * bones.Size;
}
