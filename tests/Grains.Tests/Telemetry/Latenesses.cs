using System.Diagnostics.Metrics;

namespace Platform.Tests.Telemetry;

/// <summary>How late reminders came since this began to listen, in seconds; those of tests that run meanwhile too.</summary>
internal sealed class Latenesses : IDisposable
{
    private readonly List<double> _seconds = [];
    private readonly MeterListener _listener = new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "platform.reminders.lateness") listener.EnableMeasurementEvents(instrument);
        },
    };

    public Latenesses()
    {
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) =>
        {
            lock (_seconds) _seconds.Add(seconds);
        });
        _listener.Start();
    }

    public IReadOnlyList<double> Seconds
    {
        get
        {
            lock (_seconds) return [.. _seconds];
        }
    }

    public void Dispose() => _listener.Dispose();
}
