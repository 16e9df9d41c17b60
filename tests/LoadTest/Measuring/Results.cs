namespace Platform.LoadTest.Measuring;

/// <summary>What a run has shown.</summary>
/// <param name="Measured">How long the measured part was.</param>
/// <param name="Endpoints">All that were asked.</param>
/// <param name="Seconds">Of the whole run, the ramp included.</param>
/// <param name="LagP99">How much later than due the load went out.</param>
/// <param name="LagMax">The most of it.</param>
internal sealed record Results(
    TimeSpan Measured, IReadOnlyList<EndpointResult> Endpoints, IReadOnlyList<Second> Seconds, TimeSpan LagP99, TimeSpan LagMax)
{
    /// <summary>Beyond this the generator's own lateness shows in the latencies.</summary>
    private static readonly TimeSpan TolerableLag = TimeSpan.FromMilliseconds(10);

    public bool GeneratorLagged => LagP99 > TolerableLag;

    public long Errors => Endpoints.Sum(result => result.ErrorCount);

    /// <summary>Answered sends a second.</summary>
    public double SendRate => Endpoints.Where(result => result.Endpoint.Kind == EndpointKind.Send).Sum(result => result.Rate);
}

/// <param name="Endpoint">Whose result it is.</param>
/// <param name="Count">How many were due in the measured part and answered.</param>
/// <param name="Rate">Answers a second that came in the measured part.</param>
/// <param name="Errors">How many failed, by kind.</param>
/// <param name="Distribution">Percents, and the latency that so many stayed within.</param>
internal sealed record EndpointResult(
    Endpoint Endpoint,
    long Count,
    double Rate,
    TimeSpan P50,
    TimeSpan P95,
    TimeSpan P99,
    TimeSpan Max,
    IReadOnlyDictionary<string, long> Errors,
    IReadOnlyList<(double Percent, TimeSpan Latency)> Distribution)
{
    public long ErrorCount => Errors.Values.Sum();
}
