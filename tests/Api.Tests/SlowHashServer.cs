using Microsoft.AspNetCore.Hosting;

namespace Platform.Api.Tests;

/// <summary>A server that hashes passwords as in earnest.</summary>
public sealed class SlowHashServer : PlatformServer
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Passwords:Iterations", "100000");
    }
}
