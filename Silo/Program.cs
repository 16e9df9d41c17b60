using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Platform.Hosting;

/// <summary>The process that runs one silo of a cluster.</summary>
internal static class SiloProcess
{
    public static Task Main(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        // A silo process exists only in a cluster.
        builder.Configuration.AddInMemoryCollection([new("Cluster:Mode", nameof(ClusterMode.Cluster))]);
        builder.AddPlatformSilo();
        return builder.Build().RunAsync();
    }
}
