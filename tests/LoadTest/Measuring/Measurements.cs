namespace Platform.LoadTest.Measuring;

/// <summary>
/// Gathers what a run shows; any thread may add. All times are since the run began. Percentiles and rates are of the measured part, which
/// follows the ramp; errors count from the beginning.
/// </summary>
internal sealed class Measurements(TimeSpan from, TimeSpan until)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Endpoint, Tally> _tallies = [];
    private readonly Timeline _timeline = new();
    private readonly Latencies _lags = new();
    private long _errors;

    /// <param name="due">When it should have been asked: latency counts from there, so that waiting for a slow server isn't left out.</param>
    /// <param name="at">When the answer was there.</param>
    public void Answered(Endpoint endpoint, TimeSpan due, TimeSpan at)
    {
        lock (_lock)
        {
            _timeline.Answered(endpoint.Kind, at - due, at);
            var tally = TallyOf(endpoint);
            if (IsMeasured(due)) tally.Latencies.Add(at - due);
            if (IsMeasured(at)) tally.Arrived++;
        }
    }

    /// <param name="kind">What went wrong, as a table shows it.</param>
    public void Failed(Endpoint endpoint, string kind, TimeSpan at)
    {
        lock (_lock)
        {
            _errors++;
            _timeline.Failed(at);
            var errors = TallyOf(endpoint).Errors;
            errors[kind] = errors.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Something went out so much later than it was due.</summary>
    public void Lagged(TimeSpan due, TimeSpan lag)
    {
        if (!IsMeasured(due)) return;
        lock (_lock) _lags.Add(lag);
    }

    /// <summary>How the second before this moment was, and how many errors there have been; null where none is over.</summary>
    public (Second? Last, long Errors) Now(TimeSpan now)
    {
        lock (_lock)
        {
            _timeline.Advance(now);
            return (_timeline.Seconds.Count > 0 ? _timeline.Seconds[^1] : null, _errors);
        }
    }

    /// <param name="end">When the last operation was sent, where that was before its time.</param>
    public Results Sum(TimeSpan end)
    {
        lock (_lock)
        {
            var seconds = Math.Max(0, (end < until ? end - from : until - from).TotalSeconds);
            var endpoints = Endpoint.All.Where(_tallies.ContainsKey).Select(endpoint => _tallies[endpoint].Sum(endpoint, seconds));
            return new(TimeSpan.FromSeconds(seconds), [.. endpoints], [.. _timeline.Seconds], _lags.Percentile(99), _lags.Max);
        }
    }

    private bool IsMeasured(TimeSpan moment) => moment >= from && moment < until;

    private Tally TallyOf(Endpoint endpoint) =>
        _tallies.TryGetValue(endpoint, out var tally) ? tally : _tallies[endpoint] = new();

    private sealed class Tally
    {
        public Latencies Latencies { get; } = new();

        public SortedDictionary<string, long> Errors { get; } = new(StringComparer.Ordinal);

        public long Arrived { get; set; }

        public EndpointResult Sum(Endpoint endpoint, double seconds) => new(
            endpoint,
            Latencies.Count,
            seconds > 0 ? Arrived / seconds : 0,
            Latencies.Percentile(50),
            Latencies.Percentile(95),
            Latencies.Percentile(99),
            Latencies.Max,
            new SortedDictionary<string, long>(Errors, StringComparer.Ordinal),
            [.. Shares.Select(share => (share, Latencies.Percentile(share)))]);
    }

    /// <summary>Each time half of what is left: the curve shows the worst as finely as the usual.</summary>
    private static readonly double[] Shares = [0, .. Enumerable.Range(1, 44).Select(step => 100 * (1 - Math.Pow(0.5, step / 4.0)))];
}
