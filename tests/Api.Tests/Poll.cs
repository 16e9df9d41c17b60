namespace Platform.Api.Tests;

internal static class Poll
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Waits until a condition holds that the server brings about by itself.</summary>
    /// <exception cref="TimeoutException">It does not hold in time.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var cancellation = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            if (cancellation.IsCancellationRequested) throw new TimeoutException($"Not within {Limit.TotalSeconds} seconds.");
            await Task.Yield();
        }
    }
}
