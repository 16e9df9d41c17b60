using Microsoft.Extensions.Logging;

namespace Platform.Wallets;

/// <summary>
/// Wakes the wallets that hold something beyond its time: whoever held it has died, and nobody may ask the wallet for long. It needs no
/// reminder that a hold would have to pay for, and that a crash could forget. Every silo does; two at once do no harm.
/// </summary>
internal sealed partial class HoldSweeper(WalletStore store, IGrainFactory grains, TimeProvider clock, ILogger<HoldSweeper> logger)
    : Sweeper(Period, clock, logger)
{
    private const int WalletsAtOnce = 100;

    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    private readonly ILogger _logger = logger;

    protected override async Task SweepAsync(CancellationToken stopping)
    {
        var now = Clock.GetUtcNow();
        for (var after = ""; !stopping.IsCancellationRequested;)
        {
            var wallets = await store.OverdueAsync(now, after, WalletsAtOnce);
            if (wallets.Count == 0) return;
            await Task.WhenAll(wallets.Select(ReleaseAsync));
            after = wallets[^1];
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired holds of a wallet could not be released; the next sweep tries again")]
    private partial void LogFailed(Exception error);
}
