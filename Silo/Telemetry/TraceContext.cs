using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// Gives every request the number of a trace, and lets it go with the calls of actors, so that all log lines of a request have it wherever they
/// are written, also where no trace is sent anywhere. The framework makes one only where somebody listens; the engine passes one on by two
/// spans for each call, which cost a tenth of all throughput, so it does where spans are sent. Elsewhere a call carries the number alone.
/// </summary>
public static class TraceContext
{
    /// <summary>What calls carry: a <c>traceparent</c> as in W3C's Trace Context.</summary>
    private const string Carried = "platform.trace";

    private const string Requests = "Microsoft.AspNetCore";
    private const string Calls = "Microsoft.Orleans.Application";

    private static readonly ActivityListener OfRequests = new()
    {
        ShouldListenTo = source => source.Name == Requests,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    private static readonly ActivityListener OfCalls = new()
    {
        ShouldListenTo = source => source.Name == Calls,
        // What is below a request: what actors do by themselves, such as timers, needs no number.
        Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            options.Parent == default ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
    };

    /// <summary>What is done here belongs to this trace; null: to none.</summary>
    internal static (string TraceId, string SpanId)? Current
    {
        get
        {
            if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity) return (activity.TraceId.ToHexString(), activity.SpanId.ToHexString());
            if (RequestContext.Get(Carried) is not string carried || !ActivityContext.TryParse(carried, null, out var context)) return null;
            return (context.TraceId.ToHexString(), context.SpanId.ToHexString());
        }
    }

    /// <summary>From now on, once a process.</summary>
    /// <param name="areCallsSpans">The engine makes spans of calls: it does also of those that aren't sampled, so that actors know that.</param>
    internal static void FlowAlways(bool areCallsSpans)
    {
        ActivitySource.AddActivityListener(OfRequests);
        if (areCallsSpans) ActivitySource.AddActivityListener(OfCalls);
    }

    /// <summary>From here on, calls of actors carry the number of the request's trace.</summary>
    public static void UseTraceContext(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } request) RequestContext.Set(Carried, request.Id!);
        return next(context);
    });
}
