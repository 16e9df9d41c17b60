using FsCheck.Xunit;
using Platform.Operations;

namespace Platform.Tests.Operations;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reports_count_from_the_start_and_only_what_is_new_is_added()
    {
        var timeline = new Timeline();
        var first = Report(Start, requests: 10, failed: 1);
        var second = Report(Start + Timeline.Step, requests: 14, failed: 1);
        timeline.Add(last: null, first);
        timeline.Add(first, second);

        var moments = timeline.After(after: null, Start + (3 * Timeline.Step));
        Assert.Equal([5, 2], moments.Select(moment => moment.Requests["demi"]));
        Assert.Equal([1, 0], moments.Select(moment => moment.Failed));
        var product = Assert.Single(timeline.LastMinute(Start + (3 * Timeline.Step)));
        Assert.Equal((14, 1), (product.Requests, product.Failed));
        Assert.Equal(second.At, Assert.Single(timeline.After(first.At, Start + (3 * Timeline.Step))).At);
    }

    [Fact]
    public void What_a_process_did_before_anybody_listened_is_no_traffic_of_now()
    {
        var timeline = new Timeline();
        var first = Report(Start, requests: 1000, failed: 100) with { StartedAt = Start - TimeSpan.FromHours(1) };
        timeline.Add(last: null, first);
        timeline.Add(first, first with { At = Start + Timeline.Step, Products = Report(Start, requests: 1004, failed: 101).Products });
        var now = Start + (3 * Timeline.Step);
        Assert.Equal([2], timeline.After(after: null, now).Select(moment => moment.Requests["demi"]));
        Assert.Equal((4, 1), (timeline.LastMinute(now).Single().Requests, timeline.LastMinute(now).Single().Failed));
    }

    [Fact]
    public void A_moment_that_is_not_over_is_not_shown_and_a_minute_ago_is_no_traffic_of_now()
    {
        var timeline = new Timeline();
        timeline.Add(last: null, Report(Start, requests: 10, failed: 0));
        Assert.Empty(timeline.After(after: null, Start));
        Assert.Empty(timeline.LastMinute(Start + TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void It_forgets_what_is_older_than_a_quarter_of_an_hour()
    {
        var timeline = new Timeline();
        for (var i = 0; i < 1000; i++) timeline.Set(Start + (i * Timeline.Step), []);
        Assert.Equal(449, timeline.After(after: null, Start + (999 * Timeline.Step)).Count);
    }

    [Property]
    public bool A_quantile_is_exact_to_a_quarter(double[] durations)
    {
        var sane = durations.Where(double.IsFinite).Select(value => Math.Clamp(Math.Abs(value), 0.0002, 100)).Order().ToArray();
        if (sane.Length == 0) return true;
        var counts = new long[LatencyBounds.Count];
        foreach (var duration in sane) counts[LatencyBounds.IndexOf(duration)]++;
        foreach (var share in (double[])[0.5, 0.99, 1])
        {
            var exact = sane[Math.Max(1, (int)Math.Ceiling(share * sane.Length)) - 1];
            var told = LatencyBounds.Quantile(counts, share);
            if (told < exact * 0.999 || told > exact * 1.26) return false;
        }

        return true;
    }

    internal static ProcessReport Report(DateTimeOffset at, long requests, long failed, string id = "one", long companions = 0)
    {
        var times = new long[LatencyBounds.Count];
        times[20] = requests;
        return new(
            id, "api", id, StartedAt: at, at, [new("demi", requests, 0, failed, times)], [new("companion", companions)],
            new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), CpuSeconds: 1, Memory: 1, Slow: [new("GET /slow", 2, at, null)]);
    }
}
