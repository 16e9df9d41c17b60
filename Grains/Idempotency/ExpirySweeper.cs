using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Storage;

namespace Platform.Idempotency;

/// <summary>
/// Removes requests that have expired, a few in each commit, so that nobody's write waits long behind it. Every silo does; two at once do no
/// harm.
/// </summary>
internal sealed partial class ExpirySweeper(IdempotentRequests requests, TimeProvider clock, ILogger<ExpirySweeper> logger) : BackgroundService
{
    /// <summary>A row may hold an answer of a megabyte.</summary>
    private const int RowsPerCommit = 100;

    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested && await requests.DeleteExpiredAsync(clock.GetUtcNow(), RowsPerCommit))
            {
                // There may be more.
            }
        }
        catch (StoreException error)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired requests could not be removed; the next sweep tries again")]
    private partial void LogFailed(Exception error);
}
