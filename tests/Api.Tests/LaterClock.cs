namespace Platform.Api.Tests;

/// <summary>The real time, and as much more as a test asks for.</summary>
public sealed class LaterClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
