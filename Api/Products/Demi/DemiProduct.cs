using Platform.Api.Errors;
using Platform.Api.Idempotency;
using Platform.Api.Realtime;
using Platform.Api.Security;

namespace Platform.Api.Products.Demi;

/// <summary>Demi: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class DemiProduct()
    : Product(Platform.Products.Demi, "Demi", "/api/v1", AccessLife, DemiJson.Default)
{
    public static readonly TimeSpan AccessLife = TimeSpan.FromMinutes(30);

    private static readonly AddressLimit Anonymous = new("anonymous", 100, TimeSpan.FromMinutes(1));

    private static readonly AddressLimit Logins = new("logins", 30, TimeSpan.FromMinutes(1), IsDeferred: true);

    private static readonly DeclaredRefusal NoConversation = new(RefusalKind.NotFound, "Conversation not found");

    /// <summary>The account was deleted since its session was looked at, and Demi with it.</summary>
    private static readonly DeclaredRefusal Gone = new(RefusalKind.NotFound, "Character not found");

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();
        var anyone = routes.MapGroup("").LimitPerAddress(Anonymous);

        anyone.MapPost("/auth/register", Auth.Register).RefusesTaken("email", "username");
        // Where the product's own installation guide sends new users.
        anyone.MapPost("/register", Auth.Register).RefusesTaken("email", "username");
        anyone.MapPost("/auth/login", Auth.Login).LimitPerAddress(Logins)
            .Refuses(RefusalKind.WrongCredentials, RefusalKind.Locked);
        anyone.MapPost("/auth/refresh", Auth.Refresh).Refuses(RefusalKind.SessionEnded);
        signedIn.MapGet("/auth/sessions", Auth.Sessions);
        signedIn.MapDelete("/auth/sessions/{sessionId}", Auth.RevokeSession).Refuses(RefusalKind.NotFound, "Session not found");
        signedIn.MapDelete("/auth/account", Auth.DeleteAccount);
        signedIn.MapGet("/auth/account/export", Exports.Account).Refuses(Gone);

        anyone.MapGet("/status", Status.Get).ExaminesToken(isOptional: true);
        // Two addresses that the product's app declares.
        anyone.MapGet("/health", Status.Health);
        signedIn.MapGet("/messages", Chat.Messages).Refuses(NoConversation);

        signedIn.MapGet("/chat/history", Chat.History).Refuses(NoConversation);
        signedIn.MapDelete("/chat/history", Chat.Clear).Refuses(Gone);
        signedIn.MapGet("/chat/search", Search.Find).Refuses(Gone);
        signedIn.MapGet("/chat/export", Exports.Conversation).Refuses(Gone);
        // Spends the account's budget, not the address's: after a restart a whole house comes back at once.
        routes.MapMethods("/chat/ws", SocketDoor.Methods, Socket.Open).ExcludeFromDescription();
        signedIn.MapPost("/chat/send", Replies.Send).KeepsRequests().Refuses(Gone).Refuses(RefusalKind.ReplyFailed);

        signedIn.MapPost("/chat/regenerate", Replies.Regenerate)
            .Refuses(Gone).Refuses(RefusalKind.ReplyFailed, RefusalKind.NothingToAnswer);
        signedIn.MapGet("/chat/reply", Replies.Get).Refuses(Gone).Refuses(RefusalKind.ReplyFailed);

        signedIn.MapGet("/autonomy/config", Autonomy.GetConfig).Refuses(Gone);
        signedIn.MapPut("/autonomy/config", Autonomy.PutConfig).Refuses(Gone);
        signedIn.MapGet("/autonomy/checkins", Autonomy.CheckIns).Refuses(Gone);
        signedIn.MapGet("/autonomy/forecast", Autonomy.Forecast).Refuses(Gone);
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => DemiErrors.WriteAsync(response, error);
}
