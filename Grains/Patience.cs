namespace Platform;

/// <summary>
/// How long a call waits for something to happen in its actor, for callers that then ask again: well under the time after which a call
/// counts as lost, and hardly beyond the end of the silo, which would wait for it.
/// </summary>
internal sealed class Patience(TimeProvider clock, Serving serving)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Once the process serves no longer: who asks again must not do so without a break.</summary>
    private static readonly TimeSpan LastLimit = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether the signal came in time.</summary>
    public async Task<bool> AwaitAsync(Task signal)
    {
        await AwaitAllAsync(() => signal.IsCompleted ? null : signal);
        return signal.IsCompleted;
    }

    /// <summary>Waits for one signal after another, as long as there is one more to wait for. One patience for all of them.</summary>
    public async Task AwaitAllAsync(Func<Task?> next)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        await using var over = serving.Over.Register(() => limit.CancelAfter(LastLimit));
        try
        {
            while (next() is { } signal) await signal.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing new is an answer too.
        }
    }
}
