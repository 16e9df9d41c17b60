using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations.Actions;

/// <summary>What is done standing or sitting still.</summary>
internal static class Rests
{
    /// <summary>Breathes, blinks and shifts a little: alive, and nothing more.</summary>
    public static void Idle(Score score)
    {
        var rig = score.Rig;
        score.Squash(Names.Body, (0, 0), (0.45, -0.022), (1, 0));
        score.Y(Names.Head, (0, 0), (0.5, -2.5 * rig.Unit), (1, 0));
        score.Turn(Names.Head, (0, -1.2), (0.55, 1.4), (1, -1.2));
        score.Turn(Names.Figure, (0, -0.5 * rig.Emphasis), (0.5, 0.5 * rig.Emphasis), (1, -0.5 * rig.Emphasis));
        if (rig.ArmLeft is { } left) score.Lift(left, (0, left.RestLift), (0.5, left.RestLift + 5), (1, left.RestLift));
        if (rig.ArmRight is { } right) score.Lift(right, (0, right.RestLift), (0.54, right.RestLift + 5), (1, right.RestLift));
        score.TurnLate(Names.EarRight, 0, (0, 0), (0.3, 0), (0.35, 7), (0.4, -4), (0.46, 0), (1, 0));
        score.TurnLate(Names.EarLeft, 0, (0, 0), (0.5, -1.5), (1, 0));
        score.Swing(Names.Tail, 6, 1, 0.2);
        score.Eyes((0.62, 0.685, "eyes-closed"));
        score.Scale(Names.Shadow, (0, 1), (0.45, 0.985), (1, 1));
    }

    /// <summary>Sits on the ground with closed eyes, nods and breathes deeply.</summary>
    public static void Sleep(Score score)
    {
        var rig = score.Rig;
        var drop = SitDown(score);
        score.Turn(Names.Head, (0, 7), (0.5, 12), (0.58, 12.5), (1, 7));
        score.Y(Names.Head, (0, 2 * rig.Unit), (0.5, 9 * rig.Unit), (1, 2 * rig.Unit));
        score.Squash(Names.Body, (0, -0.03), (0.5, 0.03), (1, -0.03));
        score.Turn(Names.Body, (0, 2 * rig.Emphasis), (0.5, 4 * rig.Emphasis), (1, 2 * rig.Emphasis));
        if (rig.ArmLeft is { } left) score.Lift(left, (0, left.RestLift + 9), (0.5, left.RestLift + 2), (1, left.RestLift + 9));
        if (rig.ArmRight is { } right) score.Lift(right, (0, right.RestLift + 9), (0.5, right.RestLift + 2), (1, right.RestLift + 9));
        score.Ears((0, 12), (0.5, 18), (1, 12));
        score.Swing(Names.Tail, 3, 1);
        score.Eyes((0, 1, "eyes-closed"));
        score.Mouth((0, 0.5, "mouth-smile"), (0.5, 1, "mouth-smile"));

        var mouth = new Point(rig.Head.At(0.86f, 0).X, rig.Head.At(0, 0.1f).Y + drop);
        for (var i = 0; i < 3; i++)
        {
            var name = $"zed-{i + 1}";
            var (way, size) = (new Point(76, -110) * rig.Unit, 34 * rig.Unit);
            score.Add(Names.Stage, Props.Zed(name, mouth, size));
            var start = i / 3.0;
            score.X(name, Looped(start, (0, 0, Easing.Linear), (0.25, way.X * 0.5f), (0.5, way.X * 0.45f), (0.95, way.X, Easing.Hold)));
            score.Y(name, Looped(start, (0, 0, Easing.Linear), (0.95, way.Y, Easing.Hold)));
            score.Turn(name, Looped(start, (0, -14), (0.35, 10), (0.7, -8), (0.95, 6, Easing.Hold)));
            score.Scale(name, Looped(start, (0, 0.3, Easing.Linear), (0.95, 1.15, Easing.Hold)));
            score.Opacity(name, Looped(start, (0, 0, Easing.Linear), (0.12, 1), (0.72, 1, Easing.Linear), (0.95, 0, Easing.Hold)));
        }
    }

    /// <summary>Droops, sobs and weeps.</summary>
    public static void Sad(Score score)
    {
        var rig = score.Rig;
        score.Squash(Names.Mascot, (0, 0.06), (0.3, 0.085), (0.36, 0.065), (0.42, 0.09), (0.48, 0.07), (0.54, 0.09), (0.7, 0.06),
            (1, 0.06));
        score.Turn(Names.Body, (0, -2.5 * rig.Emphasis), (0.5, -1 * rig.Emphasis), (1, -2.5 * rig.Emphasis));
        score.Turn(Names.Head, (0, -9), (0.3, -12), (0.36, -10), (0.42, -13), (0.48, -10.5), (0.54, -13), (0.75, -8), (1, -9));
        score.Y(Names.Head, (0, 10 * rig.Unit), (0.3, 14 * rig.Unit), (0.36, 10 * rig.Unit), (0.42, 15 * rig.Unit),
            (0.48, 11 * rig.Unit), (0.54, 15 * rig.Unit), (0.75, 9 * rig.Unit), (1, 10 * rig.Unit));
        if (rig.ArmLeft is { } left)
        {
            score.Lift(left, (0, Hanging(left)), (0.3, Hanging(left) - 5), (0.36, Hanging(left) + 2), (0.42, Hanging(left) - 5),
                (0.54, Hanging(left) - 5), (1, Hanging(left)));
        }

        if (rig.ArmRight is { } right)
        {
            score.Lift(right, (0, Hanging(right)), (0.33, Hanging(right) - 5), (0.39, Hanging(right) + 2), (0.45, Hanging(right) - 5),
                (0.57, Hanging(right) - 5), (1, Hanging(right)));
        }

        score.Ears((0, 26), (0.3, 31), (0.4, 27), (0.5, 32), (0.75, 25), (1, 26));
        score.Turn(Names.Tail, (0, 0), (0.5, 4), (1, 0));
        score.Eyes((0.28, 0.58, "eyes-closed"));
        score.Mouth((0, 1, "mouth-sad"));
        score.Y(Names.Pupils, (0, 4 * rig.Unit));
        score.Turn("brows", (0, 0), (0.4, 2), (1, 0));

        // Where a face can't change, the weather does.
        if (!score.Has(Names.Eyes))
        {
            Rain(score);
            return;
        }

        var fall = rig.Head.Bottom - rig.Eyes.Bottom + 34 * rig.Unit;
        Tear("tear-left", rig.Eyes.At(0.2f, 0.95f), 0.1);
        Tear("tear-right", rig.Eyes.At(0.8f, 0.95f), 0.4);
        Tear("tear-last", rig.Eyes.At(0.2f, 0.95f), 0.65);

        void Tear(string name, Point eye, double start)
        {
            score.Add(score.HeadOrBody, Props.Drop(name, eye, 11 * rig.Unit));
            score.Y(name, Looped(start, (0, 0), (0.14, 4 * rig.Unit, Easing.Fall), (0.5, fall, Easing.Hold), (0.95, fall, Easing.Hold)));
            score.Scale(name, Looped(start, (0, 0.2), (0.14, 1.05), (0.5, 1, Easing.Hold), (0.95, 0.2, Easing.Hold)));
            score.Opacity(name, Looped(start, (0, 0, Easing.Linear), (0.06, 1), (0.42, 1, Easing.Linear), (0.5, 0, Easing.Hold),
                (0.95, 0, Easing.Hold)));
        }

        static float Hanging(Limb arm) => arm.RestLift * 0.3f - 4;
    }

    private static void Rain(Score score)
    {
        var (rig, center) = (score.Rig, new Point(score.Rig.Ground.X, score.Rig.Figure.Top - 44 * score.Rig.Unit));
        for (var i = 0; i < 5; i++)
        {
            var (name, start) = ($"rain-{i + 1}", i * 0.4 % 1);
            score.Add(Names.Stage, Props.Drop(name, center + new Point((i - 2) * 36 * rig.Unit, 26 * rig.Unit), 11 * rig.Unit));
            score.Y(name, Looped(start, (0, 0, Easing.Fall), (0.5, 190 * rig.Unit, Easing.Hold), (0.95, 0, Easing.Hold)));
            score.Opacity(name, Looped(start, (0, 0, Easing.Linear), (0.08, 1), (0.4, 1, Easing.Linear), (0.5, 0, Easing.Hold),
                (0.95, 0, Easing.Hold)));
        }

        score.Add(Names.Stage, Props.RainCloud("cloud", center, 150 * rig.Unit));
        score.Opacity("cloud", (0, 1));
        score.X("cloud", (0, -6 * rig.Unit), (0.5, 6 * rig.Unit), (1, -6 * rig.Unit));
    }

    // Lets the legs point outward and the body down by as much as they are shorter then.
    private static float SitDown(Score score)
    {
        var rig = score.Rig;
        if ((rig.LegLeft ?? rig.LegRight) is not { } leg)
        {
            score.Squash(Names.Mascot, (0, 0.1), (0.5, 0.14), (1, 0.1));
            return rig.Figure.Height * 0.12f;
        }

        const float Spread = 68;
        var drop = Math.Max(0, leg.TipAt(leg.RestLift).Y - leg.TipAt(Spread).Y) * 0.85f;
        score.Legs((0, Spread));
        score.Y(Names.Figure, (0, drop));
        return drop;
    }

    private static Beat[] Looped(double start, params Beat[] beats) => Particles.Looped(start, beats);
}
