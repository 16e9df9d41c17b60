using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Api.Security;

namespace Platform.Api.Products.Demi;

/// <summary>Demi: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class DemiProduct : Product
{
    public override string Id => Platform.Products.Demi;

    public override string Title => "Demi";

    public override string BasePath => "/api/v1";

    public override TimeSpan AccessTokenLife => TimeSpan.FromMinutes(30);

    public override JsonSerializerContext Json => DemiJson.Default;

    public override void Map(RouteGroupBuilder routes)
    {
        var open = routes.MapGroup("");
        var signedIn = routes.MapGroup("").RequireSession();

        open.MapPost("/auth/register", Auth.Register);
        // Where the product's own installation guide sends new users.
        open.MapPost("/register", Auth.Register);
        open.MapPost("/auth/login", Auth.Login);
        open.MapPost("/auth/refresh", Auth.Refresh);
        signedIn.MapGet("/auth/sessions", Auth.Sessions);
        signedIn.MapDelete("/auth/sessions/{sessionId}", Auth.RevokeSession);
    }

    /// <summary>The contract has no 409.</summary>
    public override ApiError ErrorOf(Refusal refusal) =>
        refusal.Kind == RefusalKind.Taken ? refusal.ToError() with { Status = 400, Fields = null } : refusal.ToError();

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => DemiErrors.WriteAsync(response, error);
}
