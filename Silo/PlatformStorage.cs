using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Mail;
using Platform.Storage;

namespace Platform.Hosting;

/// <summary>Chooses the database: PostgreSQL where <c>ConnectionStrings:Platform</c> is set, else one SQLite file in the data directory.</summary>
public static class PlatformStorage
{
    public static string? ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("Platform") is { Length: > 0 } text ? text : null;

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
        services.AddSingleton<Schema>();
        services.AddHostedService<SchemaStartup>();
    }

    /// <summary>Brings the schema up to date before anything else of this host starts: membership itself is read from it.</summary>
    private sealed class SchemaStartup(Schema schema) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => schema.ApplyAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
