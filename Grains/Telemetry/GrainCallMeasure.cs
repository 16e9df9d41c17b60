using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Platform.Telemetry;

/// <summary>
/// Measures each call of an actor of ours: <c>platform.grain_call.duration</c> in seconds by grain and method, and
/// <c>platform.grain_call.failures</c> by the kind of the error. The time is from the call's turn to its answer: waiting for the turn is not in it.
/// </summary>
internal sealed class GrainCallMeasure(TimeProvider clock) : IIncomingGrainCallFilter
{
    private static readonly Histogram<double> Durations =
        PlatformMeter.Duration("platform.grain_call.duration", "How long calls of actors take, from their turn to the answer.");

    private static readonly Counter<long> Failures =
        PlatformMeter.Meter.CreateCounter<long>("platform.grain_call.failures", description: "Calls of actors that ended in an exception.");

    private readonly ConcurrentDictionary<GrainType, string?> _names = new();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (!Durations.Enabled || NameOf(context.TargetId.Type) is not { } grain) return context.Invoke();
        return MeasureAsync(context, grain);
    }

    private async Task MeasureAsync(IIncomingGrainCallContext context, string grain)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await context.Invoke();
        }
        catch (Exception error)
        {
            Failures.Add(1, new("grain", grain), new("method", context.MethodName), new("error", error.GetType().Name));
            throw;
        }
        finally
        {
            Durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("grain", grain), new("method", context.MethodName));
            if (context.InterfaceMethod.DeclaringType == typeof(IRemindable)) ReminderMeasure.Came(context.Request.GetArgument(0), context.Request.GetArgument(1), clock.GetUtcNow());
        }
    }

    /// <summary>The grain's type; null: it is one of the engine's own.</summary>
    private string? NameOf(GrainType type) => _names.GetOrAdd(type, static type =>
        type.IsSystemTarget() || type.IsClient() || type.ToString() is not { } name || name.Contains('.', StringComparison.Ordinal) ? null : name);
}
