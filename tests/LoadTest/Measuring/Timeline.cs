namespace Platform.LoadTest.Measuring;

/// <summary>What happened in each second of a run, by when it was answered. It keeps one histogram, whatever the length of the run.</summary>
internal sealed class Timeline
{
    private readonly List<Second> _seconds = [];
    private readonly Latencies _sends = new();
    private long _reads;
    private long _errors;

    /// <summary>The seconds that are over.</summary>
    public IReadOnlyList<Second> Seconds => _seconds;

    public void Answered(EndpointKind kind, TimeSpan latency, TimeSpan at)
    {
        Advance(at);
        if (kind == EndpointKind.Send) _sends.Add(latency);
        else if (kind == EndpointKind.Read) _reads++;
    }

    public void Failed(TimeSpan at)
    {
        Advance(at);
        _errors++;
    }

    /// <summary>Ends the seconds before this moment. What still comes for one of them counts in the next.</summary>
    public void Advance(TimeSpan now)
    {
        while (_seconds.Count < (long)now.TotalSeconds)
        {
            _seconds.Add(new(
                _seconds.Count, _sends.Count, _reads, _errors, _sends.Percentile(50), _sends.Percentile(95), _sends.Percentile(99), _sends.Max));
            if (_sends.Count > 0) _sends.Clear();
            _reads = _errors = 0;
        }
    }
}

/// <param name="Number">Which it is, from the start of the run.</param>
/// <param name="Sends">Sends that were answered.</param>
/// <param name="Reads">Reads that were answered.</param>
/// <param name="Errors">What failed.</param>
/// <param name="P50">Of the sends' latencies, as the others.</param>
internal sealed record Second(int Number, long Sends, long Reads, long Errors, TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Max);
