using Microsoft.Extensions.Logging;

namespace Platform.Companions.Autonomy;

/// <summary>
/// Wakes the companions whose reminders are behind their time. The engine leaves out what was due while no silo ran, and comes again only
/// when the reminder's period is over; a server that was down for a night would wake everybody up to an hour late. Every silo does it, beginning
/// at a place of its own, so that they seldom meet; two at once do no harm.
/// </summary>
internal sealed partial class LateWakeSweeper(
    CheckInReminders reminders, IGrainFactory grains, IEntropy entropy, TimeProvider clock, ILogger<LateWakeSweeper> logger)
    : Sweeper(Period, clock, logger, first: TimeSpan.FromSeconds(2))
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>The engine's own ticks come within seconds.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    /// <summary>Few, because people are served meanwhile.</summary>
    private const int CompanionsAtOnce = 32;

    private readonly ILogger _logger = logger;

    protected override async Task SweepAsync(CancellationToken stopping)
    {
        var before = Clock.GetUtcNow() - Tolerance;
        var start = StartOfOurs();
        await SweepAsync(before, start, long.MaxValue, stopping);
        await SweepAsync(before, long.MinValue, start, stopping);
    }

    /// <summary>Those between two places of the ring.</summary>
    private async Task SweepAsync(DateTimeOffset before, long after, long last, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var overdue = await reminders.OverdueAsync(before, after, CompanionsAtOnce);
            await Task.WhenAll(overdue.Where(wake => wake.Place <= last).Select(WakeAsync));
            if (overdue.Count < CompanionsAtOnce || overdue[^1].Place > last) return;
            after = overdue[^1].Place;
        }
    }

    private long StartOfOurs()
    {
        Span<byte> bytes = stackalloc byte[4];
        entropy.Fill(bytes);
        return reminders.PlaceOf(BitConverter.ToUInt32(bytes));
    }

    private async Task WakeAsync(OverdueWake wake)
    {
        try
        {
            await grains.GetGrain<ICompanionWakeGrain>(wake.CompanionId).Wake();
        }
        catch (Exception error)
        {
            // One that can't must not keep the others from it.
            LogFailed(error, wake.CompanionId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Companion {Id} is behind her time and could not be woken; the next sweep tries again")]
    private partial void LogFailed(Exception error, string id);
}
