using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Orleans.Reminders.Diagnostics;

namespace Platform.Simulation.Silo;

/// <summary>
/// Knows when a silo has nothing left to do at this moment: every reminder that it has in hand sleeps on the clock again, and so does the
/// refresh of their list. A reminder that rang sleeps no more until its tick is done and its next is armed, so this holds exactly when all
/// that was due has been ticked. Ticks that are held count as sleeping.
/// </summary>
internal sealed class Rest : IObserver<ReminderEvents.ReminderEvent>, IDisposable
{
    private readonly FakeTimeProvider _clock;
    private readonly ConcurrentQueue<string> _ticked = [];
    private readonly IDisposable _events;
    private readonly SemaphoreSlim _changed = new(0);
    private int _inHand;
    private int _held;

    public Rest(FakeTimeProvider clock)
    {
        _clock = clock;
        Reminders = new ReminderClock(clock, Changed);
        _events = ReminderEvents.AllEvents.Subscribe(this);
    }

    public ReminderClock Reminders { get; }

    /// <summary>To be set before it starts.</summary>
    public SiloAddress? Silo { get; set; }

    /// <summary>A tick or a call was stopped on its way, and stays so.</summary>
    public void Hold(bool isTick)
    {
        if (isTick) Interlocked.Increment(ref _held);
        Changed();
    }

    /// <summary>This one is woken as by a tick.</summary>
    public void Tick(string key) => _ticked.Enqueue(key);

    /// <summary>The keys of the grains that were ticked since this was last asked.</summary>
    public HashSet<string> TakeTicked()
    {
        var taken = new HashSet<string>();
        while (_ticked.TryDequeue(out var key)) taken.Add(key);
        return taken;
    }

    /// <exception cref="TimeoutException">The silo doesn't come to rest.</exception>
    public async Task WaitAsync()
    {
        while (!IsAtRest())
        {
            if (!await _changed.WaitAsync(TimeSpan.FromSeconds(20)))
                throw new TimeoutException($"{_inHand} reminders in hand, {Reminders.Sleeping} asleep, {_held} held at {_clock.GetUtcNow():u}.");
        }
    }

    public void OnNext(ReminderEvents.ReminderEvent value)
    {
        // All silos of this process are told of, the one that was killed before too.
        if (!Silo!.Equals(value.SiloAddress)) return;
        switch (value)
        {
            case ReminderEvents.LocalReminderStarted: Interlocked.Increment(ref _inHand); break;
            case ReminderEvents.LocalReminderStopped: Interlocked.Decrement(ref _inHand); break;
            case ReminderEvents.TickFiring: _ticked.Enqueue(value.GrainId.Key.ToString()!); break;
            default: return;
        }

        Changed();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _events.Dispose();
        Reminders.Stop();
    }

    private bool IsAtRest() =>
        Reminders.Sleeping + Volatile.Read(ref _held) == Volatile.Read(ref _inHand) + 1 && !(Reminders.Next <= _clock.GetUtcNow());

    private void Changed()
    {
        if (_changed.CurrentCount == 0) _changed.Release();
    }
}
