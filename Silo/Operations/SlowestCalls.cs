using Platform.Hosting.Telemetry;
using Platform.Operations;

namespace Platform.Hosting.Operations;

/// <summary>Keeps the slowest calls since they were last taken. A call that is not among them costs one comparison.</summary>
internal sealed class SlowestCalls(TimeProvider clock)
{
    private const int Most = 8;

    /// <summary>What is faster is not slow, however quiet it is.</summary>
    private const double Least = 0.005;

    private readonly Lock _lock = new();
    private List<SlowCall> _calls = [];
    private double _bound = Least;

    public bool IsSlow(double seconds) => seconds > Volatile.Read(ref _bound);

    public void Add(string what, double seconds)
    {
        var call = new SlowCall(what, seconds, clock.GetUtcNow(), TraceContext.Current?.TraceId);
        lock (_lock)
        {
            _calls.Add(call);
            if (_calls.Count <= Most) return;
            _calls.Sort((one, other) => other.Seconds.CompareTo(one.Seconds));
            _calls.RemoveRange(Most, _calls.Count - Most);
            Volatile.Write(ref _bound, _calls[^1].Seconds);
        }
    }

    public IReadOnlyList<SlowCall> Take()
    {
        lock (_lock)
        {
            var taken = _calls;
            _calls = [];
            Volatile.Write(ref _bound, Least);
            taken.Sort((one, other) => other.Seconds.CompareTo(one.Seconds));
            return taken;
        }
    }
}
