using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Platform.Operations;

namespace Platform.Hosting.Operations;

/// <summary>Adds up what the instruments of this process say, as far as the operators' page shows it.</summary>
internal sealed class ProcessWatch : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Traffic> _products = new();
    private readonly ConcurrentDictionary<string, long> _levels = new();

    /// <summary>As they were told when they were asked for last.</summary>
    private readonly ConcurrentDictionary<string, long> _activations = new();

    private long _grainCalls, _grainFailures, _commits, _units, _reminders, _late;

    public ProcessWatch(TimeProvider clock)
    {
        Slow = new SlowestCalls(clock);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is Platform.Telemetry.PlatformMeter.Name || instrument.Name == "http.server.request.duration")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>(OnDuration);
        _listener.SetMeasurementEventCallback<long>(OnCount);
        _listener.SetMeasurementEventCallback<int>(OnChange);
        _listener.Start();
    }

    public SlowestCalls Slow { get; }

    public IReadOnlyList<ProductTraffic> Products => [.. _products.Select(product => product.Value.Of(product.Key))];

    /// <summary>Also asks the instruments that are read rather than written.</summary>
    public (ProcessCounts Counts, IReadOnlyList<KindCount> Activations) Read()
    {
        _listener.RecordObservableInstruments();
        var counts = new ProcessCounts(
            Interlocked.Read(ref _grainCalls),
            Interlocked.Read(ref _grainFailures),
            Interlocked.Read(ref _commits),
            Interlocked.Read(ref _units),
            Level("platform.commit.waiting"),
            Level("platform.jobs/waiting"),
            Level("platform.jobs/drawing"),
            Level("platform.sockets"),
            Interlocked.Read(ref _reminders),
            Interlocked.Read(ref _late));
        return (counts, [.. _activations.Where(kind => kind.Value > 0).Select(kind => new KindCount(kind.Key, kind.Value))]);
    }

    public void Dispose() => _listener.Dispose();

    private long Level(string name) => _levels.GetValueOrDefault(name);

    private void OnDuration(Instrument instrument, double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        switch (instrument.Name)
        {
            case "http.server.request.duration":
                OnRequest(seconds, tags);
                break;
            case "platform.grain_call.duration":
                Interlocked.Increment(ref _grainCalls);
                if (Slow.IsSlow(seconds)) Slow.Add($"{Tag(tags, "grain")}.{Tag(tags, "method")}", seconds);
                break;
            case "platform.reminders.lateness":
                Interlocked.Increment(ref _reminders);
                if (seconds > 60) Interlocked.Increment(ref _late);
                break;
        }
    }

    private void OnRequest(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // What no product was asked is nobody's traffic: health, documents, this page.
        if (Tag(tags, "product") is not string product) return;
        var status = Tag(tags, "http.response.status_code") as int? ?? 0;
        // A socket lives as long as its client looks at it.
        if (status == 101) return;
        _products.GetOrAdd(product, _ => new Traffic()).Add(seconds, status);
        if (Slow.IsSlow(seconds)) Slow.Add($"{Tag(tags, "http.request.method")} {Tag(tags, "http.route")}", seconds);
    }

    private void OnCount(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        switch (instrument.Name)
        {
            case "platform.commit.units":
                Interlocked.Increment(ref _commits);
                Interlocked.Add(ref _units, value);
                break;
            case "platform.grain_call.failures":
                Interlocked.Add(ref _grainFailures, value);
                break;
            case "platform.commit.waiting":
                _levels[instrument.Name] = value;
                break;
            case "platform.activations" when Tag(tags, "grain") is string kind:
                _activations[kind] = value;
                break;
        }
    }

    private void OnChange(Instrument instrument, int change, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var name = instrument.Name switch
        {
            "platform.sockets" => instrument.Name,
            "platform.jobs" => $"{instrument.Name}/{Tag(tags, "state")}",
            _ => null,
        };
        if (name is not null) _levels.AddOrUpdate(name, change, (_, level) => level + change);
    }

    private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name) return tag.Value;
        }

        return null;
    }

    private sealed class Traffic
    {
        private readonly long[] _times = new long[LatencyBounds.Count];
        private long _requests, _refused, _failed;

        public void Add(double seconds, int status)
        {
            Interlocked.Increment(ref _requests);
            if (status >= 500) Interlocked.Increment(ref _failed);
            else if (status >= 400) Interlocked.Increment(ref _refused);
            Interlocked.Increment(ref _times[LatencyBounds.IndexOf(seconds)]);
        }

        public ProductTraffic Of(string product) => new(
            product, Interlocked.Read(ref _requests), Interlocked.Read(ref _refused), Interlocked.Read(ref _failed), [.. _times]);
    }
}
