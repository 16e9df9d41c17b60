namespace Platform.Api.Security;

internal static class SecurityServices
{
    /// <summary>Signing keys, access tokens and their verification.</summary>
    public static IServiceCollection AddAccessTokens(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeyRing>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKeyRing>());
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<Admissions>();
        return services;
    }

    /// <summary>
    /// Pages of <c>Cors:Origins</c> may call, with any header. In Development also any page of this machine, and the origin
    /// <c>null</c>, which plugins have.
    /// </summary>
    public static IServiceCollection AddBrowserAccess(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var origins = new AllowedOrigins(configuration.GetSection("Cors:Origins").Get<string[]>() ?? []);
        var development = environment.IsDevelopment();
        return services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(origin => origins.Contains(origin) || (development && IsLocal(origin)))
            .AllowAnyHeader()
            .AllowAnyMethod()
            .WithExposedHeaders(
                "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After", "Idempotency-Replayed",
                "Accept-Ranges", "Content-Disposition", "Content-Range", "ETag", "Location")
            .SetPreflightMaxAge(TimeSpan.FromDays(1))));
    }

    private static bool IsLocal(string origin) => origin == "null" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
