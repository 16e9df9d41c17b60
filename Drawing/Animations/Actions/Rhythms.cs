using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations.Actions;

/// <summary>What is done over and over, to a beat.</summary>
internal static class Rhythms
{
    private const int ConfettiCount = 30;

    /// <summary>Two hops with both arms up, in a rain of confetti.</summary>
    public static void Celebrate(Score score)
    {
        var (rig, height) = (score.Rig, 52 * score.Rig.Unit);
        Hops(score, Names.Figure, height, 2);
        score.Squash(Names.Mascot, Each(2, (0, 0.12), (0.2, -0.1), (0.5, 0), (0.8, -0.07)));
        score.Turn(Names.Mascot, (0, 0), (0.25, -5 * rig.Emphasis), (0.5, 0), (0.75, 5 * rig.Emphasis), (1, 0));
        foreach (var arm in new[] { rig.ArmLeft, rig.ArmRight }.OfType<Limb>())
        {
            var ((up, stretch), late) = (rig.ClearOfHead(arm, 152), arm.Side > 0 ? 0.04 : 0);
            score.Lift(arm, Each(2, (0, 96), (0.3 + late, up + 5), (0.5 + late, up - 18), (0.7 + late, up + 4)));
            if (!arm.Carries) score.Scale(arm.Name, Each(2, (0, 1), (0.3, stretch), (0.7, stretch)));
        }

        foreach (var leg in new[] { rig.LegLeft, rig.LegRight }.OfType<Limb>())
            score.Lift(leg, Each(2, (0, leg.RestLift), (0.35, leg.RestLift + 20), (0.6, leg.RestLift + 14)));

        score.Turn(Names.Head, (0, 0), (0.25, 6), (0.5, 0), (0.75, -6), (1, 0));
        score.Ears(Each(2, (0, 14), (0.25, 12), (0.5, -8), (0.8, -14)));
        score.Swing(Names.Tail, 16, 4);
        score.Eyes((0, 1, "eyes-happy"));
        score.Mouth((0, 1, "mouth-open"));
        for (var i = 0; i < ConfettiCount; i++) Confetti(score, i);
    }

    /// <summary>Steps from side to side, a hop to each beat, with the arms taking turns.</summary>
    public static void Dance(Score score)
    {
        var rig = score.Rig;
        var (step, hop) = (30 * rig.Unit, 16 * rig.Unit);
        score.X(Names.Figure, (0, -step), (0.06, -step), (0.25, 0), (0.44, step), (0.56, step), (0.75, 0), (0.94, -step), (1, -step));
        Hops(score, Names.Mascot, hop, 4);
        score.Squash(Names.Mascot, Each(4, (0, 0.075), (0.4, -0.05)));
        score.X(Names.Shadow, (0, -step), (0.06, -step), (0.25, 0), (0.44, step), (0.56, step), (0.75, 0), (0.94, -step), (1, -step));
        score.Turn(Names.Body, (0, -7 * rig.Emphasis), (0.25, 3), (0.5, 7 * rig.Emphasis), (0.75, -3), (1, -7 * rig.Emphasis));
        score.Turn(Names.Head, (0, 10), (0.25, -5), (0.5, -10), (0.75, 5), (1, 10));
        score.Y(Names.Head, Each(4, (0, 6 * rig.Unit), (0.5, -4 * rig.Unit)));
        score.Lift(rig.ArmLeft, (0, 150), (0.125, 128), (0.25, 95), (0.5, 30), (0.625, 52), (0.75, 95), (0.875, 128), (1, 150));
        score.Lift(rig.ArmRight, (0, 30), (0.125, 52), (0.25, 95), (0.5, 150), (0.625, 128), (0.75, 95), (0.875, 52), (1, 30));
        if (rig.LegLeft is { } left)
        {
            score.Lift(left, (0, left.RestLift), (0.3, left.RestLift), (0.42, left.RestLift + 36), (0.56, left.RestLift + 26),
                (0.72, left.RestLift), (1, left.RestLift));
        }

        if (rig.LegRight is { } right)
        {
            score.Lift(right, (0, right.RestLift + 34), (0.08, right.RestLift + 26), (0.22, right.RestLift), (0.8, right.RestLift),
                (0.92, right.RestLift + 36), (1, right.RestLift + 34));
        }

        score.Ears(Each(4, (0, 8), (0.5, -8)));
        score.Swing(Names.Tail, 18, 2, 0.1);
        score.Eyes((0, 1, "eyes-happy"));
        score.Mouth((0, 0.5, "mouth-open"), (0.5, 1, "mouth-smile"));
        Note(score, 1, 0.05);
        Note(score, -1, 0.3);
        Note(score, 1, 0.55);
    }

    /// <summary>Two squats, each ending with the dumbbells pressed overhead.</summary>
    public static void Exercise(Score score)
    {
        var rig = score.Rig;
        score.Squash(Names.Mascot, Each(2, (0, 0), (0.24, 0.17), (0.34, 0.16), (0.58, -0.06), (0.72, -0.04)));
        score.Y(Names.Head, Each(2, (0, 0), (0.26, 7 * rig.Unit), (0.36, 7 * rig.Unit), (0.6, -5 * rig.Unit), (0.74, -3 * rig.Unit)));
        score.Legs([.. Each(2, (0, 12), (0.24, 26), (0.34, 25), (0.58, 8), (0.72, 9))]);
        foreach (var arm in new[] { rig.ArmLeft, rig.ArmRight }.OfType<Limb>()) Press(score, arm with { Carries = false });
        if (rig.WavingArm is null)
            score.Y(Names.Figure, Each(2, (0, 0), (0.34, 0, Easing.Rise), (0.6, -34 * rig.Unit, Easing.Fall), (0.86, 0)));

        score.Ears(Each(2, (0, 0), (0.24, -5), (0.5, 10), (0.7, -4)));
        score.Swing(Names.Tail, 8, 2);
        score.Eyes((0.14, 0.3, "eyes-closed"), (0.64, 0.8, "eyes-closed"));
        score.Mouth((0.18, 0.42, "mouth-open"), (0.68, 0.92, "mouth-open"));
        for (var i = 0; i < 4; i++) Sweat(score, i);
    }

    private static void Press(Score score, Limb arm)
    {
        const float Low = 78;
        var (high, stretch) = score.Rig.ClearOfHead(arm, 168);
        score.ToFront(arm.Name);
        var beats = Each(2, (0, Low), (0.24, Low - 8), (0.34, Low - 6), (0.56, high), (0.74, high - 3));
        score.Lift(arm, beats);
        var grown = Each(2, (0, 1), (0.34, 0.96), (0.56, stretch), (0.74, stretch));
        score.Scale(arm.Name, grown);
        // The hands are full: what they usually hold has to wait.
        foreach (var held in score.Scene.Find(arm.Name)!.Children) score.Opacity(held.Name, (0, 0));
        var bell = arm.Side < 0 ? "dumbbell-left" : "dumbbell-right";
        score.Add(arm.Name, Props.Dumbbell(bell, arm.Tip, 46 * score.Rig.Unit));
        // Held level, whichever way the arm points; and iron doesn't grow.
        score.Scale(bell, [.. grown.Select(beat => beat with { Value = 1 / beat.Value })]);
        score.Turn(bell, [.. beats.Select(beat => beat with { Value = -arm.TurnTo(beat.Value) })]);
        score.Opacity(bell, (0, 1));
    }

    private static void Sweat(Score score, int i)
    {
        var (rig, name, side) = (score.Rig, $"sweat-{i + 1}", i % 2 == 0 ? -1 : 1);
        var start = 0.25 + i / 2 * 0.5 + (i % 2 == 0 ? 0 : 0.06);
        var from = rig.Head.At(0.5f + 0.5f * side, 0.18f);
        score.Add(Names.Stage, Props.Drop(name, from, 9 * rig.Unit));
        score.X(name, Particles.Looped(start, (0, 0, Easing.Linear), (0.36, side * 52 * rig.Unit, Easing.Hold),
            (0.95, side * 52 * rig.Unit, Easing.Hold)));
        score.Y(name, Particles.Looped(start, (0, 0, Easing.Rise), (0.12, -24 * rig.Unit, Easing.Fall),
            (0.36, 44 * rig.Unit, Easing.Hold), (0.95, 0, Easing.Hold)));
        score.Turn(name, Particles.Looped(start, (0, side * 55), (0.36, side * -25, Easing.Hold), (0.95, side * 55, Easing.Hold)));
        score.Opacity(name, Particles.Looped(start, (0, 0, Easing.Linear), (0.03, 1), (0.26, 1, Easing.Linear), (0.36, 0, Easing.Hold),
            (0.95, 0, Easing.Hold)));
    }

    private static void Confetti(Score score, int i)
    {
        var (rig, random, name) = (score.Rig, score.Random, $"confetti-{i + 1}");
        var (width, top) = (Math.Max(rig.Figure.Width, 300 * rig.Unit) + 90 * rig.Unit, rig.Figure.Top - 70 * rig.Unit);
        // One column for each piece, taken in an order that scatters: even by chance alone they would clump.
        var at = new Point(rig.Ground.X + width * ((i * 11 % ConfettiCount + random.NextSingle()) / ConfettiCount - 0.5f), top);
        var (fall, start, sway) = (rig.Ground.Y - top - 4 * rig.Unit, random.NextDouble(), 14 * rig.Unit * (random.NextSingle() + 0.4f));
        score.Add(Names.Stage, Props.Confetti(name, at, (17 + 9 * random.NextSingle()) * rig.Unit, i), behind: i % 5 < 2);
        score.Y(name, Particles.Looped(start, (0, 0, Easing.Linear), (0.95, fall, Easing.Hold)));
        score.X(name, Score.Pendulum(sway, 2, random.NextDouble()));
        var spin = (random.Next(2) * 2 - 1) * (180 + random.Next(240));
        score.Turn(name, Particles.Looped(start, (0, 0, Easing.Linear), (0.95, spin, Easing.Hold)));
        score.Scale(name, Score.Pendulum(0.45, 3, random.NextDouble(), 0.55), size => new(1, size));
        score.Opacity(name, Particles.Looped(start, (0, 0, Easing.Linear), (0.06, 1), (0.82, 1, Easing.Linear), (0.95, 0, Easing.Hold)));
    }

    private static void Note(Score score, int side, double start)
    {
        var (rig, name) = (score.Rig, $"note-{start * 100:0}");
        var from = rig.Head.At(0.5f + 0.56f * side, 0.3f) + new Point(side * 14 * rig.Unit, 0);
        score.Add(Names.Stage, Props.Note(name, from, 40 * rig.Unit, side > 0));
        score.Y(name, Particles.Looped(start, (0, 0, Easing.Linear), (0.8, -110 * rig.Unit, Easing.Hold), (0.95, 0, Easing.Hold)));
        score.X(name, Particles.Looped(start, (0, 0), (0.25, side * 26 * rig.Unit), (0.5, side * 6 * rig.Unit),
            (0.8, side * 34 * rig.Unit, Easing.Hold), (0.95, 0, Easing.Hold)));
        score.Turn(name, Particles.Looped(start, (0, -12), (0.25, 12), (0.5, -10), (0.8, 10, Easing.Hold), (0.95, -12, Easing.Hold)));
        score.Scale(name, Particles.Looped(start, (0, 0.3, Easing.Overshoot), (0.16, 1), (0.8, 1, Easing.Hold), (0.95, 0.3, Easing.Hold)));
        score.Opacity(name, Particles.Looped(start, (0, 0, Easing.Linear), (0.06, 1), (0.6, 1, Easing.Linear), (0.8, 0, Easing.Hold),
            (0.95, 0, Easing.Hold)));
    }

    // Hops of one height that follow on each other without a rest.
    private static void Hops(Score score, string part, float height, int times)
    {
        score.Y(part, Each(times, (0, 0), (0.12, 0, Easing.Rise), (0.5, -height, Easing.Fall), (0.88, 0)));
        score.Scale(Names.Shadow, Each(times, (0, 1), (0.12, 1, Easing.Rise), (0.5, 1 - height / (300 * score.Rig.Unit), Easing.Fall),
            (0.88, 1)));
    }

    // The beats of one bar, for each bar of the loop, and the first once more at its end.
    private static Beat[] Each(int bars, params Beat[] beats) =>
        [.. Enumerable.Range(0, bars).SelectMany(bar => beats.Select(beat => beat with { At = (beat.At + bar) / bars })),
            beats[0] with { At = 1 }];
}
