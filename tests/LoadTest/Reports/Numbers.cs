using System.Globalization;

namespace Platform.LoadTest.Reports;

/// <summary>Numbers as reports show them, the same everywhere.</summary>
internal static class Numbers
{
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Milliseconds(TimeSpan time) => Text($"{Value(time.TotalMilliseconds)} ms");

    /// <summary>Three digits, or all of them before the point.</summary>
    public static string Value(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 10 => Text($"{value:0.##}"),
        < 100 => Text($"{value:0.#}"),
        _ => Text($"{value:#,0}"),
    };
}
