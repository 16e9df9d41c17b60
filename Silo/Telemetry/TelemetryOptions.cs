using System.ComponentModel.DataAnnotations;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// The section <c>Telemetry</c>. Where things are sent to, OpenTelemetry's own variables say (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>,
/// <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_SERVICE_NAME</c>, …).
/// </summary>
public sealed class TelemetryOptions
{
    /// <summary>The share of requests, in [0, 1], whose traces are sent, whatever their clients say of that.</summary>
    [Range(0.0, 1.0)]
    public double TraceRatio { get; set; } = 0.1;
}
