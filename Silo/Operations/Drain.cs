using Microsoft.Extensions.Options;

namespace Platform.Hosting.Operations;

/// <summary>Keeps a process that was told to stop serving for a while, so that a balancer sees that it isn't ready before it is gone.</summary>
internal sealed class Drain(IOptions<OperationsOptions> options, Serving serving, TimeProvider clock) : HostStage
{
    public override async Task StoppingAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (options.Value.DrainDelay > TimeSpan.Zero) await Task.Delay(options.Value.DrainDelay, clock, cancellationToken);
        }
        finally
        {
            serving.End();
        }
    }
}
