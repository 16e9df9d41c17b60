using Microsoft.Extensions.Logging;

namespace Platform.Idempotency;

/// <summary>
/// Removes requests that have expired, a few in each commit, so that nobody's write waits long behind it. Every silo does; two at once do no
/// harm.
/// </summary>
internal sealed class ExpirySweeper(IdempotentRequests requests, TimeProvider clock, ILogger<ExpirySweeper> logger)
    : Sweeper(Period, clock, logger)
{
    /// <summary>A row may hold an answer of a megabyte.</summary>
    private const int RowsPerCommit = 100;

    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task SweepAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await requests.DeleteExpiredAsync(Clock.GetUtcNow(), RowsPerCommit))
        {
            // There may be more.
        }
    }
}
