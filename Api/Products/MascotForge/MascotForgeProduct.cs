using Platform.Api.Errors;
using Platform.Api.Security;

namespace Platform.Api.Products.MascotForge;

/// <summary>MascotForge: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class MascotForgeProduct()
    : Product(Platform.Products.MascotForge, "MascotForge", "/api/v1", TimeSpan.FromDays(7), MascotForgeJson.Default)
{
    private static readonly AddressLimit Authentication = new("authentication", 30, TimeSpan.FromMinutes(1));

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();
        var anyone = routes.MapGroup("").LimitPerAddress(Authentication);

        anyone.MapPost("/auth/register", Auth.Register).RefusesTaken("email");
        anyone.MapPost("/auth/login", Auth.Login).LimitPerAddress(Authentication with { IsDeferred = true })
            .Refuses(RefusalKind.WrongCredentials, RefusalKind.Locked);
        anyone.MapPost("/auth/refresh", Auth.Refresh).Refuses(RefusalKind.SessionEnded);
        signedIn.MapPost("/auth/logout", Auth.Logout);
        // The test of a token that later plugins start with.
        signedIn.MapGet("/users/me", Auth.Me).Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapDelete("/users/me", Auth.DeleteAccount);
        signedIn.MapGet("/users/me/export", Auth.Export).Refuses(DeclaredRefusal.NoAccount);
    }

    /// <summary>A taken email is a conflict here.</summary>
    public override ApiError ErrorOf(Refusal refusal) =>
        refusal.Kind == RefusalKind.Taken ? refusal.ToError() with { Status = 409 } : refusal.ToError();

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => MascotForgeErrors.WriteAsync(response, error);
}
