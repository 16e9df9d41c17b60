using System.Collections.Concurrent;
using System.Net;
using System.Runtime.Versioning;
using Platform.Testing;

namespace Platform.Api.Tests.Telemetry;

[SupportedOSPlatform("linux")]
public sealed class OtlpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("platform-otlp-");
    private readonly ConcurrentDictionary<string, long> _received = [];

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Traces_and_metrics_go_where_the_variables_of_OpenTelemetry_say()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}/";
        using var collector = new HttpListener { Prefixes = { address } };
        collector.Start();
        _ = CollectAsync(collector);
        await using var server = await ApiProcess.StartAsync(_directory.FullName, new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            ["Telemetry__TraceRatio"] = "1",
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/neurotamagotchi/api/v1/auth/me")).StatusCode);
        await Poll.UntilAsync(() => Task.FromResult(_received.ContainsKey("/v1/traces") && _received.ContainsKey("/v1/metrics")), Patience);
        Assert.All(_received.Values, bytes => Assert.True(bytes > 0));
    }

    private async Task CollectAsync(HttpListener collector)
    {
        try
        {
            while (true)
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received[context.Request.Url!.AbsolutePath] = body.Length;
                context.Response.Close();
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // It is closed.
        }
    }
}
