using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.NeuroTamagotchi;

/// <summary>NeuroTamagotchi: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class NeuroTamagotchiProduct : Product
{
    /// <summary>A request that brings an avatar brings a whole picture as a data URI.</summary>
    private static readonly BodyLimit WithPicture = new(4 * 1024 * 1024);

    private static readonly AddressLimit Anonymous = new("anonymous", 100, TimeSpan.FromMinutes(1));

    public override string Id => Platform.Products.NeuroTamagotchi;

    public override string Title => "NeuroTamagotchi";

    public override string BasePath => "/api/v1";

    public override TimeSpan AccessTokenLife => TimeSpan.FromDays(7);

    public override JsonSerializerContext Json => NeuroTamagotchiJson.Default;

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();
        var anyone = routes.MapGroup("").LimitPerAddress(Anonymous);

        anyone.MapPost("/auth/register", Auth.Register);
        anyone.MapPost("/auth/login", Auth.Login).LimitPerAddress(Anonymous with { IsDeferred = true });
        anyone.MapPost("/auth/refresh", Auth.Refresh);
        anyone.MapPost("/auth/forgot-password", Auth.ForgotPassword);
        anyone.MapPost("/auth/reset-password", Auth.ResetPassword);
        signedIn.MapPost("/auth/logout", Auth.Logout);
        signedIn.MapGet("/auth/me", Auth.Me);

        signedIn.MapGet("/characters", Characters.List);
        signedIn.MapGet("/characters/{characterId}", Characters.Get);
        signedIn.MapPost("/characters", Characters.Create).WithMetadata(WithPicture);
        signedIn.MapPatch("/characters/{characterId}", Characters.Update).WithMetadata(WithPicture);
        signedIn.MapDelete("/characters/{characterId}", Characters.Delete);

        signedIn.MapGet("/chat/{characterId}/history", Chat.History);
        signedIn.MapPost("/chat/{characterId}/send", Chat.Send);
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => NeuroTamagotchiErrors.WriteAsync(response, error);
}
