using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Api.Security;

namespace Platform.Api.Products.ByteForge;

/// <summary>ByteForge: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class ByteForgeProduct : Product
{
    private static readonly AddressLimit Authentication = new("authentication", 1000, TimeSpan.FromHours(1));

    public override string Id => Platform.Products.ByteForge;

    public override string Title => "ByteForge";

    public override string BasePath => "/api";

    public override TimeSpan AccessTokenLife => TimeSpan.FromHours(24);

    public override JsonSerializerContext Json => ByteForgeJson.Default;

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();
        var anyone = routes.MapGroup("").LimitPerAddress(Authentication);

        anyone.MapPost("/auth/register", Auth.Register).RefusesTaken("email");
        anyone.MapPost("/auth/login", Auth.Login).LimitPerAddress(Authentication with { IsDeferred = true })
            .Refuses(RefusalKind.WrongCredentials, RefusalKind.Locked);
        anyone.MapPost("/auth/refresh", Auth.Refresh).Refuses(RefusalKind.SessionEnded);
        signedIn.MapPost("/auth/logout", Auth.Logout);
        signedIn.MapGet("/auth/profile", Auth.Profile).Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapPut("/auth/profile/update", Auth.UpdateProfile).Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapDelete("/auth/profile", Auth.DeleteAccount);
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => ByteForgeErrors.WriteAsync(response, error);
}
