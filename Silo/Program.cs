using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace Platform.Hosting;

/// <summary>The process that runs one silo of a cluster, or a command for operators.</summary>
internal static class SiloProcess
{
    /// <summary>As quiet as a front door, whose settings file can't be shared: this program is also a library inside it.</summary>
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        ["Logging:LogLevel:Orleans"] = "Warning",
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",
        ["Logging:LogLevel:Polly"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
    };

    public static Task<int> Main(string[] args) => args switch
    {
        [RotateKeys.Verb, .. var settings] => new RotateKeys(Console.Out, Console.Error).RunAsync(settings),
        [AuditLedger.Verb, .. var settings] => AuditLedger.RunAsync(settings),
        [ArchiveCommands.Export, .. var rest] => new ArchiveCommands(Console.Out, Console.Error).ExportAsync(rest),
        [ArchiveCommands.Import, .. var rest] => new ArchiveCommands(Console.Out, Console.Error).ImportAsync(rest),
        _ => ServeAsync(args),
    };

    private static async Task<int> ServeAsync(string[] args)
    {
        // The settings beside the program count, wherever it is started, as for a front door and for commands.
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.UseQuietLogs();
        // A silo process exists only in a cluster.
        builder.Configuration.AddInMemoryCollection([new("Cluster:Mode", nameof(ClusterMode.Cluster))]);
        builder.ForService("silo").AddPlatformSilo();
        await builder.Build().RunAsync();
        return 0;
    }

    // First, so that every other source overrides them.
    internal static void UseQuietLogs(this IConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
}
