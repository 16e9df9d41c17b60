using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Platform.Api.Tests.Telemetry;

/// <summary>A server whose traces are kept instead of sent.</summary>
public class TracedServer : PlatformServer
{
    private readonly ConcurrentQueue<Activity> _spans = [];

    /// <summary>Those that have ended.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>Its database; empty: SQLite.</summary>
    protected virtual string Connection => "";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("ConnectionStrings:Platform", Connection);
        // Where nobody listens: what counts is kept here.
        builder.UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9");
        builder.UseSetting("Telemetry:TraceRatio", "1");
        builder.ConfigureServices(services => services.ConfigureOpenTelemetryTracerProvider(
            traces => traces.AddProcessor(new SimpleActivityExportProcessor(new Keeper(_spans)))));
    }

    private sealed class Keeper(ConcurrentQueue<Activity> spans) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch) spans.Enqueue(span);
            return ExportResult.Success;
        }
    }
}
