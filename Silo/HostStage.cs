using Microsoft.Extensions.Hosting;

namespace Platform.Hosting;

/// <summary>Something of a host's that belongs before or after all that it starts and stops otherwise. By itself it does nothing.</summary>
internal abstract class HostStage : IHostedLifecycleService
{
    /// <summary>Before anything else starts.</summary>
    public virtual Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before anything else stops.</summary>
    public virtual Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>When all else has stopped.</summary>
    public virtual Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
