using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Reports;

/// <summary>All that a report says.</summary>
/// <param name="Preparation">How long it took to bring the companions to life.</param>
/// <param name="Server">Null where its process isn't known.</param>
/// <param name="WasStopped">Somebody has ended the run before its time.</param>
internal sealed record LoadReport(
    LoadSettings Settings,
    Uri Address,
    DateTimeOffset StartedAt,
    TimeSpan Preparation,
    Results Results,
    IReadOnlyList<LimitCheck> Limits,
    Usage Generator,
    Usage? Server,
    bool WasStopped)
{
    public bool AllHold => Limits.All(limit => limit.Holds);

    /// <summary>What whoever reads the figures has to know.</summary>
    public IEnumerable<string> Notices()
    {
        if (WasStopped) yield return Numbers.Text($"Stopped early: {Results.Measured.TotalSeconds:F0} of {Settings.Schedule.Duration.TotalSeconds:F0} s were measured.");
        if (Results.GeneratorLagged)
        {
            yield return Numbers.Text($"The load generator itself was late: 1 % of the load went out more than {Numbers.Milliseconds(Results.LagP99)} after it was due, ")
                + Numbers.Text($"at most {Numbers.Milliseconds(Results.LagMax)}. Latencies count from when it was due, so this is in them.");
        }

        if (Results.Endpoints.All(endpoint => endpoint.Count == 0)) yield return "Nothing was answered in the measured time.";
    }
}

/// <param name="Processors">How many of them were busy with it, on average.</param>
/// <param name="Memory">Bytes at the end.</param>
internal sealed record Usage(double Processors, long Memory)
{
    public override string ToString() => Numbers.Text($"{Processors:F2} of {Environment.ProcessorCount} processors, {Memory / 1048576.0:F0} MiB");
}
