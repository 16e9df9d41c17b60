using System.Diagnostics;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// Lets the number of a trace go with every call of an actor, so that all log lines of a request have it wherever they are written, also
/// where no trace is sent anywhere. The engine passes it on only where somebody listens.
/// </summary>
internal static class TraceContext
{
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.Orleans.Application",
        // Below a request only: what actors do by themselves, such as timers, needs no number.
        Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            options.Parent == default ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
    };

    static TraceContext() => ActivitySource.AddActivityListener(Listener);

    /// <summary>From now on, once a process.</summary>
    public static void FlowAlways() => GC.KeepAlive(Listener);
}
