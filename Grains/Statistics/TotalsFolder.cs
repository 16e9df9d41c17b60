using Microsoft.Extensions.Logging;

namespace Platform.Statistics;

/// <summary>Adds what has changed to the totals. Every silo does; two at once do no harm.</summary>
internal sealed class TotalsFolder(Totals totals, TimeProvider clock, ILogger<TotalsFolder> logger) : Sweeper(Period, clock, logger)
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override Task SweepAsync(CancellationToken stopping) => totals.FoldAsync(stopping);
}
