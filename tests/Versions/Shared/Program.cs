using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Hosting;
using Platform.Versions;

// A silo of a cluster, with one more actor than the one that is shipped, in one of two versions. It does what it is told, a line each, as a
// caller of its own version: "write KEY TEXT", "append KEY TEXT" and "read KEY".
var builder = Host.CreateApplicationBuilder(args);
builder.Configuration.AddInMemoryCollection([new("Cluster:Mode", "Cluster")]);
builder.Logging.ClearProviders().AddSimpleConsole().AddFilter(null, LogLevel.Warning);
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.AddPlatformSilo();
using var host = builder.Build();
await host.StartAsync();
var grains = host.Services.GetRequiredService<IGrainFactory>();
Console.WriteLine("ready");
while (await Console.In.ReadLineAsync() is { } line)
{
    try
    {
        Console.WriteLine(await Caller.DoAsync(grains, line.Split(' ', 3)));
    }
    catch (Exception error)
    {
        Console.WriteLine($"failed: {error.GetType().Name} {error.Message}");
    }
}

await host.StopAsync();
