using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Platform.Hosting.Operations;

/// <summary>Keeps a process that was told to stop serving for a while, so that a balancer sees that it isn't ready before it is gone.</summary>
internal sealed class Drain(IOptions<OperationsOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before anything else of the host stops.
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        options.Value.DrainDelay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(options.Value.DrainDelay, clock, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
