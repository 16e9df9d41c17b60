using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>A hand: a flat palm, four fingers of three bones and a thumb.</summary>
internal static class Hands
{
    // Each finger from the index: where it begins across the palm, how long it is, and how much further it closes than the index does.
    private static readonly (float Across, float Length, float Closes)[] Fingers = [(0.029f, 0.076f, 0), (0.0095f, 0.084f, 0.06f),
        (-0.0105f, 0.078f, 0.13f), (-0.029f, 0.061f, 0.2f)];

    public static void Add(Sculpture figure, Chain arm, Surface skin, BodyPart part)
    {
        var size = figure.Skeleton.Size * (0.92f + 0.08f * figure.Skeleton.Build.Girth);
        var (along, palm) = (arm.Along, arm.Face);
        // On both hands the thumb is on the side towards which the palm, turned forward, looks away from the body.
        var thumb = Vector3.Cross(palm, along) * arm.Side;
        var knuckles = arm.End + along * 0.088f * size;
        figure.Add(part, Sculpture.Skin,
            RoundCone.Between(arm.End + along * 0.012f * size, arm.End + along * 0.066f * size, 0.029f * size, 0.041f * size, skin, 0.025f,
                palm, 0.42f),
            // The ball of the thumb.
            RoundCone.Between(arm.End + (along * 0.022f + thumb * 0.018f + palm * 0.006f) * size,
                arm.End + (along * 0.05f + thumb * 0.034f + palm * 0.012f) * size, 0.015f * size, 0.012f * size, skin, 0.015f));
        foreach (var (across, length, closes) in Fingers)
        {
            Finger(figure, part, skin, knuckles + thumb * across * size - along * (MathF.Abs(across) * 0.18f * size),
                along + thumb * across * 2.2f, palm, length * size, arm.Curl + closes * arm.Curl, 0.0092f * size);
        }

        var root = arm.End + (along * 0.05f + thumb * 0.036f + palm * 0.012f) * size;
        var (first, second) = (Vector3.Normalize(along * 0.85f + thumb * (0.65f - 0.5f * arm.Curl) + palm * (0.2f + 0.5f * arm.Curl)),
            Vector3.Normalize(along * 0.9f + thumb * (0.2f - 0.9f * arm.Curl) + palm * (0.2f + 0.35f * arm.Curl)));
        var joint = root + first * 0.03f * size;
        figure.Add(part, Sculpture.Skin,
            RoundCone.Between(root, joint, 0.0118f * size, 0.0102f * size, skin, 0.012f),
            RoundCone.Between(joint, joint + second * 0.028f * size, 0.0102f * size, 0.0084f * size, skin, 0.003f));
    }

    private static void Finger(Sculpture figure, BodyPart part, Surface skin, Vector3 from, Vector3 along, Vector3 palm, float length,
        float curl, float radius)
    {
        along = Vector3.Normalize(along);
        var bent = 0f;
        foreach (var (share, closes) in (ReadOnlySpan<(float, float)>)[(0.46f, 1.35f), (0.3f, 1.7f), (0.24f, 1.0f)])
        {
            bent += curl * closes;
            var to = from + (along * MathF.Cos(bent) + palm * MathF.Sin(bent)) * length * share;
            figure.Add(part, RoundCone.Between(from, to, radius, radius * 0.93f, skin, 0.003f));
            (from, radius) = (to, radius * 0.93f);
        }
    }
}
