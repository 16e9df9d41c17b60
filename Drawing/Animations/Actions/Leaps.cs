using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations.Actions;

/// <summary>What leaves the ground once, high.</summary>
internal static class Leaps
{
    /// <summary>Crouches, jumps, lands and settles.</summary>
    public static void Jump(Score score)
    {
        var (rig, height) = (score.Rig, 120 * score.Rig.Unit);
        const double Off = 0.28, Top = 0.5, Down = 0.72;
        Fly(score, height, Off, Top, Down);
        score.Squash(Names.Mascot, (0, 0), (0.19, 0.2), (Off, -0.14), (Top, 0.02), (Down, -0.1), (0.79, 0.22), (0.88, -0.06),
            (0.94, 0.025), (1, 0));
        score.Arms((0, Beat.Rest), (0.19, 4), (0.32, 150), (Top, 128), (Down, 152), (0.8, 14), (0.9, 36), (1, Beat.Rest));
        if (rig.LegLeft is { } left) Dangle(score, left);
        if (rig.LegRight is { } right) Dangle(score, right);
        score.Y(Names.Head, (0, 0), (0.2, 6 * rig.Unit), (0.32, -5 * rig.Unit), (Top, 0), (Down, -4 * rig.Unit), (0.81, 9 * rig.Unit),
            (0.9, -2 * rig.Unit), (1, 0));
        score.Ears((0, 0), (0.19, -6), (0.34, 18), (Top, -4), (0.68, -16), (0.8, 20), (0.88, -6), (0.95, 2), (1, 0));
        score.TurnLate(Names.Tail, 0.03, (0, 0), (0.19, -8), (0.36, 22), (0.62, -18), (0.8, 18), (0.9, -6), (1, 0));
        score.Eyes((0.12, 0.26, "eyes-closed"), (0.3, 0.7, "eyes-happy"), (0.76, 0.85, "eyes-closed"));
        score.Mouth((0.26, 0.74, "mouth-open"), (0.74, 1, "mouth-smile"));
        LandingDust(score, Down);
    }

    /// <summary>Jumps, turns over backwards once in the air, and lands proudly.</summary>
    public static void Backflip(Score score)
    {
        var (rig, height) = (score.Rig, 150 * score.Rig.Unit);
        const double Off = 0.24, Top = 0.46, Down = 0.68;
        Fly(score, height, Off, Top, Down);
        score.Turn(Names.Figure, (0, 0), (0.16, 7), (Off - 0.01, -4, new(0.3f, 0.1f, 0.6f, 0.9f)), (Down - 0.01, -364), (0.76, -357),
            (0.84, -360, Easing.Hold), (1, -360, Easing.Hold));
        score.Squash(Names.Mascot, (0, 0), (0.16, 0.22), (Off, -0.16), (0.34, 0.06), (0.58, 0.06), (Down, -0.1), (0.75, 0.22),
            (0.83, -0.07), (0.9, 0.02), (1, 0));
        score.Arms((0, Beat.Rest), (0.16, 2), (0.26, 158), (0.36, 55), (0.56, 50), (Down, 120), (0.75, 30), (0.83, 142), (0.91, 134),
            (1, Beat.Rest));
        foreach (var leg in new[] { rig.LegLeft, rig.LegRight }.OfType<Limb>())
        {
            score.Lift(leg, (0, leg.RestLift), (Off, leg.RestLift), (0.36, leg.RestLift + 42), (0.56, leg.RestLift + 42),
                (Down, leg.RestLift + 6), (0.78, leg.RestLift), (1, leg.RestLift));
            score.Scale(leg.Name, (0, 1), (Off, 1), (0.36, 0.88), (0.56, 0.88), (Down, 1), (1, 1));
        }

        score.Y(Names.Head, (0, 0), (0.17, 6 * rig.Unit), (0.34, 8 * rig.Unit), (0.58, 8 * rig.Unit), (0.76, 9 * rig.Unit),
            (0.84, -4 * rig.Unit), (1, 0));
        score.Ears((0, 0), (0.16, -6), (0.3, 22), (0.55, 16), (Down, -10), (0.77, 20), (0.85, -8), (1, 0));
        score.TurnLate(Names.Tail, 0.03, (0, 0), (0.16, -8), (0.34, 24), (0.6, 20), (0.76, -18), (0.86, 8), (1, 0));
        score.Eyes((0.1, 0.22, "eyes-closed"), (0.76, 0.97, "eyes-happy"));
        score.Mouth((0.24, 0.7, "mouth-open"), (0.76, 0.97, "mouth-smile"));
        LandingDust(score, Down);
    }

    /// <summary>Up and down as what is thrown: exact parabolas. The shadow tells how high.</summary>
    public static void Fly(Score score, float height, double off, double top, double down)
    {
        score.Y(Names.Figure, (0, 0), (off, 0, Easing.Rise), (top, -height, Easing.Fall), (down, 0, Easing.Hold), (1, 0));
        score.Scale(Names.Shadow, (0, 1), (off, 1, Easing.Rise), (top, 0.6, Easing.Fall), (down, 1), (down + 0.08, 1.1), (1, 1));
        var shade = score.Scene.Find(Names.Shadow)?.Opacity ?? 1;
        score.Opacity(Names.Shadow, (0, shade), (off, shade, Easing.Rise), (top, shade * 0.5f, Easing.Fall), (down, shade), (1, shade));
    }

    private static void Dangle(Score score, Limb leg) => score.Lift(leg, (0, leg.RestLift), (0.28, leg.RestLift - 3),
        (0.4, leg.RestLift + 16), (0.5, leg.RestLift + 22), (0.66, leg.RestLift - 4), (0.72, leg.RestLift), (1, leg.RestLift));

    private static void LandingDust(Score score, double down)
    {
        var (rig, half) = (score.Rig, score.Rig.Figure.Width * 0.3f);
        foreach (var side in new[] { -1, 1 })
        {
            var name = side < 0 ? "dust-left" : "dust-right";
            score.Add(Names.Stage, Props.Dust(name, rig.Ground + new Point(side * half, -6 * rig.Unit), 15 * rig.Unit));
            score.X(name, (0, 0), (down, 0, Easing.Rise), (down + 0.22, side * 46 * rig.Unit, Easing.Hold), (1, 0));
            score.Y(name, (0, 0), (down, 0, Easing.Rise), (down + 0.22, -12 * rig.Unit, Easing.Hold), (1, 0));
            score.Scale(name, (0, 0.3), (down, 0.3, Easing.Rise), (down + 0.22, 1.35, Easing.Hold), (1, 0.3));
            score.Opacity(name, (0, 0, Easing.Hold), (down, 0.95, Easing.Linear), (down + 0.22, 0, Easing.Hold), (1, 0));
        }
    }
}
