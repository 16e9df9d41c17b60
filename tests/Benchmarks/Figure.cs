namespace Platform.Benchmarks;

/// <summary>One row of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Measured">The measured value, as it is shown.</param>
/// <param name="Target">What it should be, as it is shown.</param>
/// <param name="IsMet">Whether it is; null where nothing was measured, or nothing is asked of it.</param>
/// <param name="Detail">Where the value comes from.</param>
internal sealed record Figure(string Name, string Measured, string Target, bool? IsMet, string Detail)
{
    private string Verdict => IsMet switch { true => "met", false => "MISSED", null => "-" };

    public static void Print(IReadOnlyList<Figure> figures)
    {
        string[][] rows =
        [
            ["figure", "measured", "target", "verdict", "detail"],
            .. figures.Select(figure => new[] { figure.Name, figure.Measured, figure.Target, figure.Verdict, figure.Detail }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in rows)
        {
            Console.WriteLine($"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |");
            if (row == rows[0]) Console.WriteLine($"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
        }
    }

    /// <summary>The middle value: on a machine that others use too, a mean tells more of them than of us.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
