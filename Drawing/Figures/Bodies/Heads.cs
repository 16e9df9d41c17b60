using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>A head in planes that a draughtsman knows: skull, brow, cheekbones, nose, lips, jaw, ears.</summary>
internal static class Heads
{
    public static void Add(Sculpture figure, Looks looks, bool faceless)
    {
        var bones = figure.Skeleton;
        var (size, wide) = (bones.Size, bones.Build.Face);
        var skin = looks.Skin;
        figure.Add(BodyPart.Head, Sculpture.Skin,
            RoundCone.Ellipsoid(bones.InHead(0, 0.03f, -0.012f), bones.HeadTurn, new Vector3(0.075f, 0.085f, 0.094f) * size, skin, 0.025f),
            RoundCone.Between(bones.InHead(0, -0.012f, 0.022f), bones.InHead(0, -0.078f, 0.05f), 0.0575f * size * (0.6f + 0.4f * wide),
                0.028f * size * wide, skin, 0.03f, Forward(bones), 0.95f),
            // From the ears to the chin.
            RoundCone.Between(bones.InHead(0.05f * wide, -0.045f, 0), bones.InHead(0.018f * wide, -0.09f, 0.058f), 0.018f * size * wide,
                0.015f * size, skin, 0.035f),
            RoundCone.Between(bones.InHead(-0.05f * wide, -0.045f, 0), bones.InHead(-0.018f * wide, -0.09f, 0.058f), 0.018f * size * wide,
                0.015f * size, skin, 0.035f));
        foreach (var side in (ReadOnlySpan<float>)[1, -1])
        {
            figure.Add(BodyPart.Head,
            RoundCone.Ellipsoid(bones.InHead(side * 0.077f, -0.004f, -0.012f), bones.HeadTurn * Tilt(side),
            new Vector3(0.009f, 0.031f, 0.019f) * size, skin, 0.008f));
        }

        if (faceless)
        {
            figure.Add(BodyPart.Head, RoundCone.Ellipsoid(bones.InHead(0, -0.012f, 0.06f), bones.HeadTurn,
                new Vector3(0.042f, 0.06f, 0.03f) * size, skin, 0.04f));
            return;
        }

        figure.Add(BodyPart.Head, Sculpture.Skin,
            RoundCone.Between(bones.InHead(0.03f, 0.026f, 0.068f), bones.InHead(-0.03f, 0.026f, 0.068f), 0.015f * size, 0.015f * size, skin,
                0.02f),
            RoundCone.Between(bones.InHead(0, 0.018f, 0.078f), bones.InHead(0, -0.024f, 0.1005f), 0.007f * size, 0.009f * size, skin,
                0.014f),
            RoundCone.Between(bones.InHead(0.0105f, -0.0285f, 0.089f), bones.InHead(-0.0105f, -0.0285f, 0.089f), 0.0072f * size,
                0.0072f * size, skin, 0.008f),
            RoundCone.Ellipsoid(bones.InHead(0, -0.053f, 0.074f), bones.HeadTurn, new Vector3(0.032f, 0.02f, 0.019f) * size, skin, 0.02f),
            RoundCone.Ellipsoid(bones.InHead(0, -0.088f, 0.077f), bones.HeadTurn, new Vector3(0.019f, 0.015f, 0.014f) * size, skin, 0.02f));
        var lips = skin with { Color = looks.Lips, Gloss = 0.3f };
        figure.Add(BodyPart.Head, Sculpture.Skin,
            RoundCone.Between(bones.InHead(0.0215f, -0.0515f, 0.0845f), bones.InHead(0, -0.0495f, 0.0932f), 0.0022f * size, 0.0046f * size,
                lips, 0.004f),
            RoundCone.Between(bones.InHead(-0.0215f, -0.0515f, 0.0845f), bones.InHead(0, -0.0495f, 0.0932f), 0.0022f * size, 0.0046f * size,
                lips, 0.004f),
            RoundCone.Between(bones.InHead(0.012f, -0.0588f, 0.0897f), bones.InHead(-0.012f, -0.0588f, 0.0897f), 0.0049f * size,
                0.0049f * size, lips, 0.0025f));
        foreach (var side in (ReadOnlySpan<float>)[1, -1]) Eye(figure, looks, side);
    }

    private static void Eye(Sculpture figure, Looks looks, float side)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        var white = new Surface(new Vector3(0.78f, 0.76f, 0.72f), 0.6f);
        var brow = new Surface(looks.Hair.Color * 0.7f, 0.05f);
        figure.Add(BodyPart.Head, RoundCone.Ellipsoid(bones.InHead(side * 0.039f * bones.Build.Face, -0.016f, 0.052f), bones.HeadTurn,
            new Vector3(0.022f, 0.015f, 0.019f) * size, looks.Skin, 0.03f));
        figure.Add(BodyPart.Head, Sculpture.Eyes,
            RoundCone.Ellipsoid(bones.InHead(side * 0.031f, 0.0045f, 0.0715f), bones.HeadTurn,
                new Vector3(0.0158f, 0.0108f, 0.0128f) * size, white, 0),
            RoundCone.Ellipsoid(bones.InHead(side * 0.0305f, 0.0045f, 0.0795f), bones.HeadTurn,
                new Vector3(0.0073f, 0.0073f, 0.0058f) * size, new Surface(looks.Eyes, 0.9f), 0),
            RoundCone.Ellipsoid(bones.InHead(side * 0.0305f, 0.0045f, 0.0842f), bones.HeadTurn,
                new Vector3(0.0034f, 0.0034f, 0.0022f) * size, new Surface(new Vector3(0.01f), 1), 0));
        // The lid with its lashes, and the brow over it.
        figure.Add(BodyPart.Head, Sculpture.Under,
            RoundCone.Between(bones.InHead(side * 0.0175f, 0.0085f, 0.0805f), bones.InHead(side * 0.031f, 0.0125f, 0.083f), 0.0035f * size,
                0.0045f * size, looks.Skin, 0),
            RoundCone.Between(bones.InHead(side * 0.031f, 0.0125f, 0.083f), bones.InHead(side * 0.046f, 0.0065f, 0.0755f), 0.0045f * size,
                0.0034f * size, looks.Skin, 0.002f),
            RoundCone.Between(bones.InHead(side * 0.0185f, 0.0072f, 0.0833f), bones.InHead(side * 0.031f, 0.0105f, 0.0868f), 0.0011f * size,
                0.0015f * size, brow, 0),
            RoundCone.Between(bones.InHead(side * 0.031f, 0.0105f, 0.0868f), bones.InHead(side * 0.0475f, 0.006f, 0.0785f), 0.0015f * size,
                0.0012f * size, brow, 0),
            RoundCone.Between(bones.InHead(side * 0.0145f, 0.0305f, 0.0865f), bones.InHead(side * 0.034f, 0.0355f, 0.0855f), 0.0023f * size,
                0.0027f * size, brow, 0),
            RoundCone.Between(bones.InHead(side * 0.034f, 0.0355f, 0.0855f), bones.InHead(side * 0.0515f, 0.0285f, 0.0725f), 0.0027f * size,
                0.0014f * size, brow, 0));
    }

    private static Vector3 Forward(Skeleton bones) => Vector3.Transform(Vector3.UnitZ, bones.HeadTurn);

    private static Quaternion Tilt(float side) => Quaternion.CreateFromYawPitchRoll(side * 0.45f, -0.2f, 0);
}
