using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Platform.Testing;

namespace Platform.Api.Tests;

/// <summary>The whole server, silo and SQLite file included, behind its real door: Kestrel on a port of its own.</summary>
public class PlatformServer : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>With what payments are told.</summary>
    public const string WebhookSecret = "whsec_of_the_tests";

    /// <summary>Whoever registers with this address is an admin.</summary>
    public const string AdminEmail = "admin@example.com";

    private readonly bool _ownsDirectory;

    public PlatformServer()
        : this(Directory.CreateTempSubdirectory("platform-api-").FullName, ownsDirectory: true)
    {
    }

    private PlatformServer(string directory, bool ownsDirectory)
    {
        DataDirectory = directory;
        _ownsDirectory = ownsDirectory;
        UseKestrel(0);
    }

    public string DataDirectory { get; }

    /// <summary>Whether request budgets are enforced here.</summary>
    protected virtual bool RateLimiting => false;

    protected virtual HeldRenderer.Drawing Drawing => HeldRenderer.Drawing.Always;

    /// <summary>Another server on the same data, as after a restart.</summary>
    public static PlatformServer On(string dataDirectory) => new(dataDirectory, ownsDirectory: false);

    public Task InitializeAsync()
    {
        StartServer();
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        if (_ownsDirectory && Directory.Exists(DataDirectory)) Directory.Delete(DataDirectory, recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A new user of NeuroTamagotchi.</summary>
    public Task<NeuroTamagotchiClient> SignUpAsync() => NeuroTamagotchiClient.SignUpAsync(CreateClient());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Platform:DataDirectory", DataDirectory);
        builder.UseSetting("RateLimiting:Enabled", RateLimiting.ToString());
        builder.UseSetting("Passwords:Iterations", "1");
        builder.UseSetting("Admin:Emails:0", AdminEmail);
        builder.UseSetting("Products:NeuroTamagotchi:Hosts:0", "api.neuro.example");
        builder.UseSetting("Products:FigureForge:WebAppUrl", "https://app.figure.example/");
        builder.UseSetting("Mail:From", "FigureForge <hello@figure.example>");
        builder.UseSetting("Cors:Origins:0", "https://neuro.example");
        builder.UseSetting("Stripe:WebhookSecret", WebhookSecret);
        // Beside those that tests hold, two go on.
        builder.UseSetting("Generation:Concurrency", $"{HeldRenderer.Most + 2}");
        builder.ConfigureServices(services => services.AddHeldRenderer(Drawing));
    }
}

/// <summary>One server for all test classes that need nothing special of it.</summary>
[CollectionDefinition(nameof(PlatformServer))]
public sealed class PlatformServerCollection : ICollectionFixture<PlatformServer>;
