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
            case "formal": Suit.Add(figure, feminine, dice); break;
            case "athletic": Athletic(figure, feminine, dice); break;
            case "sport": Sport(figure, dice); break;
            case "ballet": Ballet(figure, feminine, dice); break;
            case "minimal": Minimal(figure, dice); break;
            case "traditional": Wraps.Traditional(figure, dice); break;
            case "martial": Wraps.Martial(figure, dice); break;
            case "fantasy": Fantasy(figure, dice); break;
            case "robe": Wraps.Robe(figure, dice); break;
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
                0.062f * figure.Skeleton.Build.Girth * figure.Skeleton.Size, Cloth(main), 0.02f) with
            { CutHigh = shin.Length() * 0.62f },
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

    private static void Fantasy(Sculpture figure, Dice dice)
    {
        var (tunic, cape) = dice.Of([("3E5B3A", "5A2E2A"), ("6B4A2B", "274B3F"), ("3B4F73", "7A1F2B"), ("5A3A66", "2B3550")]);
        var leather = new Surface(Looks.Linear("4A2F1E"), 0.3f, Grain: Grain.Cloth);
        Garments.Trousers(figure, Cloth("4B4234"), 0.008f, 1.95f);
        Garments.Top(figure, Cloth(tunic), 0.014f, 0.7f);
        Garments.Skirt(figure, Cloth(tunic), 0.24f, 0.16f, Sculpture.Shirt);
        Garments.Belt(figure, leather, 0.05f, 0.024f);
        Mantles.Cape(figure, Cloth(cape), 1.05f);
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
                with
            { CutLow = along.Length() * 0.3f, CutHigh = along.Length() * 0.95f }, Sculpture.Trim);
        }
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
}
