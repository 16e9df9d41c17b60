using Microsoft.AspNetCore.Hosting;

namespace Platform.Api.Tests;

/// <summary>The whole server in one process, over a PostgreSQL.</summary>
internal sealed class PostgresBackedServer(string connectionString) : PlatformServer
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("ConnectionStrings:Platform", connectionString);
    }
}
