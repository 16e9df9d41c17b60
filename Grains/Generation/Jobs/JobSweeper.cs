using Microsoft.Extensions.Logging;

namespace Platform.Generation;

/// <summary>
/// Wakes the jobs that nobody is at work on: their silo died. It needs no reminder of each, which every job would have to pay for with two
/// more writes. Every silo does it; a job that is under way elsewhere only says so.
/// </summary>
internal sealed partial class JobSweeper(JobStore jobs, RenderQueue queue, IGrainFactory grains, TimeProvider clock, ILogger<JobSweeper> logger)
    : Sweeper(Period, clock, logger, first: TimeSpan.FromSeconds(1))
{
    private const int JobsAtOnce = 100;

    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private readonly ILogger _logger = logger;

    protected override async Task SweepAsync(CancellationToken stopping)
    {
        for (var after = ""; !stopping.IsCancellationRequested;)
        {
            var unsettled = await jobs.UnsettledAsync(after, JobsAtOnce);
            if (unsettled.Count == 0) return;
            await Task.WhenAll(unsettled.Where(id => !queue.Knows(id)).Select(WakeAsync));
            after = unsettled[^1];
        }
    }

    private async Task WakeAsync(string id)
    {
        try
        {
            await grains.GetGrain<IGenerationWorkGrain>(id).Begin(isHeld: false);
        }
        catch (Exception error)
        {
            // One that can't must not keep the others from it.
            LogFailed(error, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} could not be woken; the next sweep tries again")]
    private partial void LogFailed(Exception error, string jobId);
}
