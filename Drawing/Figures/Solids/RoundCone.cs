using System.Numerics;

namespace Platform.Drawing.Figures.Solids;

/// <summary>
/// The hull of two balls, in a space that may be stretched along its own axes: a tapered limb, a flattened palm, an ellipsoid.
/// Lengths are metres; y is up and z comes towards whom the figure faces.
/// </summary>
/// <param name="Base">The centre of the first ball.</param>
/// <param name="X">Its own axes, unit vectors; Y runs from the first ball to the second.</param>
/// <param name="Length">From the first centre to the second, 0 for a ball.</param>
/// <param name="Scale">How it is stretched along its own axes.</param>
internal sealed record RoundCone(Vector3 Base, Vector3 X, Vector3 Y, Vector3 Z, float Length, float BaseRadius, float TipRadius,
    Vector3 Scale)
{
    public required Surface Surface { get; init; }

    public BodyPart Part { get; init; }

    /// <summary>Solids of one layer melt into each other; layers lie over each other with an edge.</summary>
    public int Layer { get; init; }

    /// <summary>How far, in metres, it melts with what came before it in its layer.</summary>
    public float Blend { get; init; }

    /// <summary>It is cut off flat below this place of its own Y axis.</summary>
    public float CutLow { get; init; } = float.NegativeInfinity;

    /// <summary>It is cut off flat above this place.</summary>
    public float CutHigh { get; init; } = float.PositiveInfinity;

    public Vector3 Tip => Base + Y * Length;

    public float Reach => MathF.Max(BaseRadius, TipRadius) * MathF.Max(Scale.X, MathF.Max(Scale.Y, Scale.Z));

    /// <summary>A tapered rod, <paramref name="thickness"/> times as thick along <paramref name="facing"/> as across it.</summary>
    public static RoundCone Between(Vector3 from, Vector3 to, float baseRadius, float tipRadius, Surface surface, float blend = 0.03f,
        Vector3? facing = null, float thickness = 1)
    {
        var length = Vector3.Distance(from, to);
        var y = length > 1e-5f ? (to - from) / length : Vector3.UnitY;
        var z = Across(y, facing ?? Vector3.UnitZ);
        // A ball that holds the other one is all there is of the hull.
        if (length <= MathF.Abs(baseRadius - tipRadius) * 1.02f) length = MathF.Abs(baseRadius - tipRadius) * 1.02f + 1e-4f;
        return new RoundCone(from, Vector3.Cross(y, z), y, z, length, baseRadius, tipRadius, new Vector3(1, 1, thickness))
        {
            Surface = surface,
            Blend = blend,
        };
    }

    /// <summary>An ellipsoid with radii along the axes of <paramref name="turn"/>.</summary>
    public static RoundCone Ellipsoid(Vector3 center, Quaternion turn, Vector3 radii, Surface surface, float blend = 0.03f) =>
        new(center, Vector3.Transform(Vector3.UnitX, turn), Vector3.Transform(Vector3.UnitY, turn), Vector3.Transform(Vector3.UnitZ, turn),
            0, 1, 1, radii)
        { Surface = surface, Blend = blend };

    /// <summary>The same solid, thicker by <paramref name="by"/> on every side.</summary>
    public RoundCone Thicker(float by) => Length == 0
        ? this with { Scale = Vector3.Max(Scale + new Vector3(by), new Vector3(0.002f)) }
        : this with { BaseRadius = BaseRadius + by, TipRadius = TipRadius + by, Scale = Flatness(by) };

    // A flat solid that grows by the same on all sides becomes less flat.
    private Vector3 Flatness(float by)
    {
        var radius = (BaseRadius + TipRadius) / 2;
        return Scale with { X = (radius * Scale.X + by) / (radius + by), Z = (radius * Scale.Z + by) / (radius + by) };
    }

    /// <summary>The unit vector across <paramref name="along"/> that is nearest to <paramref name="wanted"/>.</summary>
    public static Vector3 Across(Vector3 along, Vector3 wanted)
    {
        var across = wanted - along * Vector3.Dot(wanted, along);
        if (across.LengthSquared() < 1e-4f)
        {
            var other = MathF.Abs(along.X) < 0.8f ? Vector3.UnitX : Vector3.UnitY;
            across = other - along * Vector3.Dot(other, along);
        }

        return Vector3.Normalize(across);
    }
}
