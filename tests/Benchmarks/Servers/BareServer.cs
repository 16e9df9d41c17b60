using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Benchmarks.Servers;

/// <summary>
/// What the product is compared with: the least that ASP.NET Core does for an authenticated request. A minimal API with one endpoint that
/// asks for a bearer token, verified just as the product verifies its own, and answers with a small JSON.
/// </summary>
internal static class BareServer
{
    public const string Part = "--bare-server";

    public const string Path = "/me";

    /// <summary>Reads the port, the key's id and the key from the standard input, and serves.</summary>
    public static async Task RunAsync()
    {
        var port = int.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture);
        var keyId = Console.ReadLine()!;
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(Console.ReadLine()!), out _);
        SecurityKey[] keys = [new RsaSecurityKey(rsa) { KeyId = keyId }];

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new()
            {
                ValidIssuer = "orleans-platform",
                ValidateAudience = false,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                RequireExpirationTime = true,
                IssuerSigningKeyResolver = (_, _, id, _) => keys.Where(key => key.KeyId == id),
                LifetimeValidator = (_, expires, _, _) =>
                    expires > TimeProvider.System.GetUtcNow().UtcDateTime ? true : throw new SecurityTokenExpiredException(),
            };
        });
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet(Path, (HttpContext context) => new Me(context.User.FindFirst("sub")!.Value, "somebody@example.com")).RequireAuthorization();
        app.MapGet("/healthz", () => "ok");
        await app.RunAsync();
    }

    private sealed record Me(string Id, string Email);
}
