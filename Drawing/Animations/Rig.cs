using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>The measures of a character, as drawn: what fits a motion to a large head, short arms or a missing tail.</summary>
internal sealed class Rig
{
    private const float UsualHeight = 380;
    private const float HandRadius = 20;
    private const float LowestRaise = 115;
    private const float MostStretch = 1.45f;

    public Rig(Scene scene)
    {
        var mascot = scene.Find(Names.Mascot) ?? throw new ArgumentException($"The scene has no part named {Names.Mascot}.", nameof(scene));
        Ground = mascot.Pivot;
        Figure = mascot.VisibleBounds() ?? throw new ArgumentException("Nothing of the mascot is visible.", nameof(scene));
        (ArmLeft, ArmRight) = (Limb.Of(scene, Names.ArmLeft, -1), Limb.Of(scene, Names.ArmRight, 1));
        (LegLeft, LegRight) = (Limb.Of(scene, Names.LegLeft, -1), Limb.Of(scene, Names.LegRight, 1));
        Head = HeadOf(scene) ?? Figure with { Bottom = Figure.Top + Figure.Height * 0.45f };
        Eyes = scene.Find(Names.Eyes) is { } eyes && (eyes with { Opacity = 1 }).VisibleBounds() is { } found
            ? found
            : new(Head.At(0.3f, 0).X, Head.At(0, 0.5f).Y, Head.At(0.7f, 0).X, Head.At(0, 0.65f).Y);
        var tail = scene.Find(Names.Tail) is { } wagging && wagging.VisibleBounds() is { } behind ? behind.Center.X - Ground.X : 0;
        WavingArm = new[] { ArmRight, ArmLeft }.OfType<Limb>().OrderBy(arm => arm.Carries).ThenBy(arm => arm.Side * tail)
            .Select(arm => arm with { Carries = false }).FirstOrDefault();
    }

    /// <summary>The place on the ground between the feet.</summary>
    public Point Ground { get; }

    public Bounds Figure { get; }

    /// <summary>The skull, without ears and hats.</summary>
    public Bounds Head { get; }

    public Bounds Eyes { get; }

    public Limb? ArmLeft { get; }

    public Limb? ArmRight { get; }

    public Limb? LegLeft { get; }

    public Limb? LegRight { get; }

    /// <summary>The arm that has less to carry and isn't lost before the tail.</summary>
    public Limb? WavingArm { get; }

    /// <summary>Lengths of a motion are told for a figure of the usual height.</summary>
    public float Unit => Figure.Height / UsualHeight;

    /// <summary>A figure without arms says with its whole body what others say with a hand.</summary>
    public float Emphasis => WavingArm is null ? 2.2f : 1;

    /// <summary>How an arm gets clear of the head, so that its hand isn't lost before it: the highest lift up to a limit, and how much
    /// the arm is grown for it. A short arm under a large head does grow, as in any cartoon.</summary>
    public (float Lift, float Stretch) ClearOfHead(Limb arm, float limit)
    {
        for (var lift = limit; lift >= LowestRaise; lift -= 5)
        {
            for (var stretch = 1.1f; stretch <= MostStretch; stretch += 0.05f)
            {
                if (IsClear(arm.TipAt(lift, stretch))) return (lift, stretch);
            }
        }

        return (LowestRaise, MostStretch);
    }

    private bool IsClear(Point hand)
    {
        var (x, y) = hand - Head.Center;
        var (across, up) = (x / (Head.Width / 2 + HandRadius * Unit), y / (Head.Height / 2 + HandRadius * Unit));
        return across * across + up * up > 1;
    }

    private static Bounds? HeadOf(Scene scene)
    {
        if (scene.Find(Names.Head) is not { } head) return null;
        return (head with { Behind = [], Front = [] }).VisibleBounds() ?? head.VisibleBounds();
    }
}
