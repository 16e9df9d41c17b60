using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Tests;

public sealed class MeasurementsTests
{
    private readonly Measurements _measurements = new(Seconds(10), Seconds(70));

    [Fact]
    public void Percentiles_are_those_of_the_latencies_to_three_digits()
    {
        var latencies = new Latencies();
        foreach (var milliseconds in Enumerable.Range(1, 1000)) latencies.Add(TimeSpan.FromMilliseconds(milliseconds));
        Assert.InRange(latencies.Percentile(50).TotalMilliseconds, 499.5, 501);
        Assert.InRange(latencies.Percentile(95).TotalMilliseconds, 949, 951);
        Assert.InRange(latencies.Percentile(99).TotalMilliseconds, 989, 991);
        Assert.InRange(latencies.Max.TotalMilliseconds, 999, 1001);
    }

    [Fact]
    public void What_no_histogram_can_hold_counts_as_its_ends()
    {
        var latencies = new Latencies();
        latencies.Add(TimeSpan.FromDays(1));
        latencies.Add(-Seconds(1));
        Assert.Equal(2, latencies.Count);
        Assert.InRange(latencies.Max / Latencies.Longest, 0.999, 1.001);
        Assert.True(latencies.Percentile(1) < TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_latency_counts_from_when_it_was_due_and_only_after_the_ramp()
    {
        _measurements.Answered(Endpoint.DemiSend, due: Seconds(9.9), at: Seconds(10.5));
        _measurements.Answered(Endpoint.DemiSend, due: Seconds(20), at: Seconds(22));
        _measurements.Answered(Endpoint.DemiSend, due: Seconds(69.9), at: Seconds(71));

        var result = Assert.Single(_measurements.Sum(Seconds(70)).Endpoints);
        Assert.Equal(2, result.Count);
        Assert.InRange(result.Max.TotalSeconds, 1.99, 2.01);
        // Two answers came within the sixty seconds.
        Assert.Equal(2 / 60.0, result.Rate, 6);
    }

    [Fact]
    public void Errors_count_by_kind_from_the_beginning_and_are_in_no_percentile()
    {
        _measurements.Failed(Endpoint.DemiSend, "timeout", Seconds(1));
        _measurements.Failed(Endpoint.DemiSend, "HTTP 503", Seconds(30));
        _measurements.Failed(Endpoint.DemiSend, "timeout", Seconds(31));
        _measurements.Failed(Endpoint.ByteForgeSend, "timeout", Seconds(32));

        var results = _measurements.Sum(Seconds(70));
        Assert.Equal(4, results.Errors);
        Assert.Equal([("HTTP 503", 1L), ("timeout", 2L)], results.Endpoints[0].Errors.Select(error => (error.Key, error.Value)));
        Assert.Equal(0, results.Endpoints[0].Count);
        Assert.Equal([0, 1, 0], results.Seconds.Take(3).Select(second => second.Errors));
    }

    [Fact]
    public void A_run_that_was_stopped_is_measured_until_then()
    {
        for (var at = 10; at < 20; at++) _measurements.Answered(Endpoint.NeuroTamagotchiSend, Seconds(at), Seconds(at + 0.1));
        var results = _measurements.Sum(Seconds(20));
        Assert.Equal(Seconds(10), results.Measured);
        Assert.Equal(1, results.SendRate, 6);
        Assert.Equal(TimeSpan.Zero, new Measurements(Seconds(10), Seconds(70)).Sum(Seconds(5)).Measured);
    }

    [Fact]
    public void A_second_knows_what_was_answered_in_it_and_silent_seconds_are_there_too()
    {
        _measurements.Answered(Endpoint.DemiSend, Seconds(0.1), Seconds(0.2));
        _measurements.Answered(Endpoint.DemiStatus, Seconds(0.1), Seconds(0.3));
        _measurements.Answered(Endpoint.DemiSocketDelivered, Seconds(0.1), Seconds(0.4));
        _measurements.Answered(Endpoint.DemiSend, Seconds(1), Seconds(3.5));
        _measurements.Now(Seconds(4));

        var seconds = _measurements.Sum(Seconds(70)).Seconds;
        Assert.Equal([1, 0, 0, 1], seconds.Select(second => second.Sends));
        Assert.Equal([1, 0, 0, 0], seconds.Select(second => second.Reads));
        Assert.InRange(seconds[3].P99.TotalSeconds, 2.49, 2.51);
        Assert.Equal(TimeSpan.Zero, seconds[1].P99);
    }

    [Fact]
    public void A_generator_that_is_late_says_so()
    {
        Assert.False(_measurements.Sum(Seconds(70)).GeneratorLagged);
        _measurements.Lagged(Seconds(5), Seconds(1));
        Assert.False(_measurements.Sum(Seconds(70)).GeneratorLagged);
        _measurements.Lagged(Seconds(15), TimeSpan.FromMilliseconds(50));
        Assert.True(_measurements.Sum(Seconds(70)).GeneratorLagged);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
