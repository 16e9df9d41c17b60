using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Platform.Telemetry;

/// <summary>
/// <c>platform.activations</c>: how many actors of each kind live in this process. Counted from the engine's own counter, which tells only
/// changes: so an activation pays nothing for being counted.
/// </summary>
internal static class ActivationMeasure
{
    private static readonly ConcurrentDictionary<string, Count> Counts = new();
    private static readonly MeterListener Listener = Listen();

    /// <summary>Begins to count, once a process.</summary>
    public static void Start() => GC.KeepAlive(Listener);

    private static MeterListener Listen()
    {
        PlatformMeter.Meter.CreateObservableUpDownCounter("platform.activations", Observe, description: "Actors that live in this process.");
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Name: "orleans-grains", Meter.Name: "Microsoft.Orleans" }) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, change, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: "grain_type", Value: string type }) Interlocked.Add(ref Counts.GetOrAdd(type, _ => new Count()).Value, change);
            }
        });
        listener.Start();
        return listener;
    }

    private static IEnumerable<Measurement<long>> Observe() =>
        Counts.Select(kind => new Measurement<long>(Interlocked.Read(ref kind.Value.Value), [new("grain", kind.Key)]));

    private sealed class Count
    {
        public long Value;
    }
}
