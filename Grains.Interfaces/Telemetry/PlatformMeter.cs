using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Platform.Telemetry;

/// <summary>
/// Where all that this program measures by itself comes from. Instruments are declared where they are written; names and units follow
/// OpenTelemetry's conventions (https://opentelemetry.io/docs/specs/semconv/general/naming/).
/// </summary>
public static class PlatformMeter
{
    /// <summary>The name of the meter, and of the source of spans.</summary>
    public const string Name = "Platform";

    public static Meter Meter { get; } = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Bounds for what takes from tens of microseconds to minutes, in seconds.</summary>
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    };

    /// <summary>A histogram of durations in seconds.</summary>
    public static Histogram<double> Duration(string name, string description) => Meter.CreateHistogram(name, "s", description, tags: null, Durations);
}
