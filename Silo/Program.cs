using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Platform.Hosting;

var builder = Host.CreateApplicationBuilder(args);
// A silo process exists only in a cluster.
builder.Configuration.AddInMemoryCollection([new("Cluster:Mode", nameof(ClusterMode.Cluster))]);
builder.AddPlatformSilo();
await builder.Build().RunAsync();
