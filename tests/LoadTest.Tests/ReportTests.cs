using System.Xml.Linq;
using Platform.LoadTest.Measuring;
using Platform.LoadTest.Reports;

namespace Platform.LoadTest.Tests;

public sealed class ReportTests
{
    [Fact]
    public void The_page_needs_nothing_else_and_has_all()
    {
        var html = HtmlReport.Of(Sample.Report(Sample.Results(), new MaxP99(null, 250), new MaxErrors(1)));
        foreach (var outside in new[] { "<script", "src=", "href=", "url(", "@import" }) Assert.DoesNotContain(outside, html);
        foreach (var word in new[] { "neurotamagotchi.send", "HTTP 503 &lt;unavailable&gt;", "broken", "holds", "5,000", "400 ms" }) Assert.Contains(word, html);
    }

    [Fact]
    public void Every_plot_is_a_picture_with_its_lines_within_the_frame()
    {
        var report = Sample.Report(Sample.Results());
        foreach (var plot in new[] { Plots.LatencyOverTime(report), Plots.ThroughputOverTime(report), Plots.Distribution(report) })
        {
            var lines = XElement.Parse(plot.Svg()).Elements("polyline").ToList();
            Assert.NotEmpty(lines);
            foreach (var point in lines.SelectMany(line => line.Attribute("points")!.Value.Split(' ')))
            {
                var at = point.Split(',').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                Assert.InRange(at[0], 0, 900);
                Assert.InRange(at[1], 0, 300);
            }
        }
    }

    [Fact]
    public void A_run_in_which_nothing_happened_has_a_page_too()
    {
        var nothing = new Measurements(default, TimeSpan.FromSeconds(1)).Sum(default);
        Assert.Contains("Nothing was answered", HtmlReport.Of(Sample.Report(nothing)));
    }

    [Fact]
    public void Ticks_are_round_and_enclose_the_values()
    {
        Assert.Equal([0, 100, 200, 300, 400], Axis.Linear("", 330).Ticks.Select(tick => tick.Value));
        Assert.Equal(["0.5", "1", "2", "5", "10", "20"], Axis.Logarithmic("", 0.7, 13).Ticks.Select(tick => tick.Text));
        Assert.Equal(["0%", "50%", "90%", "99%"], Axis.Percentiles(98).Ticks.Select(tick => tick.Text));
        var axis = Axis.Logarithmic("", 1, 100);
        Assert.Equal([0, 0.5, 1], new double[] { 1, 10, 100 }.Select(value => Math.Round(axis.Place(value), 6)));
    }

    [Fact]
    public void The_terminal_says_which_limit_is_broken_and_why()
    {
        var output = new StringWriter();
        TextReport.Write(Sample.Report(Sample.Results(), new MaxErrors(0)), output);
        Assert.Contains("BROKEN  errors <= 0: 1", output.ToString());
        Assert.Contains("1 x HTTP 503 <unavailable> (demi.send)", output.ToString());
    }
}
