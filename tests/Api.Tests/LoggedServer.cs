using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Testing;

namespace Platform.Api.Tests;

/// <summary>A server that logs everything it can, and keeps it.</summary>
public sealed class LoggedServer : PlatformServer
{
    private readonly LogLines _lines = new();

    /// <summary>All that was logged, with exceptions and the values of scopes.</summary>
    public string Log => _lines.Text;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_lines).AddFilter(null, LogLevel.Trace));
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        foreach (var category in (string[])["Microsoft.AspNetCore", "Microsoft.Hosting.Lifetime", "Orleans", "Polly"])
            builder.UseSetting($"Logging:LogLevel:{category}", "Trace");
    }
}
