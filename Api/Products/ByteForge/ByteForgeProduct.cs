using Platform.Api.Errors;
using Platform.Api.Security;

namespace Platform.Api.Products.ByteForge;

/// <summary>ByteForge: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class ByteForgeProduct()
    : Product(Platform.Products.ByteForge, "ByteForge", "/api", TimeSpan.FromHours(24), ByteForgeJson.Default)
{
    private static readonly AddressLimit Authentication = new("authentication", 1000, TimeSpan.FromHours(1));

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
        signedIn.MapGet("/auth/profile/export", Exports.Account).Refuses(DeclaredRefusal.NoAccount);

        signedIn.MapGet("/chat/conversations", Chat.List);
        signedIn.MapPost("/chat/conversations", Chat.Create).Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.LimitReached);
        signedIn.MapGet("/chat/conversations/{conversationId:long}", Chat.Get).Refuses(RefusalKind.NotFound);
        signedIn.MapPatch("/chat/conversations/{conversationId:long}", Chat.Rename).Refuses(RefusalKind.NotFound);
        signedIn.MapDelete("/chat/conversations/{conversationId:long}", Chat.Delete).Refuses(RefusalKind.NotFound);
        signedIn.MapGet("/chat/conversations/{conversationId:long}/history", Chat.History).Refuses(RefusalKind.NotFound);
        signedIn.MapGet("/chat/conversations/{conversationId:long}/search", Search.OfConversation).Refuses(RefusalKind.NotFound);
        signedIn.MapGet("/chat/conversations/{conversationId:long}/export", Exports.OfConversation).Refuses(RefusalKind.NotFound);
        signedIn.MapGet("/chat/search", Search.OfAll);
        signedIn.MapPost("/chat/send", Replies.Send)
            .Refuses(RefusalKind.NotFound, RefusalKind.TokenLimitReached, RefusalKind.ReplyFailed);
        signedIn.MapPost("/chat/conversations/{conversationId:long}/regenerate", Replies.Regenerate)
            .Refuses(RefusalKind.NotFound, RefusalKind.TokenLimitReached, RefusalKind.ReplyFailed, RefusalKind.NothingToAnswer);
        signedIn.MapGet("/chat/conversations/{conversationId:long}/reply", Replies.Get).Refuses(RefusalKind.NotFound, RefusalKind.ReplyFailed);
        signedIn.MapGet("/chat/conversations/{conversationId:long}/token-usage", Chat.TokenUsage).Refuses(RefusalKind.NotFound);

        signedIn.MapPost("/payments/create", Payments.Create).Refuses(RefusalKind.NotFound);
        signedIn.MapGet("/payments/history", Payments.History);

        signedIn.MapGet("/admin/dashboard", Admin.Dashboard)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.Forbidden, "Unauthorized. Admin access required.");
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => ByteForgeErrors.WriteAsync(response, error);
}
