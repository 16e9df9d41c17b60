using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations.Actions;

/// <summary>What is said with a hand.</summary>
internal static class Gestures
{
    /// <summary>The arm goes up, waves three times and comes down again.</summary>
    public static void Wave(Score score)
    {
        var rig = score.Rig;
        var side = rig.WavingArm?.Side ?? 1;
        if (rig.WavingArm is { } arm)
        {
            var (highest, stretch) = rig.ClearOfHead(arm, 150);
            var (up, swing) = (highest - 12.0, 23.0);
            score.ToFront(arm.Name);
            score.Lift(arm, (0, Beat.Rest), (0.06, arm.RestLift - 12), (0.2, up + swing), (0.3, up - swing), (0.4, up + swing),
                (0.5, up - swing),
                (0.6, up + swing), (0.7, up - swing), (0.8, up + swing * 0.6), (0.93, arm.RestLift - 8), (1, Beat.Rest));
            score.Scale(arm.Name, (0, 1), (0.06, 0.96), (0.2, stretch), (0.8, stretch), (0.93, 1), (1, 1));
            var other = side > 0 ? rig.ArmLeft : rig.ArmRight;
            if (other is not null)
            {
                score.Lift(other, (0, Beat.Rest), (0.22, other.RestLift + 14), (0.5, other.RestLift + 8), (0.8, other.RestLift + 12),
                    (1, Beat.Rest));
            }
        }

        var lean = side * rig.Emphasis;
        score.Turn(Names.Body, (0, 0), (0.07, 2 * lean), (0.24, -4 * lean), (0.42, -2.5 * lean), (0.62, -4 * lean), (0.8, -2.5 * lean),
            (0.95, 1 * lean), (1, 0));
        score.Turn(Names.Head, (0, 0), (0.08, 3 * side), (0.26, -8 * side), (0.4, -4 * side), (0.5, -8 * side), (0.6, -4 * side),
            (0.7, -8 * side), (0.82, -4 * side), (1, 0));
        score.Squash(Names.Mascot, (0, 0), (0.08, 0.04), (0.2, -0.035), (0.32, 0.015), (0.42, -0.015), (0.52, 0.015), (0.62, -0.015),
            (0.72, 0.015), (0.82, -0.01), (0.94, 0.025), (1, 0));
        if (rig.WavingArm is null)
        {
            score.Y(Names.Figure, (0, 0, Easing.Rise), (0.17, -30 * rig.Unit, Easing.Fall), (0.34, 0, Easing.Rise),
                (0.5, -24 * rig.Unit, Easing.Fall), (0.66, 0), (1, 0));
            score.X(Names.Figure, Score.Pendulum(10 * rig.Unit, 2, 0.25));
        }

        score.Ears((0, 0), (0.1, 5), (0.22, -6), (0.34, 4), (0.44, -3), (0.54, 4), (0.64, -3), (0.76, 3), (0.95, 4), (1, 0));
        score.Swing(Names.Tail, 11, 4, 0.25);
        score.Eyes((0.16, 0.86, "eyes-happy"));
        score.Mouth((0.14, 0.88, "mouth-open"));
    }

    /// <summary>A hand at the chin, the eyes up, and a thought that forms itself.</summary>
    public static void Think(Score score)
    {
        var rig = score.Rig;
        var side = rig.WavingArm?.Side ?? 1;
        if (rig.WavingArm is { } arm)
        {
            var chin = rig.Head.At(0.5f + 0.1f * side, 0.97f);
            var lift = arm.LiftTowards(chin);
            var way = chin - arm.Pivot;
            var reach = Math.Clamp(MathF.Sqrt(way.X * way.X + way.Y * way.Y) / arm.Length, 0.75f, 1.3f);
            // The short way up to the chin is across the chest.
            if (lift > 90) lift -= 360;
            score.ToFront(arm.Name);
            score.Lift(arm, (0, lift), (0.25, lift - 3), (0.4, lift + 6), (0.5, lift - 3), (0.6, lift + 6), (0.72, lift - 2), (1, lift));
            score.Scale(arm.Name, (0, reach));
            var other = side > 0 ? rig.ArmLeft : rig.ArmRight;
            if (other is not null) score.Lift(other, (0, other.RestLift - 4), (0.5, other.RestLift + 5), (1, other.RestLift - 4));
        }

        score.Turn(Names.Head, (0, 5 * side), (0.3, 8 * side), (0.62, 3 * side), (1, 5 * side));
        score.Turn(Names.Body, (0, -1.2 * side * rig.Emphasis), (0.5, 1.8 * side * rig.Emphasis), (1, -1.2 * side * rig.Emphasis));
        score.Squash(Names.Body, (0, 0), (0.5, -0.018), (1, 0));
        score.Ears((0, 0), (0.3, -5), (0.36, 6), (0.44, -4), (0.6, 0), (1, 0));
        score.Swing(Names.Tail, 7, 2);
        score.Eyes((0.9, 0.96, "eyes-closed"));
        score.X(Names.Pupils, (0, -4 * side * rig.Unit), (0.4, -4 * side * rig.Unit), (0.5, 3 * side * rig.Unit),
            (0.8, 3 * side * rig.Unit), (0.9, -4 * side * rig.Unit), (1, -4 * side * rig.Unit));
        score.Y(Names.Pupils, (0, -5 * rig.Unit));
        var foot = side > 0 ? rig.LegLeft : rig.LegRight;
        if (foot is not null)
        {
            score.Lift(foot, (0, foot.RestLift), (0.1, foot.RestLift + 9), (0.18, foot.RestLift), (0.35, foot.RestLift),
                (0.45, foot.RestLift + 9), (0.53, foot.RestLift), (1, foot.RestLift));
        }

        AddThought(score, -side);
    }

    private static void AddThought(Score score, int side)
    {
        var (rig, size) = (score.Rig, 104 * score.Rig.Unit);
        var corner = rig.Head.At(0.5f + 0.44f * side, 0.12f);
        var center = new Point(corner.X + side * 74 * rig.Unit, Math.Min(corner.Y - 78 * rig.Unit, rig.Figure.Top));
        var near = corner + (center - corner) * 0.12f + new Point(side * 20 * rig.Unit, 0);
        var far = corner + (center - corner) * 0.36f + new Point(side * 18 * rig.Unit, 0);
        score.Add(Names.Stage, Props.Puff("puff-1", near, 8 * rig.Unit));
        score.Add(Names.Stage, Props.Puff("puff-2", far, 13 * rig.Unit));
        score.Add(Names.Stage, Props.ThoughtBubble(center, size, far));
        Pop("puff-1", 0.02);
        Pop("puff-2", 0.08);
        Pop("thought", 0.14);
        score.Y("thought", (0, 0), (0.3, 0), (0.5, -5 * rig.Unit), (0.7, 2 * rig.Unit), (0.9, 0), (1, 0));
        for (var dot = 1; dot <= 3; dot++)
        {
            var at = 0.3 + dot * 0.07;
            score.Y($"thought-dot-{dot}", (0, 0), (at, 0), (at + 0.08, -11 * rig.Unit), (at + 0.16, 0), (at + 0.24, 0),
                (at + 0.31, -8 * rig.Unit), (at + 0.38, 0), (1, 0));
        }

        void Pop(string name, double at)
        {
            score.Opacity(name, (0, 0), (at, 0, Easing.Linear), (at + 0.03, 1), (0.93, 1, Easing.Linear), (0.99, 0), (1, 0));
            score.Scale(name, (0, 0.2), (at, 0.2, Easing.Overshoot), (at + 0.14, 1), (0.9, 1), (0.99, 0.6), (1, 0.2));
        }
    }
}
