using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Platform.Api.Security;

/// <summary>How requests reach this server: through which proxies, over which scheme, at which host names.</summary>
internal static class Transport
{
    public static void AddTransport(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ProxyOptions>().BindConfiguration("Proxy").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HttpsOptions>().BindConfiguration("Https").ValidateDataAnnotations().ValidateOnStart();
        // A host name that is none of AllowedHosts gets a bare 400.
        services.Configure<HostFilteringOptions>(hosts => hosts.IncludeFailureMessage = false);
        services.AddHttpsRedirection(_ => { });
        services.AddOptions<Microsoft.AspNetCore.HttpsPolicy.HttpsRedirectionOptions>().Configure<IOptions<HttpsOptions>>((redirection, https) =>
        {
            redirection.HttpsPort = https.Value.Port;
            // A POST stays one.
            redirection.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
        });
    }

    /// <summary>First of all, because everything after it goes by the client's address, scheme and host.</summary>
    public static void UseTransport(this WebApplication app)
    {
        var proxy = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value;
        if (proxy.IsAnyKnown) app.UseForwardedHeaders(proxy.ToForwarding(AllowedHosts(app.Configuration)));
        app.UseMiddleware<SecurityHeaders>();
        if (app.Services.GetRequiredService<IOptions<HttpsOptions>>().Value.Redirect) app.UseHttpsRedirection();
    }

    private static IEnumerable<string> AllowedHosts(IConfiguration configuration) =>
        (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(host => host != "*");
}
