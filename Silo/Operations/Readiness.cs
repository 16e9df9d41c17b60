using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Storage;

namespace Platform.Hosting.Operations;

/// <summary>
/// Asks the silos for their storage. One probe at a time, whoever asks meanwhile shares it: so any number of callers costs little, and
/// while nothing answers they don't pile up. A process that has not
/// started all of it, or that is about to stop, isn't ready.
/// </summary>
public sealed partial class Readiness(IGrainFactory grains, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Readiness> logger)
{
    /// <summary>How long a caller waits. What takes longer isn't ready, and whoever asks for readiness doesn't wait longer either.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task _probe = Task.CompletedTask;
    private volatile bool _wasReady = true;

    public async Task<bool> ProbeAsync()
    {
        if (!lifetime.ApplicationStarted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested) return false;
        try
        {
            await Shared().WaitAsync(Patience, clock);
            if (!_wasReady) LogReady();
            return _wasReady = true;
        }
        catch (Exception error)
        {
            // Once: probes come every few seconds.
            if (_wasReady) LogNotReady(error.Message);
            return _wasReady = false;
        }
    }

    private Task Shared()
    {
        lock (_lock)
        {
            return _probe.IsCompleted
                ? _probe = grains.GetGrain<IStorageProbeGrain>(IStorageProbeGrain.TheKey).Check()
                : _probe;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Reason}")]
    private partial void LogNotReady(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ready again")]
    private partial void LogReady();
}
