using Microsoft.Extensions.Options;

namespace Platform.Hosting.Operations;

/// <summary>Keeps a process that was told to stop serving for a while, so that a balancer sees that it isn't ready before it is gone.</summary>
internal sealed class Drain(IOptions<OperationsOptions> options, TimeProvider clock) : HostStage
{
    public override Task StoppingAsync(CancellationToken cancellationToken) =>
        options.Value.DrainDelay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(options.Value.DrainDelay, clock, cancellationToken);
}
