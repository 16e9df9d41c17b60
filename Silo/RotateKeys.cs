using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Security;
using Platform.Storage;

namespace Platform.Hosting;

/// <summary>
/// <c>rotate-keys</c>, for when a signing key has leaked: a new key signs from now, and all others are void at once. It takes the settings
/// of a front door. In a cluster it asks the silos; where all is one process, it works on that process' data.
/// </summary>
internal sealed class RotateKeys(TextWriter output, TextWriter errors)
{
    public const string Verb = "rotate-keys";

    /// <returns>The exit code: 0 where the keys were replaced, 1 where they are as they were.</returns>
    public async Task<int> RunAsync(string[] settings)
    {
        try
        {
            using var host = CommandHost.Create(settings, static builder => builder.AddPlatform());
            await RequireAsync(host.Services.GetRequiredService<Database>());
            await ReplaceAsync(host);
            return 0;
        }
        catch (CommandException error)
        {
            await errors.WriteLineAsync($"No key was replaced: {error.Message}");
            return 1;
        }
    }

    /// <summary>A host that starts makes a database where there is none. Its keys would be new, and the one that leaked as valid as before.</summary>
    /// <exception cref="CommandException">No server has been on this database, or it does not answer.</exception>
    private static async Task RequireAsync(Database database)
    {
        try
        {
            await database.ProbeAsync();
        }
        catch (StoreException error)
        {
            throw new CommandException($"{database.Location} is no database of a server. {CommandHost.Sentence(error)}", error);
        }
    }

    private async Task ReplaceAsync(IHost host)
    {
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var id = await grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).ReplaceAll();
        // Whoever has read the one can have read the other.
        await grains.GetGrain<ILinkSecretsGrain>(ILinkSecretsGrain.TheKey).ReplaceAll();
        await host.StopAsync();

        await output.WriteLineAsync($"Key {id} signs now, and no other is valid ({host.DatabaseLocation()}). Users refresh, or sign in again; links to files have to be asked for anew.");
        await output.WriteLineAsync(PlatformHosting.ModeOf(host.Services.GetRequiredService<IConfiguration>()) == ClusterMode.Cluster
            ? "Every front door follows within half a minute."
            : "A server that runs on this data still believes the old keys: restart it now.");
    }
}
