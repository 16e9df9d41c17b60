using System.Diagnostics.Metrics;

namespace Platform.Tests.Telemetry;

/// <summary>What an instrument of the process has told since this began to listen, with its tags; what tests that run meanwhile make it tell too.</summary>
internal sealed class Measurements<T> : IDisposable where T : struct
{
    private readonly List<Measurement<T>> _all = [];
    private readonly MeterListener _listener = new();

    /// <param name="instrument">Its name.</param>
    /// <param name="onThread">Only what is told on this thread, which is that of whoever does what is measured; null: on any.</param>
    public Measurements(string instrument, int? onThread = null)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument) listener.EnableMeasurementEvents(published);
        };
        _listener.SetMeasurementEventCallback<T>((_, value, tags, _) =>
        {
            if (onThread is { } wanted && wanted != Environment.CurrentManagedThreadId) return;
            lock (_all) _all.Add(new(value, tags));
        });
        _listener.Start();
    }

    public IReadOnlyList<Measurement<T>> All
    {
        get
        {
            lock (_all) return [.. _all];
        }
    }

    public IEnumerable<T> Values => All.Select(measured => measured.Value);

    public void Dispose() => _listener.Dispose();
}
