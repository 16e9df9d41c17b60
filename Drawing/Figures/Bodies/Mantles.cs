using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>Capes and hoods.</summary>
internal static class Mantles
{
    /// <summary>A cape from the shoulders down the back.</summary>
    public static void Cape(Sculpture figure, Surface cloth, float length)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        var back = Vector3.Transform(-Vector3.UnitZ, bones.ChestTurn);
        var fall = Vector3.Normalize(Vector3.Transform(new Vector3(0, -1, -0.16f),
            Quaternion.Slerp(bones.ChestTurn, Quaternion.Identity, 0.6f)));
        for (var strip = -2; strip <= 2; strip++)
        {
            var from = bones.InChest(strip * 0.062f * bones.Build.Chest, 0.15f - MathF.Abs(strip) * 0.012f, -0.105f * bones.Build.Chest);
            var to = from + fall * length * size + Vector3.Transform(new Vector3(strip * 0.065f, 0, 0),
                bones.ChestTurn) * size + back * (0.05f + 0.02f * (strip & 1)) * size;
            figure.Add(BodyPart.Chest, RoundCone.Between(from, to, 0.045f * size, 0.062f * size, cloth, 0.05f, back, 0.32f)
                with
            { CutHigh = Vector3.Distance(from, to) }, Sculpture.Coat);
        }

        foreach (var arm in (ReadOnlySpan<Chain>)[bones.LeftArm, bones.RightArm])
        {
            figure.Add(BodyPart.Chest, RoundCone.Between(bones.InChest(0, 0.17f, -0.09f),
                Vector3.Lerp(bones.NeckBase, arm.Root, 0.75f) + Vector3.Transform(new Vector3(0, 0.03f, -0.01f), bones.ChestTurn) * size,
                0.04f * size, 0.045f * size, cloth, 0.05f), Sculpture.Coat);
        }
    }

    /// <summary>A hood that leaves the face free.</summary>
    public static void Hood(Sculpture figure, Surface cloth)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        figure.Add(BodyPart.Head, Sculpture.Hair,
            RoundCone.Ellipsoid(bones.InHead(0, 0.034f, -0.032f), bones.HeadTurn, new Vector3(0.098f, 0.104f, 0.105f) * size, cloth, 0),
            RoundCone.Between(bones.InHead(0.07f, 0.05f, 0.03f), bones.InHead(0.055f, -0.1f, 0), 0.027f * size, 0.03f * size, cloth, 0.05f),
            RoundCone.Between(bones.InHead(-0.07f, 0.05f, 0.03f), bones.InHead(-0.055f, -0.1f, 0), 0.027f * size, 0.03f * size, cloth,
                0.05f),
            RoundCone.Between(bones.InHead(0.07f, 0.05f, 0.03f), bones.InHead(0, 0.115f, 0.035f), 0.027f * size, 0.024f * size, cloth,
                0.04f),
            RoundCone.Between(bones.InHead(-0.07f, 0.05f, 0.03f), bones.InHead(0, 0.115f, 0.035f), 0.027f * size, 0.024f * size, cloth,
                0.04f),
            RoundCone.Ellipsoid(bones.InHead(0, -0.1f, -0.035f), bones.HeadTurn, new Vector3(0.1f, 0.05f, 0.08f) * size, cloth, 0.05f));
    }
}
