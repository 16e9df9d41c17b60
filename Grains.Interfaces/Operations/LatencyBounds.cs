namespace Platform.Operations;

/// <summary>
/// How latencies are counted where they have to be added up over processes and time: in classes, each a quarter wider than the one below, from a
/// tenth of a millisecond to two minutes. So a quantile is exact to a quarter.
/// </summary>
public static class LatencyBounds
{
    private const double Smallest = 0.0001;
    private const double Ratio = 1.25;

    /// <summary>How many classes there are.</summary>
    public const int Count = 64;

    /// <summary>The class of a duration in seconds.</summary>
    public static int IndexOf(double seconds) =>
        seconds <= Smallest ? 0 : Math.Min(Count - 1, (int)Math.Ceiling(Math.Log(seconds / Smallest, Ratio)));

    /// <summary>The upper bound of a class in seconds.</summary>
    public static double Bound(int index) => Smallest * Math.Pow(Ratio, index);

    /// <summary>The duration in seconds that this share of all was not above; 0 where there are none.</summary>
    /// <param name="counts">How many there are in each class.</param>
    /// <param name="share">In [0, 1].</param>
    public static double Quantile(IReadOnlyList<long> counts, double share)
    {
        var total = counts.Sum();
        if (total == 0) return 0;
        var rank = Math.Max(1, (long)Math.Ceiling(share * total));
        for (var i = 0; i < counts.Count; i++)
        {
            if ((rank -= counts[i]) <= 0) return Bound(i);
        }

        return Bound(counts.Count - 1);
    }
}
