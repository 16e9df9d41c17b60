using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Blobs;
using Platform.Mail;
using Platform.Storage;

namespace Platform.Hosting;

/// <summary>Chooses the database: PostgreSQL where <c>ConnectionStrings:Platform</c> is set, else one SQLite file in the data directory.</summary>
public static class PlatformStorage
{
    /// <summary>
    /// Connections of each of the two pools of a process (the stores', and Orleans' own), where the operator says no other number. The
    /// driver's hundred would be all that a PostgreSQL has by default, taken by one process in which many actors wake up at once.
    /// </summary>
    private const int MostConnections = 20;

    /// <summary>The PostgreSQL to use; null: SQLite.</summary>
    public static string? ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("Platform") is { Length: > 0 } text ? WithPoolSize(text) : null;

    private static string WithPoolSize(string text)
    {
        const string Key = "Maximum Pool Size";
        var settings = new DbConnectionStringBuilder { ConnectionString = text };
        string[] names = [Key, "MaxPoolSize", "Max Pool Size"];
        if (!names.Any(settings.ContainsKey)) settings[Key] = MostConnections;
        return settings.ConnectionString;
    }

    /// <summary>Where files live: <c>Platform:DataDirectory</c>, or <c>data</c> under the working directory.</summary>
    public static string DataDirectory(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Platform:DataDirectory"] is { Length: > 0 } path ? path : "data");

    /// <summary>Where the data of this host is, fit to be shown to an operator: never a password.</summary>
    public static string DatabaseLocation(this IHost host) => host.Services.GetRequiredService<Database>().Location;

    internal static void AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Database>(_ => ConnectionString(configuration) is { } connectionString
            ? new PostgresDatabase(connectionString)
            : new SqliteDatabase(Path.Combine(DataDirectory(configuration), "platform.db")));
        services.PostConfigure<MailOptions>(mail =>
        {
            if (mail.Directory.Length == 0) mail.Directory = Path.Combine(DataDirectory(configuration), "mail");
        });
        services.AddBlobs(configuration, DataDirectory(configuration));
        services.AddSingleton<Schema>();
        services.AddHostedService<SchemaStartup>();
    }

    /// <summary>Brings the schema up to date before anything else of this host starts: membership itself is read from it.</summary>
    private sealed class SchemaStartup(Schema schema) : HostStage
    {
        public override Task StartingAsync(CancellationToken cancellationToken) => schema.ApplyAsync(cancellationToken);
    }
}
