using HdrHistogram;

namespace Platform.LoadTest.Measuring;

/// <summary>How long things took: a histogram with three digits, in microseconds, from one to <see cref="Longest"/>.</summary>
internal sealed class Latencies
{
    /// <summary>What took longer counts as this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly LongHistogram _histogram = new((long)Longest.TotalMicroseconds, 3);

    public long Count => _histogram.TotalCount;

    public TimeSpan Max => Count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(_histogram.GetMaxValue());

    public void Add(TimeSpan latency) =>
        _histogram.RecordValue((long)Math.Clamp(latency.TotalMicroseconds, 1, Longest.TotalMicroseconds));

    /// <summary>Which latency so many percent stayed within; zero where there are none.</summary>
    public TimeSpan Percentile(double percent) =>
        Count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(_histogram.GetValueAtPercentile(percent));

    public void Clear() => _histogram.Reset();
}
