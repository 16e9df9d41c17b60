using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Hosting;
using Platform.Testing;

namespace Platform.Tests.Storage;

/// <summary>One silo on each engine, started when a test first asks, with the storage and the reminders a node has.</summary>
public sealed class Silos : IAsyncLifetime
{
    private readonly TestDatabases _databases = new();
    private readonly Dictionary<string, IHost> _hosts = [];

    /// <summary>The services of the running silo. Tests that share it are in one collection, so they come one after another.</summary>
    public async Task<IServiceProvider> ServicesAsync(string engine)
    {
        if (_hosts.TryGetValue(engine, out var running)) return running.Services;
        var test = await _databases.SharedAsync(engine);
        var host = Build(silo =>
        {
            silo.UseLocalhostClustering(Ports.Free(), Ports.Free(), serviceId: "service", clusterId: "cluster");
            silo.UsePlatformStorage(engine == "postgres" ? test.Connection : null);
            silo.Services.AddSingleton(test.Node);
            silo.Services.AddSingleton<IEntropy, SystemEntropy>();
            silo.Services.AddSingleton(new IdSource(TimeProvider.System, new SystemEntropy()));
        });
        _hosts[engine] = host;
        await host.StartAsync();
        return host.Services;
    }

    public static IHost Build(Action<ISiloBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleans(configure);
        return builder.Build();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await _databases.DisposeAsync();
    }
}

[CollectionDefinition(nameof(Silos))]
public sealed class SilosDefinition : ICollectionFixture<Silos>;
