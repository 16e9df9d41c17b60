using System.Numerics;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>Where the joints of a posed body are. Metres; the figure faces z, its left is x, and y is up.</summary>
internal sealed class Skeleton
{
    public Skeleton(Build build, FigurePose pose)
    {
        Build = build;
        Size = build.Height / 1.75f;
        PelvisTurn = Turn(pose.Pelvis);
        ChestTurn = Turn(pose.Chest + new Vector3(build.Stoop, 0, 0));
        HeadTurn = Turn(pose.Head + new Vector3(build.Stoop * 0.4f, 0, 0));
        Hips = new Vector3(0, 0.97f * Size, 0);
        Waist = Hips + Vector3.Transform(new Vector3(0, 0.115f, 0.004f) * Size, PelvisTurn);
        Chest = Waist + Vector3.Transform(new Vector3(0, 0.075f, 0) * Size, Quaternion.Slerp(PelvisTurn, ChestTurn, 0.5f))
            + Vector3.Transform(new Vector3(0, 0.125f, 0) * Size, ChestTurn);
        NeckBase = Chest + Vector3.Transform(new Vector3(0, 0.2f, -0.022f) * Size, ChestTurn);
        // The neck shares a bend between the chest and the head.
        Neck = NeckBase + Vector3.Transform(new Vector3(0, 0.08f, 0.014f) * Size, Quaternion.Slerp(ChestTurn, HeadTurn, 0.5f));
        Head = Neck + Vector3.Transform(new Vector3(0, 0.088f, 0.018f) * Size, HeadTurn);
        LeftArm = Arm(pose.LeftArm, 1);
        RightArm = Arm(pose.RightArm, -1);
        LeftLeg = Leg(pose.LeftLeg, 1, pose);
        RightLeg = Leg(pose.RightLeg, -1, pose);
    }

    public Build Build { get; }

    /// <summary>Against a body of 1.75 m.</summary>
    public float Size { get; }

    public Quaternion PelvisTurn { get; }

    public Quaternion ChestTurn { get; }

    public Quaternion HeadTurn { get; }

    /// <summary>The middle between the hip joints.</summary>
    public Vector3 Hips { get; }

    public Vector3 Waist { get; }

    /// <summary>The middle of the rib cage.</summary>
    public Vector3 Chest { get; }

    public Vector3 NeckBase { get; }

    /// <summary>Where the head sits on the neck.</summary>
    public Vector3 Neck { get; }

    /// <summary>The middle of the head.</summary>
    public Vector3 Head { get; }

    public Chain LeftArm { get; }

    public Chain RightArm { get; }

    public Chain LeftLeg { get; }

    public Chain RightLeg { get; }

    public Vector3 InChest(float x, float y, float z) => Chest + Vector3.Transform(new Vector3(x, y, z) * Size, ChestTurn);

    public Vector3 InPelvis(float x, float y, float z) => Hips + Vector3.Transform(new Vector3(x, y, z) * Size, PelvisTurn);

    public Vector3 InHead(float x, float y, float z) => Head + Vector3.Transform(new Vector3(x, y, z) * Size, HeadTurn);

    /// <summary>Forward, to the left and sideways to the left, in degrees.</summary>
    private static Quaternion Turn(Vector3 degrees)
    {
        var (pitch, yaw, roll) = (degrees.X * MathF.PI / 180, degrees.Y * MathF.PI / 180, -degrees.Z * MathF.PI / 180);
        return Quaternion.CreateFromYawPitchRoll(yaw, pitch, roll);
    }

    private Chain Arm(Limb limb, float side)
    {
        var upper = Toward(limb.Upper, side);
        // A raised arm takes its shoulder along.
        var raised = MathF.Max(Vector3.Dot(upper, Vector3.Transform(Vector3.UnitY, ChestTurn)), 0);
        var root = InChest(side * (Build.Shoulder / Size - 0.02f * raised), 0.12f + 0.055f * raised, -0.012f);
        var middle = root + upper * 0.298f * Size;
        var lower = Toward(limb.Lower, side);
        var end = middle + lower * 0.255f * Size;
        var hand = limb.End is { } wanted ? Toward(wanted, side) : lower;
        var body = Vector3.Transform(new Vector3(-side, 0, -0.35f), ChestTurn);
        var palm = limb.Palm is { } looks ? Toward(looks, side) : body;
        return new Chain(root, middle, end, hand, Solids.RoundCone.Across(hand, palm), side, limb.Curl);
    }

    private Chain Leg(Limb limb, float side, FigurePose pose)
    {
        var root = InPelvis(side * Build.Hip / Size, -0.045f, 0);
        var middle = root + Toward(limb.Upper, side) * 0.432f * Size;
        var lower = Toward(limb.Lower, side);
        var end = middle + lower * 0.405f * Size;
        var forward = Vector3.Transform(new Vector3(side * 0.22f, 0, 1), PelvisTurn);
        var foot = limb.End is { } wanted ? Toward(wanted, side) : Vector3.Normalize(forward with { Y = 0 });
        // The sole looks away from the shin, or to the ground when the foot lies flat.
        var down = pose.Seated || limb.End is null ? -Vector3.UnitY : lower;
        return new Chain(root, middle, end, foot, Solids.RoundCone.Across(foot, down), side, limb.Curl);
    }

    private static Vector3 Toward(Vector3 direction, float side) => Vector3.Normalize(direction with { X = direction.X * side });
}

/// <summary>The joints of an arm or a leg.</summary>
/// <param name="Root">Shoulder or hip.</param>
/// <param name="Middle">Elbow or knee.</param>
/// <param name="End">Wrist or ankle.</param>
/// <param name="Along">Where the hand or the foot points.</param>
/// <param name="Face">Where the palm or the sole looks.</param>
/// <param name="Side">1 on the figure's left, -1 on its right.</param>
internal readonly record struct Chain(Vector3 Root, Vector3 Middle, Vector3 End, Vector3 Along, Vector3 Face, float Side, float Curl)
{
    /// <summary>Where the knee points, or the elbow's inner side looks: across the limb, in the plane in which it bends.</summary>
    public Vector3 Bend(Vector3 straight)
    {
        var out0 = Vector3.Normalize(Middle - Root);
        var in0 = Vector3.Normalize(End - Middle);
        var bend = out0 - in0;
        return bend.LengthSquared() > 0.03f ? Solids.RoundCone.Across(out0, bend) : Solids.RoundCone.Across(out0, straight);
    }
}
