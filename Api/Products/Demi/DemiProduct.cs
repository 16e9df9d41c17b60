using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Api.Security;

namespace Platform.Api.Products.Demi;

/// <summary>Demi: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class DemiProduct : Product
{
    public static readonly TimeSpan AccessLife = TimeSpan.FromMinutes(30);

    public override string Id => Platform.Products.Demi;

    public override string Title => "Demi";

    public override string BasePath => "/api/v1";

    public override TimeSpan AccessTokenLife => AccessLife;

    public override JsonSerializerContext Json => DemiJson.Default;

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();

        routes.MapPost("/auth/register", Auth.Register).RefusesTaken("email", "username");
        // Where the product's own installation guide sends new users.
        routes.MapPost("/register", Auth.Register).RefusesTaken("email", "username");
        routes.MapPost("/auth/login", Auth.Login).Refuses(RefusalKind.WrongCredentials, RefusalKind.Locked);
        routes.MapPost("/auth/refresh", Auth.Refresh).Refuses(RefusalKind.SessionEnded);
        signedIn.MapGet("/auth/sessions", Auth.Sessions);
        signedIn.MapDelete("/auth/sessions/{sessionId}", Auth.RevokeSession).Refuses(RefusalKind.NotFound, "Session not found");
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => DemiErrors.WriteAsync(response, error);
}
