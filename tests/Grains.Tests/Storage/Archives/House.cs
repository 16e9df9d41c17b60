using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Hosting;
using Platform.Storage;

namespace Platform.Tests.Storage.Archives;

/// <summary>A running silo with all its actors, as a server has one, on either engine.</summary>
internal sealed class House(IHost host) : IAsyncDisposable
{
    public Database Database => host.Services.GetRequiredService<Database>();

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public IReminderTable Reminders => host.Services.GetRequiredService<IReminderTable>();

    /// <param name="postgres">PostgreSQL's connection string; null: a SQLite file in the directory.</param>
    public static async Task<House> OpenAsync(string directory, string? postgres = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Platform:DataDirectory", directory),
            new("ConnectionStrings:Platform", postgres),
            new("Passwords:Iterations", "1"),
        ]);
        builder.AddPlatformSilo();
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
