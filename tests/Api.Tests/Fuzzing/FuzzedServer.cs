using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Testing;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>A server to be fuzzed, on either database. It keeps what it has to say that is worse than information.</summary>
public sealed class FuzzedServer(TestDatabase? database) : PlatformServer
{
    private readonly TroubleLog _trouble = new();

    /// <summary>What it has warned of so far.</summary>
    public IReadOnlyCollection<string> Trouble => _trouble.Written;

    protected override HeldRenderer.Drawing Drawing => HeldRenderer.Drawing.OnceForAll;

    /// <param name="databases">Where its own is made.</param>
    /// <param name="engine"><c>sqlite</c> or <c>postgres</c>.</param>
    public static async Task<FuzzedServer> StartAsync(TestDatabases databases, string engine)
    {
        // SQLite's is a file of the server's own.
        var server = new FuzzedServer(engine == "postgres" ? await databases.CreateAsync(engine) : null);
        await server.InitializeAsync();
        return server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (database is not null) builder.UseSetting("ConnectionStrings:Platform", database.Connection);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_trouble).AddFilter(null, LogLevel.Warning));
    }
}
