using System.Diagnostics;

namespace Platform.LoadTest.Driving;

/// <summary>The time since a run began. It stands still until then.</summary>
internal sealed class RunClock
{
    private readonly Stopwatch _watch = new();

    public TimeSpan Now => _watch.Elapsed;

    public void Start() => _watch.Start();

    /// <summary>Blocks until a moment has come; false if it is stopped before.</summary>
    public bool WaitUntil(TimeSpan moment, CancellationToken stop)
    {
        for (var left = moment - Now; left > TimeSpan.Zero; left = moment - Now)
        {
            // Whole milliseconds, rounded up: a wait of none would burn the processor that the server needs.
            if (stop.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)))) return false;
        }

        return !stop.IsCancellationRequested;
    }
}
