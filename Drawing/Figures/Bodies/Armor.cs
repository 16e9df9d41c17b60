using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>Plate armour over mail.</summary>
internal static class Armor
{
    public static readonly Surface Gold = new(Looks.Linear("D8A93F"), 0.9f, 0.9f);

    public static void Add(Sculpture figure, Dice dice)
    {
        var bones = figure.Skeleton;
        var (size, girth) = (bones.Size, bones.Build.Girth * bones.Size);
        var steel = new Surface(Looks.Linear(dice.Of(["A9B2BD", "8F99A6", "6D7480", "B7A27A"])), 0.9f, 0.85f);
        var mail = new Surface(Looks.Linear("4A4F57"), 0.4f, 0.3f, Grain: Grain.Cloth);
        Garments.Top(figure, mail, 0.008f, 1.95f);
        Garments.Trousers(figure, mail, 0.008f, 1.98f);
        figure.Cover(Sculpture.Coat, steel, 0.022f, [BodyPart.Chest], blend: 0.06f);
        Garments.Skirt(figure, mail with { Color = mail.Color * 1.4f }, 0.2f, 0.12f);
        Garments.Belt(figure, new Surface(Looks.Linear("3A261A"), 0.3f), 0.05f, 0.03f);
        Garments.Shoes(figure, steel, steel with { Color = steel.Color * 0.5f });
        Garments.Gloves(figure, steel with { Color = steel.Color * 0.75f }, 0.004f);
        foreach (var (arm, part) in Garments.ArmsOf(figure))
        {
            var (along, down) = (arm.Middle - arm.Root, arm.End - arm.Middle);
            var outward = Vector3.Transform(new Vector3(arm.Side, 0.5f, 0), bones.ChestTurn);
            // Three plates over the shoulder, the upper ones over the lower.
            for (var plate = 0; plate < 3; plate++)
            {
                var end = 0.14f + plate * 0.16f;
                figure.Add(part - 2, RoundCone.Between(arm.Root + outward * 0.012f * size - along * 0.06f, arm.Root + along * end,
                    (0.094f - plate * 0.008f) * girth, (0.08f - plate * 0.004f) * girth, plate == 1 ? steel
                        with
                    { Color = steel.Color * 0.8f } : steel, 0)
                    with
                { CutHigh = along.Length() * (end + 0.03f) }, Sculpture.Trim);
            }

            figure.Add(part, Sculpture.Trim,
                RoundCone.Between(arm.Middle, arm.End, 0.066f * girth, 0.05f * girth, steel, 0.01f)
                    with
                { CutLow = down.Length() * 0.2f, CutHigh = down.Length() * 0.94f },
                RoundCone.Ellipsoid(arm.Middle, Quaternion.Identity, new Vector3(0.068f) * girth, steel
                    with
                { Color = steel.Color * 0.85f }, 0),
                RoundCone.Between(arm.Middle, arm.End, 0.07f * girth, 0.055f * girth, Gold, 0)
                    with
                { CutLow = down.Length() * 0.88f, CutHigh = down.Length() * 0.94f });
        }

        foreach (var (leg, part) in Garments.Legs(figure))
        {
            var (along, down) = (leg.Middle - leg.Root, leg.End - leg.Middle);
            var front = leg.Bend(Vector3.Transform(Vector3.UnitZ, bones.PelvisTurn));
            figure.Add(part, Sculpture.Trim,
                RoundCone.Between(leg.Root + front * 0.01f, leg.Middle + front * 0.006f, 0.118f * girth, 0.086f * girth, steel, 0)
                    with
                { CutLow = along.Length() * 0.3f, CutHigh = along.Length() * 0.86f },
                RoundCone.Between(leg.Middle, leg.End, 0.082f * girth, 0.06f * girth, steel, 0)
                    with
                { CutLow = down.Length() * 0.16f, CutHigh = down.Length() * 0.95f },
                RoundCone.Ellipsoid(leg.Middle + front * 0.018f * size, Quaternion.Identity, new Vector3(0.077f) * girth, steel
                    with
                { Color = steel.Color * 0.85f }, 0));
        }

        figure.Add(BodyPart.Chest, Sculpture.Trim,
            RoundCone.Between(bones.NeckBase - Vector3.Transform(new Vector3(0, 0.02f, 0), bones.ChestTurn), bones.Neck, 0.082f * size,
                0.068f * size, steel, 0) with
            { CutHigh = 0.062f * size },
            RoundCone.Between(bones.InChest(0, 0.15f, 0.1f * bones.Build.Chest), bones.InChest(0, -0.08f, 0.122f * bones.Build.Chest),
                0.02f * size, 0.02f * size, Gold, 0.0f, Vector3.Transform(Vector3.UnitZ, bones.ChestTurn), 0.9f));
        Helmet(figure, steel);
    }

    private static void Helmet(Sculpture figure, Surface steel)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        figure.Add(BodyPart.Head, Sculpture.Prop,
            RoundCone.Ellipsoid(bones.InHead(0, 0.035f, -0.012f), bones.HeadTurn, new Vector3(0.094f, 0.099f, 0.112f) * size, steel, 0)
                with
            { CutLow = 0 },
            RoundCone.Between(bones.InHead(0, 0.15f, 0.02f), bones.InHead(0, 0.09f, -0.13f), 0.014f * size, 0.02f * size, Gold, 0.01f),
            RoundCone.Between(bones.InHead(0, 0.05f, 0.112f), bones.InHead(0, -0.02f, 0.114f), 0.0075f * size, 0.006f * size, steel,
                0.01f));
        foreach (var side in (ReadOnlySpan<float>)[1, -1])
        {
            figure.Add(BodyPart.Head, RoundCone.Between(bones.InHead(side * 0.08f, 0.03f, 0.012f),
                bones.InHead(side * 0.066f, -0.08f, 0.03f), 0.03f * size, 0.022f * size, steel, 0.01f,
                Vector3.Transform(Vector3.UnitX, bones.HeadTurn), 0.5f), Sculpture.Prop);
        }

        figure.Add(BodyPart.Head, RoundCone.Ellipsoid(bones.InHead(0, -0.02f, -0.06f), bones.HeadTurn,
            new Vector3(0.085f, 0.075f, 0.055f) * size, steel, 0.02f), Sculpture.Prop);
    }
}
