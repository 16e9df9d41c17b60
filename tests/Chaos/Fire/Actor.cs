namespace Platform.Chaos.Fire;

/// <summary>Somebody who uses the server all the time, and remembers what it has said.</summary>
internal abstract class Actor
{
    /// <summary>Faster than anybody is, and so slow that what was done can also be read again in a while.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(40);

    private long _done;

    /// <summary>How much was acknowledged.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Goes on until it is told to stop, or has nothing more to do. What has begun then is still brought to its end.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var pace = new PeriodicTimer(Pace);
        while (!stopping.IsCancellationRequested && await StepAsync(stopping))
        {
            Interlocked.Increment(ref _done);
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Compares what was said with what is there.</summary>
    public abstract Task CheckAsync();

    /// <summary>Does one thing, and returns once it is acknowledged. False: there is nothing more to do.</summary>
    protected abstract Task<bool> StepAsync(CancellationToken stopping);
}
