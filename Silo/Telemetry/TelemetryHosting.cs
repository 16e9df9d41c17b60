using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Platform.Hosting.Operations;
using Platform.Telemetry;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// What an operator sees of a process: metrics, always, for whoever scrapes them; traces and metrics over OTLP where an endpoint is configured.
/// </summary>
internal static class TelemetryHosting
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string HttpClientMeter = "System.Net.Http";

    /// <summary>What ASP.NET Core, the HTTP client, the runtime, PostgreSQL's driver, the engine and this program itself measure.</summary>
    private static readonly string[] Meters =
    [
        PlatformMeter.Name, "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", HttpClientMeter,
        "System.Runtime", "Npgsql",
    ];

    /// <summary>What is told apart of requests that this server sends: not whom they went to, since users may choose that, and each would be kept for good.</summary>
    private static readonly string[] SentTags =
        ["http.request.method", "http.response.status_code", "http.connection.state", "error.type", "network.protocol.version", "url.scheme"];

    /// <summary>What is told of an instrument; null: all there is.</summary>
    public static MetricStreamConfiguration? ViewOf(Instrument instrument) =>
        instrument.Meter.Name == HttpClientMeter ? new MetricStreamConfiguration { TagKeys = SentTags } : null;

    /// <summary>Whether anybody is told of spans.</summary>
    public static bool SendsTraces(this IHostApplicationBuilder builder) => !string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]);

    /// <param name="role">What this process is: <c>silo</c>, or <c>api</c>.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string role)
    {
        var options = builder.Configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new();
        builder.Services.AddOptions<TelemetryOptions>().Bind(builder.Configuration.GetSection("Telemetry")).ValidateDataAnnotations().ValidateOnStart();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService($"orleans-platform-{role}", serviceVersion: typeof(TelemetryHosting).Assembly.GetName().Version?.ToString())
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Meters)
                .AddView(ViewOf)
                .AddPrometheusExporter());
        TraceContext.FlowAlways(areCallsSpans: builder.SendsTraces());
        if (!builder.SendsTraces()) return;
        telemetry.WithMetrics(metrics => metrics.AddOtlpExporter());
        telemetry.WithTracing(traces => traces
            .SetSampler(new RequestSampler(options.TraceRatio))
            .AddAspNetCoreInstrumentation(http => http.Filter = context => !OperationsPaths.Contains(context.Request.Path))
            .AddHttpClientInstrumentation()
            .AddSource(PlatformMeter.Name, "Npgsql", "Microsoft.Orleans.Application")
            .AddProcessor(new PersonalDataFilter())
            .AddOtlpExporter());
    }
}
