using System.Net;
using System.Text;

namespace Platform.LoadTest.Reports;

/// <summary>Lines over two axes, as an SVG that stands in the page itself.</summary>
/// <param name="Lines">Drawn one over the other.</param>
/// <param name="ShadedUntil">The part before this value is not measured.</param>
internal sealed record Plot(Axis X, Axis Y, IReadOnlyList<PlotLine> Lines, double? ShadedUntil = null)
{
    private const double Width = 900;
    private const double Height = 300;
    private const double Left = 64;
    private const double Right = 16;
    private const double Top = 12;
    private const double Bottom = 44;

    public string Svg()
    {
        var svg = new StringBuilder(Numbers.Text($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\">\n"));
        if (ShadedUntil is > 0 and { } until)
        {
            svg.Append(Numbers.Text($"<rect class=\"ramp\" x=\"{Left}\" y=\"{Top}\" width=\"{XOf(until) - Left:F1}\" height=\"{Height - Top - Bottom}\"/>"))
                .Append(Numbers.Text($"<text x=\"{Left + 6}\" y=\"{Top + 14}\">ramp</text>\n"));
        }

        foreach (var (value, text) in Y.Ticks)
        {
            svg.Append(Numbers.Text($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{YOf(value):F1}\" y2=\"{YOf(value):F1}\"/>"))
                .Append(Numbers.Text($"<text x=\"{Left - 8}\" y=\"{YOf(value) + 4:F1}\" text-anchor=\"end\">{text}</text>\n"));
        }

        foreach (var (value, text) in X.Ticks)
        {
            svg.Append(Numbers.Text($"<line class=\"grid\" x1=\"{XOf(value):F1}\" x2=\"{XOf(value):F1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"/>"))
                .Append(Numbers.Text($"<text x=\"{XOf(value):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{text}</text>\n"));
        }

        svg.Append(Numbers.Text($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\">{X.Title}</text>"))
            .Append(Numbers.Text($"<text transform=\"translate(14 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{Y.Title}</text>\n"));
        foreach (var line in Lines.Where(line => line.Points.Count > 0))
        {
            var points = string.Join(' ', line.Points.Select(point => Numbers.Text($"{XOf(point.X):F1},{YOf(point.Y):F1}")));
            svg.Append(Numbers.Text($"<polyline class=\"c{line.Color}\" points=\"{points}\"><title>{WebUtility.HtmlEncode(line.Name)}</title></polyline>\n"));
        }

        return svg.Append("</svg>\n").ToString();
    }

    public string Legend() => string.Concat(
        Lines.Select(line => $"<span class=\"key\"><i class=\"c{line.Color}\"></i>{WebUtility.HtmlEncode(line.Name)}</span>"));

    private double XOf(double value) => Left + (Math.Clamp(X.Place(value), 0, 1) * (Width - Left - Right));

    private double YOf(double value) => Height - Bottom - (Math.Clamp(Y.Place(value), 0, 1) * (Height - Top - Bottom));
}

/// <param name="Color">A number from 0 to 7.</param>
internal sealed record PlotLine(string Name, int Color, IReadOnlyList<(double X, double Y)> Points);
