namespace Platform.Generation;

/// <summary>
/// Takes what a renderer reports, on whatever thread, to the job's actor: in few steps, because each is saved before anybody sees it, so that
/// it never falls back, also not by a crash.
/// </summary>
/// <param name="turns">The actor's own scheduler.</param>
/// <param name="from">What was reached before.</param>
/// <param name="advance">Saves a percentage.</param>
internal sealed class JobProgress(TaskScheduler turns, int from, Func<int, Task> advance) : IProgress<double>
{
    /// <summary>Percentages of a job that was begun, is drawn, and is done.</summary>
    public const int Begun = 5;
    public const int Drawn = 90;
    public const int Done = 100;

    private const int Step = 25;

    private int _last = from;

    public void Report(double value)
    {
        var percent = Begun + (int)((Drawn - Begun) * Math.Clamp(value, 0, 1));
        var last = Volatile.Read(ref _last);
        if (percent < last + Step || Interlocked.CompareExchange(ref _last, percent, last) != last) return;
        Task.Factory.StartNew(() => advance(percent), CancellationToken.None, TaskCreationOptions.None, turns).Unwrap().Ignore();
    }
}
