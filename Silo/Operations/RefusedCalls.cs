using Microsoft.Extensions.Hosting;

namespace Platform.Hosting.Operations;

/// <summary>
/// Sends a front door's call again that a leaving silo has refused to place: the refusal comes before anything was done, and the next silo
/// takes the call. What a call met below it is told apart by <see cref="OutagesBelow"/>, and is not sent again: the call had begun.
/// </summary>
internal sealed class RefusedCalls(TimeProvider clock) : IOutgoingGrainCallFilter
{
    /// <summary>As the engine says it, which has no type of its own for that (<c>PlacementService.CreateStoppingException</c>).</summary>
    private const string Refusal = "is shutting down.";

    /// <summary>Doubled each time: in six seconds the front door knows that the silo goes, or it can't be helped.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private const int Most = 6;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (SiloUnavailableException error) when (tried < Most && error.Message.EndsWith(Refusal, StringComparison.Ordinal))
            {
                await Task.Delay(FirstPause * (1 << tried), clock);
            }
        }
    }
}

/// <summary>
/// Marks what an actor's own calls have met, so that whoever called it knows that its call had begun; and what it meets while its silo falls apart,
/// so that it is an outage and no error.
/// </summary>
internal sealed class OutagesBelow(IHostApplicationLifetime lifetime) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (SiloUnavailableException error)
        {
            throw new OutageBelowException(error.Message, error);
        }
        catch (ObjectDisposedException error) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new OutageBelowException("The silo stops.", error);
        }
    }
}

/// <summary>An actor that was asked could not reach another one.</summary>
[GenerateSerializer, Alias("platform.OutageBelow")]
internal sealed class OutageBelowException(string message, Exception inner) : OrleansException(message, inner);
