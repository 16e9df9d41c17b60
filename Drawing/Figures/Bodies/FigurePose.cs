using System.Numerics;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>
/// How a figure holds itself. Turns are (forward, to its left, sideways to its left) in degrees against the upright figure. Directions of
/// limbs are (outward, up, forward) of the room in which the figure faces forward, for either side, of any length.
/// </summary>
internal sealed record FigurePose
{
    public Vector3 Pelvis { get; init; }

    public Vector3 Chest { get; init; }

    public Vector3 Head { get; init; }

    public required Limb LeftArm { get; init; }

    public required Limb RightArm { get; init; }

    public required Limb LeftLeg { get; init; }

    public required Limb RightLeg { get; init; }

    /// <summary>How high above the ground its lowest point is, in metres.</summary>
    public float Lift { get; init; }

    /// <summary>It sits on a seat of the height that its shins need.</summary>
    public bool Seated { get; init; }

    /// <summary>From where it is best seen, in degrees to its left.</summary>
    public float SeenFrom { get; init; }

    /// <summary>The same pose as a mirror shows it.</summary>
    public FigurePose Mirrored() => this with
    {
        Pelvis = Mirrored(Pelvis),
        Chest = Mirrored(Chest),
        Head = Mirrored(Head),
        LeftArm = RightArm,
        RightArm = LeftArm,
        LeftLeg = RightLeg,
        RightLeg = LeftLeg,
        SeenFrom = -SeenFrom,
    };

    private static Vector3 Mirrored(Vector3 turn) => new(turn.X, -turn.Y, -turn.Z);
}

/// <summary>An arm (upper arm, forearm, hand) or a leg (thigh, shin, foot).</summary>
/// <param name="End">Null: the hand goes on as the forearm does; the foot points forward, flat.</param>
/// <param name="Curl">How far the fingers are closed: 0 is flat, 1 a fist.</param>
/// <param name="Palm">Where the palm looks; null: to the body.</param>
internal sealed record Limb(Vector3 Upper, Vector3 Lower, Vector3? End = null, float Curl = 0.3f, Vector3? Palm = null)
{
    public Limb(float ux, float uy, float uz, float lx, float ly, float lz) : this(new Vector3(ux, uy, uz), new Vector3(lx, ly, lz))
    {
    }

    public Limb Ending(float x, float y, float z) => this with { End = new Vector3(x, y, z) };

    public Limb Facing(float x, float y, float z) => this with { Palm = new Vector3(x, y, z) };
}
