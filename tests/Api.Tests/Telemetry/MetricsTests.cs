using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Platform.Api.Tests.MascotForge;
using Platform.Api.Tests.Operators;
using Platform.Hosting.Telemetry;
using Platform.Testing;

namespace Platform.Api.Tests.Telemetry;

/// <summary>What happens is measured.</summary>
[Collection(nameof(PlatformServer))]
public sealed class MetricsTests(PlatformServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_message_a_reply_and_its_commit()
    {
        var user = await server.SignUpAsync();
        var luna = (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna())).Text("id");
        await user.PostAsync($"/chat/{luna}/send", new JsonObject { ["content"] = "Hello" });
        await ShowsAsync(
            """platform_reply_duration_seconds_count{otel_scope_name="Platform",engine="builtin",outcome="done"}""",
            """platform_grain_call_duration_seconds_count{otel_scope_name="Platform",grain="companion",method="Say"}""",
            """platform_commit_duration_seconds_count{otel_scope_name="Platform",outcome="done"}""",
            """platform_activations{otel_scope_name="Platform",grain="companion"}""",
            """platform_cluster_silos{otel_scope_name="Platform",status="active"} 1""");
    }

    [Fact]
    public async Task The_cluster_also_after_another_server_of_this_process_has_gone()
    {
        const string Silos = """platform_cluster_silos{otel_scope_name="Platform",status="active"} 1""";
        await ShowsAsync(Silos);
        await using (var other = new PlatformServer()) _ = await other.CreateClient().GetAsync("/healthz");
        using var admin = await OperatorClient.SharedAsync(server);
        var text = await admin.GetStringAsync("/operator/metrics");
        // The exporter keeps an answer for a moment, and what has ended is left out only of the one after the next.
        for (var collected = 0; collected < 3; collected++)
        {
            var last = text;
            await Poll.UntilAsync(async () => (text = await admin.GetStringAsync("/operator/metrics")) != last, Patience);
        }

        Assert.Contains(Silos, text);
    }

    /// <summary>Users may name any address to fetch a picture from.</summary>
    [Fact]
    public void What_is_asked_of_others_is_told_but_not_of_whom()
    {
        // Not the framework's own instruments: those of other servers in this process end with them.
        using var meter = new Meter("System.Net.Http");
        var told = new TagNames("asked");
        using var reader = new BaseExportingMetricReader(told);
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddView(TelemetryHosting.ViewOf).AddReader(reader).Build();
        meter.CreateCounter<int>("asked").Add(1, new("http.request.method", "GET"), new("server.address", "cats.example"), new("server.port", 443));
        provider.ForceFlush();
        Assert.Equal(["http.request.method"], told.Names);
    }

    [Fact]
    public async Task A_job_and_what_it_cost()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        await client.MakeMascotAsync();
        await ShowsAsync(
            """platform_jobs_duration_seconds_count{otel_scope_name="Platform",kind="mascot",outcome="completed"}""",
            """platform_jobs_drawing_seconds_count{otel_scope_name="Platform",kind="mascot"}""",
            // How many they are is counted over all servers of this process, and another's may be held by their test: JobMeasureTests counts them.
            """platform_jobs{otel_scope_name="Platform",kind="mascot",state="waiting"} """,
            """platform_wallet_operations_total{otel_scope_name="Platform",operation="Capture",outcome="done"}""");
    }

    private async Task ShowsAsync(params string[] lines)
    {
        using var admin = await OperatorClient.SharedAsync(server);
        var text = "";
        // The exporter keeps an answer for a moment.
        await Poll.UntilAsync(async () => Array.TrueForAll(lines, (text = await admin.GetStringAsync("/operator/metrics")).Contains), Patience);
    }

    /// <summary>What a measure is told apart by, where it is sent.</summary>
    private sealed class TagNames(string measure) : BaseExporter<Metric>
    {
        public List<string> Names { get; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                if (metric.Name != measure) continue;
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    foreach (var (name, _) in point.Tags) Names.Add(name);
                }
            }

            return ExportResult.Success;
        }
    }
}
