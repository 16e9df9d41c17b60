using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Storage;

namespace Platform;

/// <summary>Tidies up in the background, once a period.</summary>
/// <param name="first">How long after the start it does so for the first time; null: a period.</param>
internal abstract partial class Sweeper(TimeSpan period, TimeProvider clock, ILogger logger, TimeSpan? first = null) : BackgroundService
{
    protected TimeProvider Clock => clock;

    /// <summary>Does what there is to do. Whatever fails is tried again at the next sweep.</summary>
    protected abstract Task SweepAsync(CancellationToken stopping);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(first ?? period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = period;
                await TrySweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private async Task TrySweepAsync(CancellationToken stopping)
    {
        try
        {
            await SweepAsync(stopping);
        }
        catch (Exception error) when (error is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // Beyond here it would end the sweeps, or the whole silo, for one that went wrong.
            LogFailed(error is StoreException ? LogLevel.Warning : LogLevel.Error, error, GetType().Name);
        }
    }

    [LoggerMessage(Message = "{Sweeper} was not done; it tries again")]
    private partial void LogFailed(LogLevel level, Exception error, string sweeper);
}
