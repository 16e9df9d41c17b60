using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace Platform.Storage.Sqlite;

/// <summary>What a silo on SQLite adds. Both need the <see cref="Database"/> among the services, with its schema applied.</summary>
public static class SqliteSiloBuilderExtensions
{
    /// <summary>
    /// Keeps the state of grains in the database, by default as the storage of every grain that names none.
    /// </summary>
    /// <param name="builder">The silo.</param>
    /// <param name="name">The provider's name.</param>
    /// <param name="serializer">How state becomes bytes. By default Orleans' own format: compact, and it tolerates other versions.</param>
    public static ISiloBuilder AddSqliteGrainStorage(
        this ISiloBuilder builder,
        string name = ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
        Func<IServiceProvider, IGrainStorageSerializer>? serializer = null)
    {
        serializer ??= static services => new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>());
        builder.Services.AddGrainStorage(
            name, (services, _) => ActivatorUtilities.CreateInstance<SqliteGrainStorage>(services, serializer(services)));
        return builder;
    }

    /// <summary>Keeps reminders in the database. Needs the <see cref="IdSource"/> too.</summary>
    public static ISiloBuilder UseSqliteReminders(this ISiloBuilder builder)
    {
        builder.AddReminders();
        builder.Services.AddSingleton<IReminderTable, SqliteReminderTable>();
        return builder;
    }
}
