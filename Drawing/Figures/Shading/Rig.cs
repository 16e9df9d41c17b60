using System.Numerics;

namespace Platform.Drawing.Figures.Shading;

/// <summary>The lights of a scene. Directions are (degrees to the right of the camera, degrees up); colours are linear and carry the
/// strength.</summary>
/// <param name="Softness">How wide the key light is, as the tangent of half the angle it is seen at.</param>
/// <param name="Backdrop">How bright the background is against its own colour.</param>
internal sealed record Rig(Vector2 KeyFrom, Vector3 Key, Vector3 Sky, Vector3 Ground, Vector2 RimFrom, Vector3 Rim, float Softness,
    float Backdrop)
{
    /// <summary>A second light from behind, on the other side; black for none.</summary>
    public Vector3 SecondRim { get; init; }

    /// <summary>How black shadows on the ground are.</summary>
    public float ShadowDepth { get; init; } = 0.55f;

    public static Rig Of(string? lighting, Dice dice)
    {
        var side = dice.Next() < 0.5f ? -1f : 1f;
        var turn = dice.Between(-8, 8);
        Vector2 From(float across, float up) => new(side * across + turn, up);
        return lighting switch
        {
            "natural" => new(From(52, 46), new Vector3(2.9f, 2.55f, 2.05f), new Vector3(0.5f, 0.62f, 0.82f),
                new Vector3(0.3f, 0.26f, 0.18f), From(-150, 40), new Vector3(0.6f, 0.6f, 0.55f), 0.03f, 1),
            "dramatic" => new(From(72, 34), new Vector3(3.5f, 2.95f, 2.3f), new Vector3(0.09f, 0.11f, 0.17f), new Vector3(0.05f),
                From(-142, 24), new Vector3(0.9f, 1.2f, 1.9f), 0.035f, 0.36f),
            "rim" => new(From(30, 40), new Vector3(0.16f), new Vector3(0.11f, 0.12f, 0.15f), new Vector3(0.04f), From(128, 26),
                new Vector3(10f, 9.4f, 8.4f), 0.1f, 0.14f)
            { SecondRim = new Vector3(6.4f, 7.6f, 10f) },
            "soft" => new(From(28, 58), new Vector3(1.25f, 1.2f, 1.13f), new Vector3(1f, 0.99f, 0.97f), new Vector3(0.6f, 0.57f, 0.54f),
                From(-140, 30), new Vector3(0.25f), 0.5f, 1.02f)
            { ShadowDepth = 0.34f },
            "flat" => new(From(4, 30), new Vector3(0.3f), new Vector3(1.45f), new Vector3(1.3f), From(-150, 30), Vector3.Zero, 0.8f,
                1)
            { ShadowDepth = 0.16f },
            "chiaroscuro" => new(From(58, 48), new Vector3(4.3f, 3.3f, 2.1f), new Vector3(0.035f, 0.027f, 0.02f), new Vector3(0.015f),
                From(-140, 20), new Vector3(0.16f, 0.11f, 0.06f), 0.04f, 0.13f),
            "high_key" => new(From(22, 42), new Vector3(2.2f, 2.15f, 2.1f), new Vector3(1.7f), new Vector3(1.35f), From(-140, 35),
                new Vector3(1.3f), 0.4f, 1.5f)
            { ShadowDepth = 0.14f },
            "low_key" => new(From(78, 42), new Vector3(1.7f, 1.62f, 1.55f), new Vector3(0.045f, 0.05f, 0.065f), new Vector3(0.02f),
                From(-146, 30), new Vector3(0.7f, 0.75f, 0.9f), 0.06f, 0.1f),
            _ => new(From(40, 42), new Vector3(2.45f, 2.35f, 2.2f), new Vector3(0.52f, 0.55f, 0.6f), new Vector3(0.26f, 0.23f, 0.21f),
                From(-145, 32), new Vector3(1.05f, 1.1f, 1.25f), 0.09f, 1),
        };
    }

    /// <summary>The unit vector to a light that stands as seen from the camera.</summary>
    public static Vector3 Toward(Vector2 from, Vector3 cameraForward)
    {
        var away = cameraForward with { Y = 0 };
        if (away.LengthSquared() < 0.05f) away = -Vector3.UnitZ;
        var facing = -Vector3.Normalize(away);
        // Seen from the camera, right is where the cross product of up and the way to the camera points.
        var right = Vector3.Cross(Vector3.UnitY, facing);
        var (across, up) = (from.X * MathF.PI / 180, from.Y * MathF.PI / 180);
        return Vector3.Normalize((facing * MathF.Cos(across) + right * MathF.Sin(across)) * MathF.Cos(up) + Vector3.UnitY * MathF.Sin(up));
    }
}
