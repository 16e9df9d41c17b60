using Microsoft.Extensions.Time.Testing;

namespace Platform.Simulation.Silo;

/// <summary>
/// The clock as one silo's reminder service sees it. It shows what that service sleeps on: how many timers, and when the first of them
/// rings, which is the silo's own next event. Nothing rings for a silo that was killed.
/// </summary>
internal sealed class ReminderClock(FakeTimeProvider clock, Action onChange) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<Sleep> _sleeping = [];
    private volatile bool _stopped;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public int Sleeping
    {
        get
        {
            lock (_lock) return _sleeping.Count;
        }
    }

    /// <summary>When the first of the timers rings; null where there is none.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock) return _sleeping.Count > 0 ? _sleeping.Min(sleep => sleep.Due) : null;
        }
    }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    /// <summary>Rings once: the service asks for nothing else.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan) throw new NotSupportedException("A reminder service's timers ring once.");
        // The list is refreshed at a random fraction of a second. Task.Delay drops what is below a millisecond of it, and then the service would
        // spin for the rest, for ever under a clock that stands still.
        var fraction = dueTime.Ticks % TimeSpan.TicksPerSecond;
        if (fraction != 0) dueTime += TimeSpan.FromTicks(TimeSpan.TicksPerSecond - fraction);
        var sleep = new Sleep(this, clock, () => callback(state));
        sleep.Change(dueTime, period);
        return sleep;
    }

    public void Stop() => _stopped = true;

    private void Start(Sleep sleep, DateTimeOffset due)
    {
        lock (_lock)
        {
            sleep.Due = due;
            _sleeping.Add(sleep);
        }

        onChange();
    }

    private bool End(Sleep sleep)
    {
        bool slept;
        lock (_lock) slept = _sleeping.Remove(sleep);
        if (slept) onChange();
        return slept && !_stopped;
    }

    private sealed class Sleep : ITimer
    {
        private readonly ReminderClock _owner;
        private readonly ITimer _timer;

        public Sleep(ReminderClock owner, TimeProvider clock, Action ring)
        {
            _owner = owner;
            _timer = clock.CreateTimer(
                _ =>
                {
                    if (owner.End(this)) ring();
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var due = _owner.GetUtcNow() + dueTime;
            // First: whoever sees it asleep may move the clock.
            var changed = _timer.Change(dueTime, period);
            if (dueTime == Timeout.InfiniteTimeSpan) _owner.End(this);
            else _owner.Start(this, due);
            return changed;
        }

        public void Dispose()
        {
            _owner.End(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
