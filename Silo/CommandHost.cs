using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Platform.Storage;

namespace Platform.Hosting;

/// <summary>The host of a command for operators, with the settings of a server.</summary>
internal static class CommandHost
{
    /// <summary>One with the database and the store of files, but without a silo.</summary>
    /// <exception cref="CommandException">The settings are not fit.</exception>
    public static IHost WithDatabase(string[] settings, Action<HostApplicationBuilder>? add = null) => Create(settings, builder =>
    {
        if (PlatformHosting.ModeOf(builder.Configuration) == ClusterMode.Cluster) PlatformHosting.RequiredConnectionString(builder.Configuration);
        builder.Services.AddDatabase(builder.Configuration);
        builder.Services.AddIds();
        add?.Invoke(builder);
    });

    /// <exception cref="CommandException">The settings are not fit.</exception>
    public static IHost Create(string[] settings, Action<HostApplicationBuilder> add) => Checked(() =>
    {
        // The settings beside the program count, as for a front door: whoever starts a command elsewhere means the same data.
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.UseQuietLogs();
        add(builder);
        var host = builder.Build();
        // What is wrong with a connection string shows only here.
        host.Services.GetRequiredService<Database>();
        return host;
    });

    /// <summary>What an operator is told of a failure: also what the database itself said.</summary>
    public static string Sentence(Exception error) =>
        error.InnerException is DbException inner ? $"{error.Message} {inner.Message}" : error.Message;

    /// <summary>Makes what settings decide.</summary>
    /// <exception cref="CommandException">They are not fit.</exception>
    public static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException or InvalidDataException or OptionsValidationException)
        {
            throw new CommandException(error.Message, error);
        }
    }
}
