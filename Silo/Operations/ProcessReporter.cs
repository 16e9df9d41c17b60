using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Platform.Operations;

namespace Platform.Hosting.Operations;

/// <summary>Tells the cluster every two seconds what this process does. What can't be told now is in the next report.</summary>
/// <param name="role">What the page calls it: <c>api</c> or <c>silo</c>.</param>
internal sealed class ProcessReporter(
    string role, ProcessWatch watch, IGrainFactory grains, IHostApplicationLifetime lifetime, Serving serving, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();

    private readonly string _host = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // There is no silo to place an actor any more.
            if (serving.Over.IsCancellationRequested) return;
            // There may be none yet.
            if (!lifetime.ApplicationStarted.IsCancellationRequested) continue;
            try
            {
                await grains.GetGrain<IOperationsGrain>(IOperationsGrain.TheKey).Report(Report()).WaitAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The cluster has worse to do right now, and says so itself.
            }
        }
    }

    private ProcessReport Report()
    {
        var (counts, activations) = watch.Read();
        using var process = Process.GetCurrentProcess();
        return new(
            _id,
            role,
            _host,
            _startedAt,
            clock.GetUtcNow(),
            watch.Products,
            activations,
            counts,
            process.TotalProcessorTime.TotalSeconds,
            process.WorkingSet64,
            watch.Slow.Take());
    }
}
