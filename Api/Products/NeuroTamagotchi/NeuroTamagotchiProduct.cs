using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;

namespace Platform.Api.Products.NeuroTamagotchi;

/// <summary>NeuroTamagotchi: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class NeuroTamagotchiProduct()
    : Product(Platform.Products.NeuroTamagotchi, "NeuroTamagotchi", "/api/v1", TimeSpan.FromDays(7), NeuroTamagotchiJson.Default)
{
    /// <summary>A request that brings an avatar brings a whole picture as a data URI.</summary>
    private static readonly BodyLimit WithPicture = new(4 * 1024 * 1024);

    private static readonly DeclaredRefusal Unknown = new(RefusalKind.NotFound, "Character not found");

    private static readonly DeclaredRefusal NoSubscription = new(RefusalKind.NotFound, "No active subscription");

    private static readonly DeclaredRefusal UnknownMission = new(RefusalKind.NotFound, "Mission not found");

    private static readonly AddressLimit Anonymous = new("anonymous", 100, TimeSpan.FromMinutes(1));

    public override string WebhookPath => "/payments/webhook";

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();
        var anyone = routes.MapGroup("").LimitPerAddress(Anonymous);

        anyone.MapPost("/auth/register", Auth.Register).RefusesTaken("email", "username");
        anyone.MapPost("/auth/login", Auth.Login).LimitPerAddress(Anonymous with { IsDeferred = true })
            .Refuses(RefusalKind.WrongCredentials, RefusalKind.Locked);
        anyone.MapPost("/auth/refresh", Auth.Refresh).Refuses(RefusalKind.SessionEnded);
        anyone.MapPost("/auth/forgot-password", Auth.ForgotPassword);
        anyone.MapPost("/auth/reset-password", Auth.ResetPassword).Refuses(RefusalKind.WrongCode);
        signedIn.MapPost("/auth/logout", Auth.Logout);
        signedIn.MapGet("/auth/me", Auth.Me).Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapDelete("/auth/me", Auth.DeleteAccount);
        signedIn.MapGet("/auth/me/export", Exports.Account).Refuses(DeclaredRefusal.NoAccount);

        signedIn.MapGet("/characters", Characters.List);
        signedIn.MapGet("/characters/{characterId}", Characters.Get).Refuses(Unknown);
        signedIn.MapPost("/characters", Characters.Create).WithMetadata(WithPicture).Refuses(RefusalKind.LimitReached);
        signedIn.MapPatch("/characters/{characterId}", Characters.Update).WithMetadata(WithPicture).Refuses(Unknown);
        signedIn.MapDelete("/characters/{characterId}", Characters.Delete).Refuses(Unknown);
        signedIn.MapPost("/characters/generate-avatar", Avatars.Generate)
            .Refuses(RefusalKind.NotPossibleNow, "The picture provider refuses to draw this.");

        signedIn.MapGet("/chat/{characterId}/history", Chat.History).Refuses(Unknown);
        signedIn.MapPost("/chat/{characterId}/send", Replies.Send).KeepsRequests().BringsMessage().Refuses(Unknown).Refuses(RefusalKind.ReplyFailed);
        signedIn.MapPost("/chat/{characterId}/regenerate", Replies.Regenerate)
            .Refuses(Unknown).Refuses(RefusalKind.ReplyFailed, RefusalKind.NothingToAnswer);
        signedIn.MapGet("/chat/{characterId}/reply", Replies.Get).Refuses(Unknown).Refuses(RefusalKind.ReplyFailed);
        signedIn.MapDelete("/chat/{characterId}/history", Chat.Clear).Refuses(Unknown);
        signedIn.MapGet("/chat/{characterId}/messages", Chat.Latest).Refuses(Unknown);
        signedIn.MapGet("/chat/{characterId}/search", Search.OfCharacter).Refuses(Unknown);
        signedIn.MapGet("/chat/search", Search.OfAll);
        signedIn.MapGet("/chat/{characterId}/export", Exports.Conversation).Refuses(Unknown);
        signedIn.MapPost("/chat/{characterId}/chat", Replies.Talk).KeepsRequests().BringsMessage().Refuses(Unknown).Refuses(RefusalKind.ReplyFailed);

        anyone.MapGet("/missions", Missions.List);
        signedIn.MapGet("/missions/user", Missions.OfUser);
        signedIn.MapPost("/missions/{missionId}/start", Missions.Start).Refuses(UnknownMission);
        signedIn.MapPost("/missions/{userMissionId}/claim", Missions.Claim).Refuses(UnknownMission)
            .Refuses(RefusalKind.NotCompleted, RefusalKind.AlreadyClaimed);
        signedIn.MapPost("/missions/{missionId}/execute", Missions.Execute).Refuses(UnknownMission).Refuses(RefusalKind.CoolingDown);
        signedIn.MapGet("/missions/{missionId}/cooldown/{characterId}", Missions.Cooldown).Refuses(UnknownMission);
        signedIn.MapGet("/missions/completed", Missions.Completed);

        anyone.MapGet("/payments/plans", Payments.Plans);
        signedIn.MapPost("/payments/checkout", Payments.Checkout)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.NotPossibleNow, RefusalKind.PaymentsUnavailable);
        signedIn.MapGet("/payments/subscription", Payments.Subscription);
        signedIn.MapPost("/payments/subscription/cancel", Payments.Cancel)
            .Refuses(NoSubscription).Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/payments/subscription/reactivate", Payments.Reactivate)
            .Refuses(NoSubscription).Refuses(RefusalKind.NotPossibleNow, RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/payments/portal", Payments.Portal).Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapGet("/payments/history", Payments.History);
        routes.MapPost(WebhookPath, Payments.Webhook).HearsPayments();
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => NeuroTamagotchiErrors.WriteAsync(response, error);
}
