using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Platform.Blobs;
using Platform.Companions;
using Platform.Generation;
using Platform.Hosting;
using Platform.Identity;
using Platform.Mail;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Generation;

namespace Platform.Tests;

/// <summary>
/// Two silos in this process, over one SQLite file, under a clock that only tests move. Grains, their timers and reminders live by that
/// clock; Orleans' own upkeep stays on real time, so that a leap of a day doesn't look like a silo that hangs.
/// </summary>
public class PlatformCluster : IAsyncLifetime
{
    /// <summary>A companion of whom nothing matters.</summary>
    public static readonly NewCompanion Luna = new(new Persona("Luna", "anime", [], null, new Dictionary<string, string>()), null);

    private readonly string _directory = Directory.CreateTempSubdirectory("platform-cluster-").FullName;
    private InProcessTestCluster? _cluster;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The reply engine, which a test may make slow or broken.</summary>
    public ScriptedChatClient Engine { get; } = new();

    /// <summary>What draws, which a test may make slow or broken.</summary>
    internal ScriptedRenderer Renderer { get; } = new();

    /// <summary>Where files are kept.</summary>
    internal IBlobStore Blobs { get; private set; } = null!;

    public RecordingMailer Mail { get; } = new();

    public SqliteDatabase Database { get; private set; } = null!;

    public InProcessTestCluster Cluster => _cluster!;

    /// <summary>The database as the silos have it.</summary>
    protected virtual Database OfSilos => Database;

    public IGrainFactory Grains => Cluster.Client;

    public async Task InitializeAsync()
    {
        Database = new SqliteDatabase(Path.Combine(_directory, "platform.db"));
        await new Schema(Database, Microsoft.Extensions.Logging.Abstractions.NullLogger<Schema>.Instance).ApplyAsync();
        Blobs = new DirectoryBlobStore(Path.Combine(_directory, "blobs"), Clock);
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            var services = silo.Services;
            services.AddSingleton<TimeProvider>(Clock);
            services.KeepUpkeepOnRealTime();
            services.AddSingleton(OfSilos);
            services.AddSingleton<IChatClient>(Engine);
            services.AddPlatformGrains(silo.Configuration);
            services.AddSingleton<IMailer>(Mail);
            services.AddSingleton(Blobs);
            services.AddSingleton<IRenderer>(Renderer);
            services.Configure<PasswordOptions>(passwords => passwords.Iterations = 1);
            services.Configure<AdminOptions>(admins => admins.Emails.Add("admin@example.com"));
            silo.UsePlatformStorage(connectionString: null);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <summary>An account of this id, with names that nobody cares about.</summary>
    public async Task OpenAccountAsync(string id, string product = Products.NeuroTamagotchi)
    {
        var account = new NewAccount(product, $"{id}@example.com", Username: null, PasswordHash: "", DeviceName: null, DisplayName: null);
        Assert.NotNull((await Grains.GetGrain<ICredentialsGrain>(id).Register(account)).Value);
    }

    /// <summary>The id of a new companion, whose owner has an account.</summary>
    public async Task<string> CreateLunaAsync(string owner) => (await Grains.GetGrain<ICompanionsGrain>(owner).Create(Luna)).Value!.Id;

    public virtual async Task DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}

[CollectionDefinition(nameof(PlatformCluster))]
public sealed class PlatformClusterCollection : ICollectionFixture<PlatformCluster>;
