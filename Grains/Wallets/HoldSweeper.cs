using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Storage;

namespace Platform.Wallets;

/// <summary>
/// Wakes the wallets that hold something beyond its time: whoever held it has died, and nobody may ask the wallet for long. It needs no
/// reminder that a hold would have to pay for, and that a crash could forget. Every silo does; two at once do no harm.
/// </summary>
internal sealed partial class HoldSweeper(WalletStore store, IGrainFactory grains, TimeProvider clock, ILogger<HoldSweeper> logger) : BackgroundService
{
    private const int WalletsAtOnce = 100;

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
            var now = clock.GetUtcNow();
            for (var after = ""; !stopping.IsCancellationRequested;)
            {
                var wallets = await store.OverdueAsync(now, after, WalletsAtOnce);
                if (wallets.Count == 0) return;
                await Task.WhenAll(wallets.Select(ReleaseAsync));
                after = wallets[^1];
            }
        }
        catch (StoreException error)
        {
            LogFailed(error);
        }
    }

    private async Task ReleaseAsync(string wallet)
    {
        try
        {
            await grains.GetGrain<IWalletUpkeepGrain>(wallet).ReleaseExpired();
        }
        catch (Exception error)
        {
            // One that can't must not keep the others from it.
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired holds could not be released; the next sweep tries again")]
    private partial void LogFailed(Exception error);
}
