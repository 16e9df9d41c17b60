using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>The body itself: rib cage, pelvis, and limbs that taper as muscles do.</summary>
internal static class Flesh
{
    public static void Add(Sculpture figure, Surface skin)
    {
        Torso(figure, skin);
        var parts = figure.Skeleton;
        Arm(figure, parts.LeftArm, skin, BodyPart.LeftUpperArm, BodyPart.LeftForearm, BodyPart.LeftHand);
        Arm(figure, parts.RightArm, skin, BodyPart.RightUpperArm, BodyPart.RightForearm, BodyPart.RightHand);
        Leg(figure, parts.LeftLeg, skin, BodyPart.LeftThigh, BodyPart.LeftShin, BodyPart.LeftFoot);
        Leg(figure, parts.RightLeg, skin, BodyPart.RightThigh, BodyPart.RightShin, BodyPart.RightFoot);
    }

    private static void Torso(Sculpture figure, Surface skin)
    {
        var bones = figure.Skeleton;
        var (build, size) = (bones.Build, bones.Size);
        var (chest, waist, pelvis) = (build.Chest * size, build.Waist * size, build.Pelvis * size);
        var between = Quaternion.Slerp(bones.PelvisTurn, bones.ChestTurn, 0.5f);
        figure.Add(BodyPart.Chest, Sculpture.Skin,
            RoundCone.Ellipsoid(bones.InChest(0, 0.005f, -0.004f), bones.ChestTurn,
                new Vector3(0.15f * chest, 0.185f * size, 0.112f * chest), skin, 0),
            // The shoulder girdle.
            RoundCone.Between(bones.LeftArm.Root - Side(bones, 0.03f), bones.RightArm.Root + Side(bones, 0.03f), 0.043f * size,
                0.043f * size, skin, 0.06f,
                Vector3.Transform(Vector3.UnitZ, bones.ChestTurn), 0.95f),
            RoundCone.Ellipsoid(bones.InChest(0, -0.1f, -0.002f), bones.ChestTurn,
                new Vector3(0.128f * waist, 0.12f * size, 0.098f * waist), skin, 0.08f));
        // The chest's own fullness: broad plates of muscle, or rounder and lower.
        var full = build.Bust;
        var plate = 0.012f * build.Muscle;
        foreach (var side in (ReadOnlySpan<float>)[1, -1])
        {
            figure.Add(BodyPart.Chest, Sculpture.Skin,
                RoundCone.Ellipsoid(bones.InChest(side * 0.072f, 0.052f - 0.045f * MathF.Min(full, 1), 0.06f + plate + 0.02f * full),
                    bones.ChestTurn,
                    new Vector3(0.078f, 0.066f, 0.044f + 0.014f * full) * size, skin, 0.05f),
                // The broad muscle of the back.
                RoundCone.Ellipsoid(bones.InChest(side * 0.085f * build.Chest, 0, -0.055f), bones.ChestTurn,
                    new Vector3(0.065f, 0.14f, 0.05f) * size * (0.9f + 0.15f * build.Muscle), skin, 0.05f));
        }

        figure.Add(BodyPart.Waist, Sculpture.Skin,
            RoundCone.Ellipsoid(Vector3.Lerp(bones.Waist, bones.Chest, 0.18f), between,
                new Vector3(0.125f * waist, 0.13f * size, 0.094f * waist), skin, 0.07f));
        if (build.Belly > 0)
        {
            figure.Add(BodyPart.Waist, RoundCone.Ellipsoid(bones.Waist + Vector3.Transform(new Vector3(0, -0.015f,
                0.03f + build.Belly * 0.55f) * size, between), between,
                new Vector3(0.1f + build.Belly * 0.75f, 0.115f + build.Belly * 0.3f, 0.07f + build.Belly * 0.6f) * size, skin, 0.06f));
        }

        figure.Add(BodyPart.Pelvis, Sculpture.Skin,
            RoundCone.Ellipsoid(bones.InPelvis(0, 0.005f, 0), bones.PelvisTurn,
                new Vector3(0.152f * pelvis, 0.118f * size, 0.108f * (0.5f + 0.5f * build.Pelvis) * size), skin, 0.06f));
        foreach (var side in (ReadOnlySpan<float>)[1, -1])
        {
            figure.Add(BodyPart.Pelvis, RoundCone.Ellipsoid(bones.InPelvis(side * 0.07f * build.Pelvis, -0.062f, -0.05f), bones.PelvisTurn,
                new Vector3(0.082f, 0.09f, 0.078f) * pelvis, skin, 0.035f));
        }

        // The neck, and the muscles that carry it.
        var neck = 0.054f * size * (0.75f + 0.25f * build.Girth) * (1 + 0.06f * build.Muscle);
        figure.Add(BodyPart.Neck, Sculpture.Skin,
            RoundCone.Between(bones.NeckBase - Vector3.Transform(new Vector3(0, 0.03f, 0) * size, bones.ChestTurn),
                bones.Neck + (bones.Head - bones.Neck) * 0.35f, neck * 1.1f, neck * 0.98f, skin, 0.035f));
        foreach (var arm in (ReadOnlySpan<Chain>)[bones.LeftArm, bones.RightArm])
        {
            var shoulder = arm.Root + Vector3.Transform(new Vector3(0, 0.012f, 0) * size, bones.ChestTurn);
            figure.Add(BodyPart.Chest, RoundCone.Between(Vector3.Lerp(bones.NeckBase, bones.Neck, 0.1f), shoulder, 0.03f * size,
                0.034f * size, skin, 0.05f));
        }
    }

    private static Vector3 Side(Skeleton bones, float by) => Vector3.Transform(new Vector3(by * bones.Size, 0, 0), bones.ChestTurn);

    private static void Arm(Sculpture figure, Chain arm, Surface skin, BodyPart upper, BodyPart lower, BodyPart hand)
    {
        var bones = figure.Skeleton;
        var girth = bones.Build.Girth * bones.Size;
        var muscle = bones.Build.Muscle;
        var inner = arm.Bend(Vector3.Transform(Vector3.UnitZ, bones.ChestTurn)) * -1;
        var (along, down) = (arm.Middle - arm.Root, arm.End - arm.Middle);
        figure.Add(upper, Sculpture.Skin,
            RoundCone.Between(arm.Root, arm.Middle, 0.051f * girth, 0.039f * girth, skin, 0.05f),
            RoundCone.Between(arm.Root - along * 0.02f, arm.Root + along * 0.28f, (0.056f + 0.007f * muscle) * girth, 0.042f * girth, skin,
                0.04f),
            // Biceps and triceps.
            RoundCone.Between(arm.Root + along * 0.4f + inner * 0.014f * girth, arm.Root + along * 0.68f + inner * 0.014f * girth,
                (0.036f + 0.007f * muscle) * girth, (0.034f + 0.004f * muscle) * girth, skin, 0.03f),
            RoundCone.Between(arm.Root + along * 0.3f - inner * 0.016f * girth, arm.Root + along * 0.62f - inner * 0.014f * girth,
                (0.036f + 0.006f * muscle) * girth, 0.033f * girth, skin, 0.03f));
        var flat = RoundCone.Across(Vector3.Normalize(down), arm.Face);
        figure.Add(lower, Sculpture.Skin,
            RoundCone.Between(arm.Middle, arm.End, 0.039f * girth, 0.0255f * (0.4f * bones.Size + 0.6f * girth), skin, 0.04f, flat, 0.88f),
            RoundCone.Between(arm.Middle + down * 0.1f, arm.Middle + down * 0.42f, (0.04f + 0.005f * muscle) * girth, 0.035f * girth, skin,
                0.03f));
        Hands.Add(figure, arm, skin, hand);
    }

    private static void Leg(Sculpture figure, Chain leg, Surface skin, BodyPart upper, BodyPart lower, BodyPart foot)
    {
        var bones = figure.Skeleton;
        var girth = bones.Build.Girth * bones.Size;
        var muscle = bones.Build.Muscle;
        var hips = bones.Build.Pelvis;
        var front = leg.Bend(Vector3.Transform(Vector3.UnitZ, bones.PelvisTurn));
        var (along, down) = (leg.Middle - leg.Root, leg.End - leg.Middle);
        var calf = RoundCone.Across(Vector3.Normalize(down), -front);
        figure.Add(upper, Sculpture.Skin,
            RoundCone.Between(leg.Root, leg.Middle, 0.086f * girth * (0.6f + 0.4f * hips), 0.053f * girth, skin, 0.05f),
            // The front of the thigh, and its back.
            RoundCone.Between(leg.Root + along * 0.2f + front * 0.02f * girth, leg.Root + along * 0.78f + front * 0.01f * girth,
                (0.066f + 0.006f * muscle) * girth, (0.05f + 0.003f * muscle) * girth, skin, 0.05f),
            RoundCone.Between(leg.Root + along * 0.3f - front * 0.026f * girth, leg.Root + along * 0.75f - front * 0.012f * girth,
                (0.055f + 0.004f * muscle) * girth, 0.043f * girth, skin, 0.04f));
        figure.Add(lower, Sculpture.Skin,
            RoundCone.Between(leg.Middle + front * 0.006f * girth, leg.End, 0.05f * girth, 0.0315f * (0.4f * bones.Size + 0.6f * girth),
                skin, 0.04f),
            RoundCone.Between(leg.Middle + down * 0.14f + calf * 0.02f * girth, leg.Middle + down * 0.45f + calf * 0.016f * girth,
                (0.044f + 0.006f * muscle) * girth, 0.036f * girth, skin, 0.035f));
        Feet.Add(figure, leg, skin, foot);
    }
}
