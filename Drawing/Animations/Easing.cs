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
        return time >= 1 ? 1 : (float)Along(PlaceAt(time), Y1, Y2);
    }

    /// <summary>The piece between two times, as a way of its own: the same curve, seen from its own beginning to its own end.</summary>
    public Easing Piece(float from, float to)
    {
        if (IsHold || (from <= 0 && to >= 1)) return this;
        var (start, end) = (PlaceAt(from), PlaceAt(to));
        var (x1, x2) = Piece(X1, X2, start, end);
        var (y1, y2) = Piece(Y1, Y2, start, end);
        return new(Math.Clamp(x1, 0, 1), y1, Math.Clamp(x2, 0, 1), y2);
    }

    // The inner control points of the piece of a curve in one dimension (de Casteljau), with the piece's ends at 0 and 1.
    private static (float First, float Second) Piece(double first, double second, double start, double end)
    {
        var (from, to) = (Along(start, first, second), Along(end, first, second));
        if (Math.Abs(to - from) < 1e-6) return (1 / 3f, 2 / 3f);
        var third = (end - start) / 3;
        return ((float)(Slope(start, first, second) * third / (to - from)), (float)(1 - Slope(end, first, second) * third / (to - from)));
    }

    // Time rises along the curve, so halving finds the place.
    private double PlaceAt(float time)
    {
        if (time <= 0) return 0;
        if (time >= 1) return 1;
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 24; i++)
        {
            var middle = (low + high) / 2;
            if (Along(middle, X1, X2) < time) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    private static double Slope(double t, double first, double second) => 3 * (1 - t) * (1 - t) * first
        + 6 * (1 - t) * t * (second - first) + 3 * t * t * (1 - second);

    private static double Along(double t, double first, double second) => t * (3 * (1 - t) * ((1 - t) * first + t * second) + t * t);
}
