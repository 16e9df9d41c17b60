using Platform.LoadTest.Companions;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Driving;

/// <summary>Has companions spoken to and read as a schedule says, whether or not earlier ones have answered.</summary>
/// <param name="seed">Decides whose turn it is.</param>
internal sealed class Driver(Schedule schedule, IReadOnlyList<Companion> companions, int seed, Measurements measurements, RunClock clock)
{
    /// <summary>How long answers are waited for when the run was stopped.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Operations that wait for their answers, and one for the dispatcher itself.</summary>
    private long _underWay = 1;

    public long UnderWay => Interlocked.Read(ref _underWay) - 1;

    /// <summary>When the last operation went out.</summary>
    public TimeSpan End { get; private set; }

    /// <summary>Returns when all is answered, or soon after the run was stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        // A thread of its own: one of the pool may be late just when the load is high.
        var dispatcher = Task.Factory.StartNew(() => Dispatch(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await dispatcher;
        if (Interlocked.Decrement(ref _underWay) == 0) _answered.TrySetResult();
        try
        {
            if (stop.IsCancellationRequested) await _answered.Task.WaitAsync(Patience, CancellationToken.None);
            else await _answered.Task.WaitAsync(stop);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            // What has not been answered by now is neither an answer nor an error.
        }
    }

    private void Dispatch(CancellationToken stop)
    {
        var random = new Random(seed);
        clock.Start();
        for (var number = 0L; number < schedule.Count; number++)
        {
            var due = schedule.Due(number);
            if (!clock.WaitUntil(due, stop)) break;
            measurements.Lagged(due, clock.Now - due);
            var companion = companions[random.Next(companions.Count)];
            Interlocked.Increment(ref _underWay);
            _ = RunAsync(companion, random.Next(), schedule.IsRead(number), due);
        }

        End = stop.IsCancellationRequested ? clock.Now : schedule.End;
    }

    private async Task RunAsync(Companion companion, int choice, bool isRead, TimeSpan due)
    {
        try
        {
            await (isRead ? companion.ReadAsync(choice, due) : companion.SayAsync(choice, due));
        }
        catch (Exception error)
        {
            // What can fail in a run is counted where it fails; anything else is a mistake of this program, and must not pass unseen.
            _answered.TrySetException(error);
        }
        finally
        {
            if (Interlocked.Decrement(ref _underWay) == 0) _answered.TrySetResult();
        }
    }
}
