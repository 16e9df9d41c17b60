using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Api.Tests.Telemetry;

/// <summary>Dashboards and alerts ask for nothing that isn't measured.</summary>
public sealed partial class DashboardTests
{
    private static readonly string Deploy = Path.Combine(Build.Root, "deploy");

    /// <summary>Of the framework, as it comes out of the exporter.</summary>
    private static readonly string[] OfTheFramework =
    [
        "http_server_request_duration_seconds", "dotnet_process_cpu_time_seconds_total", "dotnet_process_memory_working_set_bytes",
        "dotnet_gc_pause_time_seconds_total", "dotnet_thread_pool_queue_length_total",
    ];

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Path.Combine(Deploy, "grafana"), "*.json").Concat(Directory.GetFiles(Path.Combine(Deploy, "prometheus"), "*.yaml"))
            .Concat(Directory.GetFiles(Path.Combine(Deploy, "kubernetes"), "*.yaml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Deploy, file)),
    ];

    [Theory, MemberData(nameof(Files))]
    public void Nothing_is_asked_for_that_is_not_measured(string file)
    {
        var measured = Measured().Concat(OfTheFramework).ToHashSet();
        var text = File.ReadAllText(Path.Combine(Deploy, file));
        var unknown = Metric().Matches(text).Select(match => Suffix().Replace(match.Value, "")).Where(name => !measured.Contains(name)).Distinct();
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_runbook_names_what_is_measured_and_nothing_else()
    {
        var text = File.ReadAllText(Path.Combine(Deploy, "RUNBOOK.md"));
        var measured = Measured().Concat(OfTheFramework).ToList();
        var named = Row().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(measured.Order(), named.Order());
    }

    [Fact]
    public void Kubernetes_has_the_same_alerts()
    {
        static IEnumerable<string> Groups(string file, string indent) => File.ReadLines(Path.Combine(Deploy, file))
            .SkipWhile(line => line != $"{indent}groups:").Select(line => line.Length == 0 ? line : line[indent.Length..]);
        var groups = Groups("prometheus/alerts.yaml", "").ToList();
        Assert.NotEmpty(groups);
        Assert.Equal(groups, Groups("kubernetes/components/monitoring/alerts.yaml", "  "));
    }

    [Fact]
    public void Every_alert_has_its_section_in_the_runbook()
    {
        var text = File.ReadAllText(Path.Combine(Deploy, "RUNBOOK.md"));
        var alerts = Alert().Matches(File.ReadAllText(Path.Combine(Deploy, "prometheus", "alerts.yaml"))).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Contains($"### {alert}\n", text));
    }

    [Fact]
    public void Dashboards_are_JSON() =>
        Assert.All(Directory.GetFiles(Path.Combine(Deploy, "grafana"), "*.json"), file => JsonDocument.Parse(File.ReadAllText(file)).Dispose());

    /// <summary>
    /// The program's own instruments by the names that Prometheus has for them
    /// (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/).
    /// </summary>
    private static HashSet<string> Measured()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Platform") names.Add(NameOf(instrument));
            },
        };
        foreach (var assembly in (string[])["Platform.Grains", "Platform.Api", "Platform.Silo"])
        {
            foreach (var type in System.Reflection.Assembly.Load(assembly).GetTypes().Where(type => type.Name.EndsWith("Measure", StringComparison.Ordinal)))
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        listener.Start();
        // A silo's own, while it is there.
        names.Add("platform_cluster_silos");
        return names;
    }

    private static string NameOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_');
        if (instrument.Unit == "s") name += "_seconds";
        return instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal) ? $"{name}_total" : name;
    }

    [GeneratedRegex(@"\b(platform|http_server|dotnet)_[a-z_]+")]
    private static partial Regex Metric();

    /// <summary>Of its table of metrics.</summary>
    [GeneratedRegex(@"^\| `((?:platform|http_server|dotnet)_\w+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alert();
}
