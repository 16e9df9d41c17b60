using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Platform.Tests.Companions.Replies.Models;

/// <summary>A clock that skips every wait between two attempts and keeps how long it would have been. Longer timers are limits: they stay.</summary>
internal sealed class ModelClock : FakeTimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(12);

    private readonly Channel<TimeSpan> _asked = Channel.CreateUnbounded<TimeSpan>();

    public ModelClock()
        : base(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The waits that were skipped.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestWait) _asked.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets the work come to its end.</summary>
    public async Task<T> FinishAsync<T>(Task<T> work)
    {
        while (true)
        {
            var asked = _asked.Reader.WaitToReadAsync().AsTask();
            await Task.WhenAny(work, asked).WaitAsync(TimeSpan.FromSeconds(60));
            if (work.IsCompleted) return await work;
            while (_asked.Reader.TryRead(out var wait))
            {
                Waits.Add(wait);
                Advance(wait);
            }
        }
    }
}
