using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Api.Security;

namespace Platform.Api.Products.MascotForge;

/// <summary>MascotForge: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class MascotForgeProduct : Product
{
    public override string Id => Platform.Products.MascotForge;

    public override string Title => "MascotForge";

    public override string BasePath => "/api/v1";

    public override TimeSpan AccessTokenLife => TimeSpan.FromDays(7);

    public override JsonSerializerContext Json => MascotForgeJson.Default;

    public override void Map(RouteGroupBuilder routes)
    {
        var open = routes.MapGroup("");
        var signedIn = routes.MapGroup("").RequireSession();

        open.MapPost("/auth/register", Auth.Register);
        open.MapPost("/auth/login", Auth.Login);
        open.MapPost("/auth/refresh", Auth.Refresh);
        signedIn.MapPost("/auth/logout", Auth.Logout);
        // The test of a token that later plugins start with.
        signedIn.MapGet("/users/me", Auth.Me);
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => MascotForgeErrors.WriteAsync(response, error);
}
