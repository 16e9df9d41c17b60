using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Platform.Telemetry;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// <c>platform.cluster.silos</c>: the silos that this process knows, by the engine's word for their state in lower case. Each tells of the
/// whole cluster, so it is the maximum over all processes that counts, not the sum.
/// </summary>
internal sealed class ClusterMeasure(ISiloStatusOracle silos) : IHostedService
{
    // One instrument for all hosts of a process: of two with one name, the end of one ends what is exported of both.
    private static readonly ConcurrentDictionary<ClusterMeasure, ISiloStatusOracle> Running = new();

    static ClusterMeasure() => PlatformMeter.Meter.CreateObservableGauge("platform.cluster.silos", Observe, "{silo}", "Silos of the cluster.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Running[this] = silos;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Running.TryRemove(this, out _);
        return Task.CompletedTask;
    }

    private static IEnumerable<Measurement<int>> Observe() => Running.Values
        .SelectMany(known => known.GetApproximateSiloStatuses().Values.CountBy(status => status))
        .GroupBy(status => status.Key, status => status.Value)
        .Select(status => new Measurement<int>(status.Max(), new KeyValuePair<string, object?>("status", status.Key.ToString().ToLowerInvariant())));
}
