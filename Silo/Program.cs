using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace Platform.Hosting;

/// <summary>The process that runs one silo of a cluster.</summary>
internal static class SiloProcess
{
    /// <summary>As quiet as a front door, whose settings file can't be shared: this program is also a library inside it.</summary>
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        ["Logging:LogLevel:Orleans"] = "Warning",
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",
        ["Logging:LogLevel:Polly"] = "Warning",
    };

    public static Task Main(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        // First, so that every other source overrides them.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        // A silo process exists only in a cluster.
        builder.Configuration.AddInMemoryCollection([new("Cluster:Mode", nameof(ClusterMode.Cluster))]);
        builder.AddPlatformSilo();
        return builder.Build().RunAsync();
    }
}
