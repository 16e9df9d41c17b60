namespace Platform.Testing;

/// <summary>Waits for what comes by itself.</summary>
public static class Poll
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until a condition holds. A server that isn't there is a "not yet".</summary>
    /// <exception cref="TimeoutException">It does not hold in time.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan limit)
    {
        using var cancellation = new CancellationTokenSource(limit);
        using var timer = new PeriodicTimer(Period);
        while (!await HoldsAsync(condition))
        {
            if (cancellation.IsCancellationRequested) throw new TimeoutException($"Not within {limit.TotalSeconds} seconds.");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
