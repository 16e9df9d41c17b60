using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>Single pieces of clothing, cut to the body that wears them.</summary>
internal static class Garments
{
    private static readonly BodyPart[] Trunk = [BodyPart.Chest, BodyPart.Waist];
    private static readonly BodyPart[] UpperArms = [BodyPart.LeftUpperArm, BodyPart.RightUpperArm];
    private static readonly BodyPart[] Forearms = [BodyPart.LeftForearm, BodyPart.RightForearm];
    private static readonly BodyPart[] Thighs = [BodyPart.LeftThigh, BodyPart.RightThigh];
    private static readonly BodyPart[] Shins = [BodyPart.LeftShin, BodyPart.RightShin];
    private static readonly BodyPart[] HandParts = [BodyPart.LeftHand, BodyPart.RightHand];

    /// <summary>A top. Sleeves: 0 none, up to 1 over the upper arms, up to 2 to the wrists.</summary>
    /// <param name="hem">Where it ends, in metres above the hip joints; null: at the waist.</param>
    /// <param name="drape">How far the cloth spans hollows, in metres.</param>
    public static void Top(Sculpture figure, Surface cloth, float thickness, float sleeves, int layer = Sculpture.Shirt,
        float? hem = -0.06f, float drape = 0.06f)
    {
        figure.Cover(layer, cloth, thickness, Trunk, blend: drape);
        if (hem is { } end)
        {
            figure.Cover(layer, cloth, thickness + 0.004f, [BodyPart.Pelvis], blend: drape, hem: hem);
            if (thickness > 0.01f) Tail(figure, cloth, thickness, end, layer);
        }

        if (sleeves > 0) figure.Cover(layer, cloth, thickness + 0.003f, UpperArms, MathF.Min(sleeves, 1), blend: 0.05f);
        if (sleeves > 1) figure.Cover(layer, cloth, thickness + 0.003f, Forearms, sleeves - 1, blend: 0.05f);
    }

    // What hangs loose round the hips, over the trousers.
    private static void Tail(Sculpture figure, Surface cloth, float thickness, float hem, int layer)
    {
        var bones = figure.Skeleton;
        var wide = bones.Build.Pelvis * bones.Size;
        var up = Vector3.Transform(Vector3.UnitY, bones.PelvisTurn);
        var raised = Legs(figure).Max(leg => Vector3.Dot(Vector3.Normalize(leg.Leg.Middle - leg.Leg.Root), up));
        var (top, bottom) = (bones.InPelvis(0, 0.1f, 0), bones.InPelvis(0, raised > -0.5f ? MathF.Max(hem, 0.03f) : hem, -0.006f));
        var low = MathF.Max(0.152f * wide, bones.Build.Hip + 0.094f * bones.Build.Girth * bones.Size) + thickness;
        figure.Add(BodyPart.Pelvis, RoundCone.Between(top, bottom, 0.125f * wide + thickness, low, cloth, 0.05f,
            Vector3.Transform(Vector3.UnitZ, bones.PelvisTurn), 0.84f)
            with
        { CutHigh = Vector3.Distance(top, bottom) }, layer);
    }

    /// <summary>Trousers. Legs: up to 1 over the thighs, up to 2 to the ankles.</summary>
    public static void Trousers(Sculpture figure, Surface cloth, float thickness, float legs, int layer = Sculpture.Trousers)
    {
        figure.Cover(layer, cloth, thickness, [BodyPart.Pelvis]);
        figure.Cover(layer, cloth, thickness, Thighs, MathF.Min(legs, 1), blend: 0.06f);
        if (legs > 1) figure.Cover(layer, cloth, thickness + 0.003f, Shins, legs - 1, blend: 0.06f);
    }

    public static void Gloves(Sculpture figure, Surface cloth, float thickness) => figure.Cover(Sculpture.Trim, cloth, thickness,
        HandParts);

    public static void Shoes(Sculpture figure, Surface leather, Surface sole, float shaft = 0)
    {
        var size = figure.Skeleton.Size * (0.94f + 0.06f * figure.Skeleton.Build.Girth);
        // No toe is to show through a shoe.
        figure.Hide(BodyPart.LeftFoot, BodyPart.RightFoot);
        foreach (var (leg, part) in FeetOf(figure))
        {
            var (ankle, along, down) = (leg.End, leg.Along, leg.Face);
            var (heel, toe) = (ankle + (down * 0.05f - along * 0.036f) * size, ankle + (down * 0.06f + along * 0.15f) * size);
            var ground = ankle + down * 0.089f * size;
            figure.Add(part, Sculpture.Shoes,
                RoundCone.Between(ankle - down * 0.006f * size, heel, 0.042f * size, 0.042f * size, leather, 0),
                RoundCone.Between(heel, toe, 0.041f * size, 0.036f * size, leather, 0.03f, down, 0.82f),
                RoundCone.Between(ankle + along * 0.02f * size, toe - along * 0.02f * size, 0.04f * size, 0.03f * size, leather, 0.03f),
                RoundCone.Between(toe - along * 0.035f * size, toe + along * 0.022f * size, 0.045f * size, 0.039f * size, leather, 0.02f,
                    down, 0.78f));
            // The sole: the shoe's own outline, flat.
            figure.Add(part, Sculpture.Trim,
                RoundCone.Between(ground - along * 0.034f * size, ground + along * 0.164f * size, 0.042f * size, 0.047f * size, sole, 0,
                    down, 0.26f));
            if (shaft <= 0) continue;
            var shin = leg.Middle - leg.End;
            var girth = figure.Skeleton.Build.Girth * figure.Skeleton.Size;
            figure.Add(part, RoundCone.Between(leg.End - shin * 0.04f, leg.Middle, 0.05f * girth, 0.076f * girth, leather, 0.02f)
                with
            { CutHigh = shin.Length() * shaft }, Sculpture.Shoes);
        }
    }

    /// <summary>A skirt that hangs from the waist, or lies over the thighs of one whose legs are raised.</summary>
    /// <param name="length">Metres below the hips.</param>
    public static void Skirt(Sculpture figure, Surface cloth, float length, float flare, int layer = Sculpture.Trousers)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        var (left, right) = (bones.LeftLeg, bones.RightLeg);
        var hang = Vector3.Normalize((left.Middle - left.Root) + (right.Middle - right.Root));
        var apart = Vector3.Dot(Vector3.Normalize(left.Middle - left.Root), Vector3.Normalize(right.Middle - right.Root));
        var up = Vector3.Transform(Vector3.UnitY, bones.PelvisTurn);
        var wide = bones.Build.Pelvis * size;
        if (apart > 0.72f && Vector3.Dot(hang, up) < -0.8f)
        {
            var (top, bottom) = (bones.InPelvis(0, 0.11f, 0), bones.InPelvis(0, 0, 0) + hang * length * size);
            var tall = Vector3.Distance(top, bottom);
            figure.Cover(layer, cloth, 0.012f, [BodyPart.Pelvis]);
            var low = MathF.Max(0.13f * wide + flare * length * size, Spread(figure, length, hang) + 0.075f * bones.Build.Girth * size);
            figure.Add(BodyPart.Pelvis, RoundCone.Between(top, bottom, 0.115f * wide, low, cloth, 0.05f,
                Vector3.Transform(Vector3.UnitZ, bones.PelvisTurn), 0.82f) with
            { CutHigh = tall }, layer);
            return;
        }

        figure.Cover(layer, cloth, 0.014f, [BodyPart.Pelvis]);
        foreach (var (leg, part) in Legs(figure))
        {
            var share = MathF.Min(length / 0.43f, 1);
            var end = Vector3.Lerp(leg.Root, leg.Middle, share);
            figure.Add(part, RoundCone.Between(leg.Root, end, 0.105f * wide, (0.085f + flare * 0.12f) * wide, cloth, 0.1f)
                with
            { CutHigh = Vector3.Distance(leg.Root, end) }, layer);
            if (length < 0.45f) continue;
            var low = Vector3.Lerp(leg.Middle, leg.End, MathF.Min((length - 0.43f) / 0.4f, 0.95f));
            figure.Add(part, RoundCone.Between(leg.Middle, low, 0.085f * wide, (0.085f + flare * 0.2f) * size, cloth, 0.1f)
                with
            { CutHigh = Vector3.Distance(leg.Middle, low) }, layer);
        }
    }

    // How far the legs are from the middle between them at the hem.
    private static float Spread(Sculpture figure, float length, Vector3 hang)
    {
        var middle = figure.Skeleton.Hips;
        return Legs(figure).Max(leg =>
        {
            var at = length < 0.43f ? Vector3.Lerp(leg.Leg.Root, leg.Leg.Middle, length / 0.43f)
                : Vector3.Lerp(leg.Leg.Middle, leg.Leg.End, MathF.Min((length - 0.43f) / 0.4f, 1));
            var away = at - middle;
            return (away - hang * Vector3.Dot(away, hang)).Length();
        });
    }

    /// <summary>Sleeves that widen towards the hand.</summary>
    public static void WideSleeves(Sculpture figure, Surface cloth, float wide, int layer = Sculpture.Coat)
    {
        figure.Cover(layer, cloth, 0.016f, UpperArms);
        foreach (var (arm, part) in ArmsOf(figure))
        {
            var size = figure.Skeleton.Size;
            var length = Vector3.Distance(arm.Middle, arm.End);
            figure.Add(part, RoundCone.Between(arm.Middle - (arm.Middle - arm.Root) * 0.1f, arm.End, 0.062f * size, (0.06f + wide) * size,
                cloth, 0.04f) with
            { CutHigh = length * 0.95f }, layer);
        }
    }

    /// <summary>A belt or a sash.</summary>
    public static void Belt(Sculpture figure, Surface leather, float height, float thickness = 0.018f, int layer = Sculpture.Trim)
    {
        var bones = figure.Skeleton;
        var turn = Quaternion.Slerp(bones.PelvisTurn, bones.ChestTurn, 0.25f);
        var up = Vector3.Transform(Vector3.UnitY, turn);
        foreach (var solid in figure.Solids.Where(solid => solid.Layer == Sculpture.Skin && solid.Part is BodyPart.Waist or BodyPart.Pelvis
            && solid.Layer == Sculpture.Skin).ToArray())
        {
            if (solid.Length != 0 || Vector3.Dot(solid.Y, up) < 0.5f) continue;
            var middle = Vector3.Dot(bones.Waist - up * 0.045f * bones.Size - solid.Base, solid.Y);
            figure.Add(BodyPart.Waist, solid.Thicker(thickness) with
            {
                Surface = leather,
                CutLow = middle - height / 2,
                CutHigh = middle + height / 2,
                Blend = 0.02f
            }, layer);
        }
    }

    public static (Chain Leg, BodyPart Thigh)[] Legs(Sculpture figure) => [(figure.Skeleton.LeftLeg, BodyPart.LeftThigh),
        (figure.Skeleton.RightLeg, BodyPart.RightThigh)];

    public static (Chain Leg, BodyPart Foot)[] FeetOf(Sculpture figure) => [(figure.Skeleton.LeftLeg, BodyPart.LeftFoot),
        (figure.Skeleton.RightLeg, BodyPart.RightFoot)];

    public static (Chain Arm, BodyPart Forearm)[] ArmsOf(Sculpture figure) => [(figure.Skeleton.LeftArm, BodyPart.LeftForearm),
        (figure.Skeleton.RightArm, BodyPart.RightForearm)];
}
