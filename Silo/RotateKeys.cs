using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Security;

namespace Platform.Hosting;

/// <summary>
/// <c>rotate-keys</c>, for when a signing key has leaked: a new key signs from now, and all others are void at once. It takes the settings
/// of a front door. In a cluster it asks the silos; where all is one process, it works on that process' data.
/// </summary>
internal static class RotateKeys
{
    public const string Verb = "rotate-keys";

    public static async Task<int> RunAsync(string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Configuration.UseQuietLogs();
        builder.AddPlatform();
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var id = await grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).ReplaceAll();
        // Whoever has read the one can have read the other.
        await grains.GetGrain<ILinkSecretsGrain>(ILinkSecretsGrain.TheKey).ReplaceAll();
        await host.StopAsync();

        Console.WriteLine($"Key {id} signs now, and no other is valid ({host.DatabaseLocation()}). Users refresh, or sign in again; links to files have to be asked for anew.");
        Console.WriteLine(PlatformHosting.ModeOf(builder) == ClusterMode.Cluster
            ? "Every front door follows within half a minute."
            : "A server that runs on this data still believes the old keys: restart it now.");
        return 0;
    }
}
