using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Hosting;
using Platform.Security;

namespace Platform.Benchmarks.Servers;

/// <summary>The product's own silo inside this process, on SQLite unless a connection string says otherwise.</summary>
internal sealed class PlatformSilo(IHost host) : IAsyncDisposable
{
    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<PlatformSilo> StartAsync(string dataDirectory, string? connectionString = null, TimeProvider? clock = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(
            [new("Platform:DataDirectory", dataDirectory), new("ConnectionStrings:Platform", connectionString)]);
        // Nothing but the table and its progress is to be read here.
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.AddPlatformSilo();
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>The key that signs the tokens of a deployment; made now if it has none yet.</summary>
    public static async Task<SigningKey> SigningKeyAsync(string dataDirectory)
    {
        await using var silo = await StartAsync(dataDirectory);
        return (await silo.Grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).Get())[0];
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
