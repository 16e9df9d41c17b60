using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Platform.Telemetry;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// <c>platform.cluster.silos</c>: the silos that this one knows, by the engine's word for their state in lower case. Each tells of the whole
/// cluster, so it is the maximum over all processes that counts, not the sum.
/// </summary>
internal sealed class ClusterMeasure(ISiloStatusOracle silos) : IHostedService, IDisposable
{
    /// <summary>Its own, so that it is told of no longer than its silo is there.</summary>
    private readonly Meter _meter = new(PlatformMeter.Name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meter.CreateObservableGauge("platform.cluster.silos", Observe, "{silo}", "Silos of the cluster.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Observe() => silos.GetApproximateSiloStatuses().Values.CountBy(status => status)
        .Select(status => new Measurement<int>(status.Value, new KeyValuePair<string, object?>("status", status.Key.ToString().ToLowerInvariant())));
}
