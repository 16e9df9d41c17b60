using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>A close suit with hard plates, lights and a visor.</summary>
internal static class SpaceSuit
{
    public static void Add(Sculpture figure, Dice dice)
    {
        var bones = figure.Skeleton;
        var (size, girth) = (bones.Size, bones.Build.Girth * bones.Size);
        var suit = new Surface(Looks.Linear(dice.Of(["2A2E38", "343A46", "22262B"])), 0.4f, Grain: Grain.Cloth);
        var plate = new Surface(Looks.Linear(dice.Of(["DDE2E8", "C7CDD6", "E3DED2"])), 0.7f);
        var light = new Surface(Looks.Linear(dice.Of(["3FE0FF", "FF6A3D", "7BFF6A", "C86BFF"])), 0.3f, 0, 1);
        Garments.Top(figure, suit, 0.008f, 2);
        Garments.Trousers(figure, suit, 0.008f, 2);
        Garments.Gloves(figure, plate with { Color = plate.Color * 0.5f }, 0.003f);
        Garments.Shoes(figure, plate, suit, shaft: 0.55f);
        figure.Cover(Sculpture.Coat, plate, 0.017f, [BodyPart.Chest], blend: 0.05f);
        Garments.Belt(figure, plate with { Color = plate.Color * 0.35f }, 0.07f, 0.022f);
        var depth = 0.145f * bones.Build.Chest + 0.022f * bones.Build.Bust;
        var front = Vector3.Transform(Vector3.UnitZ, bones.ChestTurn);
        figure.Add(BodyPart.Chest, Sculpture.Trim,
            RoundCone.Ellipsoid(bones.InChest(0, 0.05f, depth), bones.ChestTurn, new Vector3(0.026f, 0.026f, 0.014f) * size, light, 0),
            RoundCone.Between(bones.InChest(0.05f, 0.1f, depth - 0.02f), bones.InChest(0.11f, 0.12f, depth - 0.07f), 0.006f * size,
                0.006f * size, light, 0, front, 1),
            RoundCone.Between(bones.InChest(-0.05f, 0.1f, depth - 0.02f), bones.InChest(-0.11f, 0.12f, depth - 0.07f), 0.006f * size,
                0.006f * size, light, 0, front, 1));
        foreach (var (arm, part) in Garments.ArmsOf(figure))
        {
            var (along, down) = (arm.Middle - arm.Root, arm.End - arm.Middle);
            figure.Add(part - 2, RoundCone.Between(arm.Root - along * 0.05f, arm.Root + along * 0.3f, 0.085f * girth, 0.07f * girth, plate,
                0) with
            { CutHigh = along.Length() * 0.32f }, Sculpture.Trim);
            figure.Add(part, Sculpture.Trim,
                RoundCone.Between(arm.Middle, arm.End, 0.063f * girth, 0.049f * girth, plate, 0)
                    with
                { CutLow = down.Length() * 0.35f, CutHigh = down.Length() * 0.9f },
                RoundCone.Between(arm.Middle, arm.End, 0.065f * girth, 0.052f * girth, light, 0)
                    with
                { CutLow = down.Length() * 0.58f, CutHigh = down.Length() * 0.63f });
        }

        foreach (var (leg, part) in Garments.Legs(figure))
        {
            var along = leg.Middle - leg.Root;
            var knee = leg.Bend(Vector3.Transform(Vector3.UnitZ, bones.PelvisTurn));
            figure.Add(part, Sculpture.Trim,
                RoundCone.Between(leg.Root, leg.Middle, 0.114f * girth, 0.085f * girth, plate, 0)
                    with
                { CutLow = along.Length() * 0.5f, CutHigh = along.Length() * 0.82f },
                RoundCone.Between(leg.Root, leg.Middle, 0.116f * girth, 0.087f * girth, light, 0)
                    with
                { CutLow = along.Length() * 0.64f, CutHigh = along.Length() * 0.665f },
                RoundCone.Ellipsoid(leg.Middle + knee * 0.014f, Quaternion.Identity, new Vector3(0.07f) * girth, plate, 0));
        }

        // The helmet, and a visor that mirrors.
        var glass = new Surface(light.Color * 0.12f + new Vector3(0.015f), 1, 0.4f);
        figure.Add(BodyPart.Head, Sculpture.Prop,
            RoundCone.Ellipsoid(bones.InHead(0, 0.018f, -0.012f), bones.HeadTurn, new Vector3(0.103f, 0.122f, 0.118f) * size, plate, 0),
            RoundCone.Between(bones.NeckBase, bones.Neck, 0.085f * size, 0.078f * size, suit, 0.01f),
            RoundCone.Between(bones.InHead(0.103f, 0.01f, -0.02f), bones.InHead(0.098f, 0.01f, -0.02f), 0.03f * size, 0.03f * size, light,
                0),
            RoundCone.Between(bones.InHead(-0.103f, 0.01f, -0.02f), bones.InHead(-0.098f, 0.01f, -0.02f), 0.03f * size, 0.03f * size, light,
                0));
        figure.Add(BodyPart.Head, RoundCone.Ellipsoid(bones.InHead(0, 0.015f, 0.04f), bones.HeadTurn,
            new Vector3(0.086f, 0.07f, 0.082f) * size, glass, 0), Sculpture.Prop + 1);
    }
}
