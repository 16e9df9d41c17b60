using Microsoft.Extensions.Logging;
using Platform.Telemetry;

namespace Platform.Companions.Autonomy;

/// <summary>
/// Wakes the companions whose reminders are behind their time, the longest overdue first: the engine leaves out what was due while no silo ran,
/// and comes to it, as to a wake that failed, only a day later. Every silo does it; who was woken by another says so at once.
/// </summary>
internal sealed partial class LateWakeSweeper(CheckInReminders reminders, IGrainFactory grains, TimeProvider clock, ILogger<LateWakeSweeper> logger)
    : Sweeper(Period, clock, logger, first: TimeSpan.FromSeconds(2))
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>The engine's own ticks come within seconds.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    /// <summary>More were no faster, and kept people who are served meanwhile waiting for longer.</summary>
    private const int CompanionsAtOnce = 64;

    private const int PageSize = 512;

    /// <summary>So many in a row are not their own fault: the disk is full, say.</summary>
    private const int MaxFailures = 64;

    /// <summary>The request context's entry of its calls.</summary>
    private const string Call = "late-wake";

    private readonly ILogger _logger = logger;

    /// <summary>Where the sweep begins: behind those before which the last one gave up, so that they keep no others from it.</summary>
    private int _start;

    /// <summary>Whether this companion becomes active because of it.</summary>
    public static bool IsCalling => RequestContext.Get(Call) is true;

    protected override async Task SweepAsync(CancellationToken stopping)
    {
        var before = Clock.GetUtcNow() - Tolerance;
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = CompanionsAtOnce, CancellationToken = stopping };
        var asked = new HashSet<string>();
        var failures = 0;
        for (var left = _start; !stopping.IsCancellationRequested;)
        {
            var overdue = await reminders.OverdueAsync(before, left, PageSize);
            // Those that are there again could not be woken, and stay in front.
            var fresh = overdue.Where(one => asked.Add(one.CompanionId)).ToList();
            left += overdue.Count - fresh.Count;
            await Parallel.ForEachAsync(fresh, atOnce, async (one, _) =>
            {
                if (Volatile.Read(ref failures) >= MaxFailures) return;
                if (await WakeAsync(one)) Volatile.Write(ref failures, 0);
                else Interlocked.Increment(ref failures);
            });
            if (failures >= MaxFailures)
            {
                _start = left + MaxFailures;
                LogGivenUp(failures);
                return;
            }

            if (overdue.Count < PageSize) break;
        }

        _start = 0;
    }

    /// <summary>Whether it could be woken.</summary>
    private async ValueTask<bool> WakeAsync(CheckInReminders.Overdue one)
    {
        try
        {
            RequestContext.Set(Call, true);
            if (await grains.GetGrain<ICompanionWakeGrain>(one.CompanionId).WakeOverdue()) ReminderMeasure.Came(one.DueAt, Clock.GetUtcNow());
            return true;
        }
        catch (Exception error)
        {
            // One that can't must not keep the others from it.
            LogFailed(error, one.CompanionId);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Companion {Id} is behind her time and could not be woken; the next sweep tries again")]
    private partial void LogFailed(Exception error, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Failures} companions in a row could not be woken; the next sweep begins behind them")]
    private partial void LogGivenUp(int failures);
}
