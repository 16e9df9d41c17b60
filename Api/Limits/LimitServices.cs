using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace Platform.Api.Limits;

internal static class LimitServices
{
    /// <summary>What the server takes of its clients at most, in its connections and in what is read from them.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitsOptions>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LimitsOptions>>().Value);
        services.AddOptions<KestrelServerOptions>().Configure<LimitsOptions>((kestrel, limits) =>
        {
            limits.ApplyTo(kestrel);
            kestrel.ConfigureHttpsDefaults((HttpsConnectionAdapterOptions https) => https.HandshakeTimeout = limits.HeadersTimeout);
        });
        return services;
    }

    /// <summary>Those of the server that serves this request.</summary>
    public static LimitsOptions Limits(this HttpContext context) => context.RequestServices.GetRequiredService<LimitsOptions>();
}
