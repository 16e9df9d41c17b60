using System.Diagnostics;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// Gives every request the number of a trace, and lets it go with every call of an actor, so that all log lines of a request have it wherever
/// they are written, also where no trace is sent anywhere. The framework makes one, and the engine passes it on, only where somebody listens.
/// </summary>
internal static class TraceContext
{
    private const string Requests = "Microsoft.AspNetCore";

    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name is Requests or "Microsoft.Orleans.Application",
        // Requests, and what is below one: what actors do by themselves, such as timers, needs no number.
        Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            options.Parent == default && options.Source.Name != Requests ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
    };

    static TraceContext() => ActivitySource.AddActivityListener(Listener);

    /// <summary>From now on, once a process.</summary>
    public static void FlowAlways() => GC.KeepAlive(Listener);
}
