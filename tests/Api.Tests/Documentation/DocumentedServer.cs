using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Testing;

namespace Platform.Api.Tests.Documentation;

/// <summary>
/// A server for those who try all that the documents say: it draws one picture of each kind, whatever is ordered. It logs what an
/// operator might have it log, and keeps that: of everything what is worth knowing, and of its own all that it has to say.
/// </summary>
public sealed class DocumentedServer : PlatformServer
{
    private readonly LogLines _lines = new();

    /// <summary>
    /// All that was logged since it serves, with exceptions and the values of scopes, but without the server's own address, at which it also
    /// calls itself.
    /// </summary>
    public string Log => _lines.Text.Split("Application started.")[1].Replace(ClientOptions.BaseAddress.Authority, "", StringComparison.Ordinal);

    protected override HeldRenderer.Drawing Drawing => HeldRenderer.Drawing.OnceForAll;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_lines));
        foreach (var category in (string[])["Default", "Microsoft.AspNetCore", "Microsoft.Hosting.Lifetime", "Orleans", "Polly", "System.Net.Http.HttpClient"])
            builder.UseSetting($"Logging:LogLevel:{category}", "Information");
        builder.UseSetting("Logging:LogLevel:Platform", "Debug");
    }
}
