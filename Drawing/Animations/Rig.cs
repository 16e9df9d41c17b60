using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>The measures of a character, as drawn: what fits a motion to a large head, short arms or a missing tail.</summary>
internal sealed class Rig
{
    private const float UsualHeight = 380;

    public Rig(Scene scene)
    {
        var mascot = scene.Find(Names.Mascot) ?? throw new ArgumentException($"The scene has no part named {Names.Mascot}.", nameof(scene));
        Ground = mascot.Pivot;
        Figure = SceneGeometry.BoundsOf(mascot) ?? throw new ArgumentException("Nothing of the mascot is visible.", nameof(scene));
        (ArmLeft, ArmRight) = (Limb.Of(scene, Names.ArmLeft, -1), Limb.Of(scene, Names.ArmRight, 1));
        (LegLeft, LegRight) = (Limb.Of(scene, Names.LegLeft, -1), Limb.Of(scene, Names.LegRight, 1));
        Head = HeadOf(scene) ?? Figure with { Bottom = Figure.Top + Figure.Height * 0.45f };
        Eyes = scene.Find(Names.Eyes) is { } eyes && SceneGeometry.BoundsOf(eyes with { Opacity = 1 }) is { } found
            ? found
            : new(Head.At(0.3f, 0).X, Head.At(0, 0.5f).Y, Head.At(0.7f, 0).X, Head.At(0, 0.65f).Y);
        var hands = new[] { ArmRight, ArmLeft }.OfType<Limb>();
        WavingArm = hands.OrderBy(arm => scene.Find(arm.Name)!.WithParts().Count()).FirstOrDefault();
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

    /// <summary>The arm that has less to carry.</summary>
    public Limb? WavingArm { get; }

    /// <summary>Lengths of a motion are told for a figure of the usual height.</summary>
    public float Unit => Figure.Height / UsualHeight;

    /// <summary>A figure without arms says with its whole body what others say with a hand.</summary>
    public float Emphasis => WavingArm is null ? 2.2f : 1;

    /// <summary>The highest lift of an arm, up to a limit, at which the hand isn't before or behind the head.</summary>
    public float LiftClearOfHead(Limb arm, float limit, float stretch = 1)
    {
        var (center, hand) = (Head.Center, 26 * Unit);
        for (var lift = limit; lift > 95; lift -= 5)
        {
            var (x, y) = arm.TipAt(lift, stretch) - center;
            var (across, up) = (x / (Head.Width / 2 + hand), y / (Head.Height / 2 + hand));
            if (across * across + up * up > 1) return lift;
        }

        return Math.Min(limit, 115);
    }

    private static Bounds? HeadOf(Scene scene)
    {
        if (scene.Find(Names.Head) is not { } head) return null;
        return SceneGeometry.BoundsOf(head with { Behind = [], Front = [] }) ?? SceneGeometry.BoundsOf(head);
    }
}
