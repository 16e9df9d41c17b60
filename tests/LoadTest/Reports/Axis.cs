namespace Platform.LoadTest.Reports;

/// <summary>Places values along a side of a plot.</summary>
/// <param name="Title">What the values are.</param>
/// <param name="Ticks">Where lines are drawn, and what is written there; in rising order.</param>
/// <param name="Place">From a value to a share of the side.</param>
internal sealed record Axis(string Title, IReadOnlyList<(double Value, string Text)> Ticks, Func<double, double> Place)
{
    private const int WantedTicks = 5;

    /// <summary>From zero to what is at least a value, in round steps.</summary>
    public static Axis Linear(string title, double most)
    {
        var step = RoundStep(Math.Max(most, 1e-9) / WantedTicks);
        var end = Math.Max(1, Math.Ceiling(most / step - 1e-9)) * step;
        var ticks = Enumerable.Range(0, (int)Math.Round(end / step) + 1).Select(tick => (tick * step, Numbers.Value(tick * step)));
        return new(title, [.. ticks], value => value / end);
    }

    /// <summary>Powers of ten that enclose both values, which are positive, with lines at 1, 2 and 5.</summary>
    public static Axis Logarithmic(string title, double least, double most)
    {
        double[] steps = [1, 2, 5];
        var lines = Enumerable.Range(-3, 12).SelectMany(power => steps.Select(step => step * Math.Pow(10, power))).ToList();
        var start = lines.LastOrDefault(line => line <= least * (1 + 1e-9), lines[0]);
        var end = lines.FirstOrDefault(line => line >= most * (1 - 1e-9) && line > start, lines[^1]);
        var ticks = lines.Where(line => line >= start && line <= end).Select(line => (line, Numbers.Value(line)));
        return new(title, [.. ticks], value => Math.Log(Math.Clamp(value, start, end) / start) / Math.Log(end / start));
    }

    /// <summary>Percents, so that each further nine has as much room as the first.</summary>
    public static Axis Percentiles(double most)
    {
        double[] percents = [0, 50, 90, 99, 99.9, 99.99, 99.999];
        var end = percents.FirstOrDefault(percent => percent >= most, percents[^1]);
        var ticks = percents.Where(percent => percent <= end).Select(percent => (percent, FormattableString.Invariant($"{percent}%")));
        return new("share of the answers", [.. ticks], percent => Math.Log(1 - (Math.Min(percent, end) / 100)) / Math.Log(1 - (end / 100)));
    }

    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}
