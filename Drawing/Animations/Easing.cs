namespace Platform.Drawing.Animations;

/// <summary>How a value goes from one key to the next: a cubic Bézier curve from (0, 0) to (1, 1) with time across and progress up,
/// as in CSS Easing Functions Level 1 and in Lottie, so that every output moves alike.</summary>
/// <param name="X1">First control point's time, in [0, 1].</param>
/// <param name="Y1">First control point's progress; beyond [0, 1] it swings out.</param>
/// <param name="X2">Second control point's time, in [0, 1].</param>
/// <param name="Y2">Second control point's progress.</param>
public readonly record struct Easing(float X1, float Y1, float X2, float Y2)
{
    public static readonly Easing Linear = new(1 / 3f, 1 / 3f, 2 / 3f, 2 / 3f);

    /// <summary>Slow out, slow in: half a sine wave.</summary>
    public static readonly Easing Smooth = new(0.364f, 0, 0.636f, 1);

    /// <summary>Starts fast and comes to rest: exactly what is thrown up (1 − (1 − t)²).</summary>
    public static readonly Easing Rise = new(1 / 3f, 2 / 3f, 2 / 3f, 1);

    /// <summary>Starts at rest and gets faster: exactly what falls (t²).</summary>
    public static readonly Easing Fall = new(1 / 3f, 0, 2 / 3f, 1 / 3f);

    /// <summary>Shoots past the end and comes back.</summary>
    public static readonly Easing Overshoot = new(0.34f, 1.56f, 0.64f, 1);

    /// <summary>Stays, and is at the next value only when its time has come.</summary>
    public static readonly Easing Hold = new(float.NaN, float.NaN, float.NaN, float.NaN);

    public bool IsHold => float.IsNaN(X1);

    /// <summary>Progress at a share of the time in [0, 1].</summary>
    public float At(float time)
    {
        if (IsHold || time <= 0) return 0;
        if (time >= 1) return 1;
        // Time rises along the curve, so halving finds the place.
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 24; i++)
        {
            var middle = (low + high) / 2;
            if (Along(middle, X1, X2) < time) low = middle;
            else high = middle;
        }

        return (float)Along((low + high) / 2, Y1, Y2);
    }

    private static double Along(double t, double first, double second) => t * (3 * (1 - t) * ((1 - t) * first + t * second) + t * t);
}
