using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Dashboard;
using Platform.Billing;
using Platform.Hosting.Operations;
using Platform.Hosting.Telemetry;
using Platform.Storage.Sqlite;
using Platform.Telemetry;

namespace Platform.Hosting;

/// <summary>
/// Composes the actors' side once: <see cref="AddPlatformSilo"/> is a silo, in a process of its own or inside the front door;
/// <see cref="AddPlatformClient"/> is a front door that reaches the silos of a cluster.
/// </summary>
public static class PlatformHosting
{
    /// <summary>ADO.NET's name of the PostgreSQL driver.</summary>
    private const string Npgsql = "Npgsql";

    /// <summary>
    /// How long a call waits for its answer. One that was under way to a silo when it was killed gets none, and its caller should not wait
    /// much longer than it takes until the cluster knows.
    /// </summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(15);

    /// <summary>A host that serves, unlike a command: in Production it starts only where payments are real and settings are fit for it.</summary>
    /// <param name="role">What its telemetry calls it.</param>
    public static IHostApplicationBuilder ForService(this IHostApplicationBuilder builder, string role)
    {
        builder.RequirePayments();
        builder.RequireSafeSettings();
        builder.AddLogFormat();
        builder.AddTelemetry(role);
        builder.AddOperations(role);
        return builder;
    }

    /// <summary>What a front door needs: a silo inside, or a client of the cluster's, as <c>Cluster:Mode</c> says.</summary>
    public static IHostApplicationBuilder AddPlatform(this IHostApplicationBuilder builder) =>
        ModeOf(builder.Configuration) == ClusterMode.Local ? builder.AddPlatformSilo() : builder.AddPlatformClient();

    public static IHostApplicationBuilder AddPlatformSilo(this IHostApplicationBuilder builder)
    {
        var options = Cluster(builder.Configuration);
        builder.AddShared();
        ActivationMeasure.Start();
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
            silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = ResponseTimeout);
            silo.UseActorLimits();
            if (builder.SendsTraces()) silo.AddActivityPropagation();
            silo.AddIncomingGrainCallFilter<GrainCallMeasure>();
            silo.AddIncomingGrainCallFilter<OutagesBelow>();
            silo.AddDashboard();
            if (options.Mode == ClusterMode.Local) silo.UseOneProcess(options);
            else silo.UseCluster(options, RequiredConnectionString(builder.Configuration));
            silo.UsePlatformStorage(PlatformStorage.ConnectionString(builder.Configuration));
        });
        // After the engine: what sweeps asks actors, so it begins when there are some, and ends before them.
        builder.Services.AddPlatformGrains(builder.Configuration);
        builder.Services.AddHostedService<ClusterMeasure>();
        return builder;
    }

    public static IHostApplicationBuilder AddPlatformClient(this IHostApplicationBuilder builder)
    {
        var options = Cluster(builder.Configuration);
        var connectionString = RequiredConnectionString(builder.Configuration);
        builder.AddShared();
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
            if (builder.SendsTraces()) client.AddActivityPropagation();
            client.AddOutgoingGrainCallFilter<RefusedCalls>();
            client.AddDashboard();
            client.UseAdoNetClustering(db => (db.Invariant, db.ConnectionString) = (Npgsql, connectionString));
            // A front door may start before the first silo: it waits instead of giving up.
            client.UseConnectionRetryFilter(async (_, cancellation) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
                return true;
            });
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = ResponseTimeout);
            client.Configure<GatewayOptions>(gateway => gateway.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
        });
        return builder;
    }

    /// <summary>Grain state and reminders: our providers on SQLite, Orleans' own on PostgreSQL.</summary>
    public static void UsePlatformStorage(this ISiloBuilder silo, string? connectionString)
    {
        if (connectionString is null)
        {
            silo.AddSqliteGrainStorage();
            silo.UseSqliteReminders();
            return;
        }

        silo.AddAdoNetGrainStorageAsDefault(db => (db.Invariant, db.ConnectionString) = (Npgsql, connectionString));
        silo.Services.AddOptions<AdoNetGrainStorageOptions>("Default").Configure<Orleans.Serialization.Serializer>((db, serializer) =>
        {
            db.GrainStorageSerializer = new Orleans.Storage.OrleansGrainStorageSerializer(serializer);
            db.DeleteStateOnClear = true;
        });
        silo.UseAdoNetReminderService(db => (db.Invariant, db.ConnectionString) = (Npgsql, connectionString));
    }

    private static void AddShared(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PlatformClusterOptions>().Bind(builder.Configuration.GetSection("Cluster"))
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddDatabase(builder.Configuration);
        builder.Services.AddIds();
        // Before Orleans' own, so that it is asked first.
        builder.Services.AddSingleton<IGrainInterfaceTypeProvider, RememberedInterfaceTypes>();
    }

    private static void UseOneProcess(this ISiloBuilder silo, PlatformClusterOptions options)
    {
        // Nobody else connects: the silo's port is any free one, so that two of these run side by side, and there is no gateway.
        var port = FreePort();
        silo.UseLocalhostClustering(port, gatewayPort: 0, primarySiloEndpoint: null, options.ServiceId, options.ClusterId);
    }

    private static void UseCluster(this ISiloBuilder silo, PlatformClusterOptions options, string connectionString)
    {
        silo.UseAdoNetClustering(db => (db.Invariant, db.ConnectionString) = (Npgsql, connectionString));
        if (options.AdvertisedAddress is { Length: > 0 } address)
            silo.ConfigureEndpoints(IPAddress.Parse(address), options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: true);
        else silo.ConfigureEndpoints(options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: true);
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            // A silo that was killed is declared dead after about six seconds, and its actors come back on the others.
            membership.ProbeTimeout = TimeSpan.FromSeconds(2);
            membership.NumMissedProbesLimit = 3;
            // Where all silos were killed at once, those that come wait until the last sign of life of the old ones is some of these old.
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            membership.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        });
    }

    internal static ClusterMode ModeOf(IConfiguration configuration) => Cluster(configuration).Mode;

    internal static PlatformClusterOptions Cluster(IConfiguration configuration) =>
        configuration.GetSection("Cluster").Get<PlatformClusterOptions>() ?? new();

    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static string RequiredConnectionString(IConfiguration configuration) =>
        PlatformStorage.ConnectionString(configuration)
        ?? throw new InvalidOperationException("Cluster:Mode=Cluster needs a PostgreSQL connection string in ConnectionStrings:Platform.");

    /// <summary>Below those that systems give to outgoing connections, one of which might have it before the silo listens.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 30_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }
}
