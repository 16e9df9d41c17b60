using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Realtime;
using Platform.Api.Security;

namespace Platform.Api.Products.MascotForge;

/// <summary>MascotForge: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class MascotForgeProduct()
    : Product(Platform.Products.MascotForge, "MascotForge", "/api/v1", TimeSpan.FromDays(7), MascotForgeJson.Default)
{
    private const string Mascot = "/mascots/{mascotId}";
    private const string Animation = "/animations/{animationId}";
    private const string LogoPack = "/logo-packs/{logoPackId}";
    private const string Workspace = "/workspaces/{workspaceId}";

    private static readonly AddressLimit Authentication = new("authentication", 30, TimeSpan.FromMinutes(1));

    private static readonly AddressLimit Anonymous = new("anonymous", 100, TimeSpan.FromMinutes(1));

    private static readonly DeclaredRefusal NoMascot = new(RefusalKind.NotFound, "Mascot not found");
    private static readonly DeclaredRefusal NoAnimation = new(RefusalKind.NotFound, "Animation not found");
    private static readonly DeclaredRefusal NoLogoPack = new(RefusalKind.NotFound, "Logo pack not found");
    private static readonly DeclaredRefusal MascotNotDone = new(RefusalKind.NotPossibleNow, "The mascot is not completed yet");
    private static readonly DeclaredRefusal Ended = new(RefusalKind.NotPossibleNow, "It is completed, so it can't be cancelled any more.");
    private static readonly DeclaredRefusal NoWorkspace = new(RefusalKind.NotFound, "Workspace not found");
    private static readonly DeclaredRefusal NoMember = new(RefusalKind.NotFound, "Member not found");
    private static readonly DeclaredRefusal NoInvitation = new(RefusalKind.NotFound, "Invitation not found");
    private static readonly DeclaredRefusal NoSubscription = new(RefusalKind.NotFound, "No active subscription");
    private static readonly DeclaredRefusal NotAllowed = new(RefusalKind.Forbidden, "Your role in this workspace does not allow this.");
    private static readonly DeclaredRefusal OwnerStays = new(
        RefusalKind.NotPossibleNow, "The owner can't go. Make another member the owner first, or delete the workspace.");

    public override string WebhookPath => "/billing/webhook";

    /// <summary>The contract has no path for its socket, only the host.</summary>
    public override string SocketPath => "/ws";

    public override string SocketIoPath => "/socket.io";

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();
        var unknown = routes.MapGroup("").LimitPerAddress(Authentication);

        unknown.MapPost("/auth/register", Auth.Register).RefusesTaken("email");
        unknown.MapPost("/auth/login", Auth.Login).LimitPerAddress(Authentication with { IsDeferred = true })
            .Refuses(RefusalKind.WrongCredentials, RefusalKind.Locked);
        unknown.MapPost("/auth/refresh", Auth.Refresh).Refuses(RefusalKind.SessionEnded);
        signedIn.MapPost("/auth/logout", Auth.Logout);
        // The test of a token that later plugins start with.
        signedIn.MapGet("/users/me", Users.Me).Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapDelete("/users/me", Users.Delete);
        signedIn.MapGet("/users/me/export", Users.Export).Refuses(DeclaredRefusal.NoAccount);

        MapMascots(signedIn);
        routes.MapMethods(SocketPath, SocketDoor.Methods, Socket.Open).ExcludeFromDescription();
        routes.MapMethods(SocketIoPath, [.. SocketDoor.Methods, HttpMethods.Post], EventSocket.Open).ExcludeFromDescription();

        signedIn.MapGet("/credits/balance", Credits.Balance).Refuses(NoWorkspace);
        signedIn.MapGet("/credits/transactions", Credits.Transactions).Refuses(NoWorkspace);

        signedIn.MapGet("/billing/subscription", Subscriptions.Current).Refuses(NoWorkspace).Refuses(NotAllowed);
        signedIn.MapPost("/billing/checkout", Subscriptions.Checkout)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(NoWorkspace).Refuses(NotAllowed)
            .Refuses(RefusalKind.NotPossibleNow, "You already have the Creator plan.").Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/billing/portal", Subscriptions.Portal)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(NoWorkspace).Refuses(NotAllowed).Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/billing/cancel", Subscriptions.Cancel)
            .Refuses(NoSubscription).Refuses(NoWorkspace).Refuses(NotAllowed).Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/billing/reactivate", Subscriptions.Reactivate)
            .Refuses(NoSubscription).Refuses(NoWorkspace).Refuses(NotAllowed)
            .Refuses(RefusalKind.NotPossibleNow, "Subscription is not scheduled for cancellation").Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapGet("/billing/invoices", Subscriptions.Invoices).Refuses(NoWorkspace).Refuses(NotAllowed);
        routes.MapGet("/billing/plans", Plans.List).LimitPerAddress(Anonymous);
        routes.MapPost(WebhookPath, Subscriptions.Webhook).HearsPayments();

        signedIn.MapGet("/workspaces", Workspaces.List);
        signedIn.MapPost("/workspaces", Workspaces.Create).Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.LimitReached);
        MapWorkspace(signedIn);
        signedIn.MapPost("/workspaces/invitations/{token}/accept", Workspaces.Accept)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(NoInvitation).Refuses(RefusalKind.LimitReached);
    }

    private static void MapMascots(RouteGroupBuilder signedIn)
    {
        signedIn.MapPost("/mascots", Mascots.Create).Refuses(NoWorkspace).Refuses(RefusalKind.InsufficientFunds);
        signedIn.MapGet("/mascots", Mascots.List).Refuses(NoWorkspace);
        signedIn.MapGet(Mascot, Mascots.Get).ReadsStatus().Refuses(NoMascot);
        signedIn.MapDelete(Mascot, Mascots.Delete).Refuses(NoMascot).Refuses(NotAllowed);
        signedIn.MapPost($"{Mascot}/cancel", Mascots.Cancel).Refuses(NoMascot).Refuses(NotAllowed).Refuses(Ended);

        signedIn.MapPost($"{Mascot}/animations", Animations.Create)
            .Refuses(NoMascot).Refuses(MascotNotDone).Refuses(RefusalKind.InsufficientFunds);
        signedIn.MapPost($"{Mascot}/animations/generate-default", Animations.CreatePack)
            .Refuses(NoMascot).Refuses(MascotNotDone).Refuses(RefusalKind.InsufficientFunds);
        signedIn.MapGet($"{Mascot}/animations", Animations.List).Refuses(NoMascot);
        signedIn.MapGet(Animation, Animations.Get).ReadsStatus().Refuses(NoAnimation);
        signedIn.MapGet($"{Animation}/status", Animations.Status).ReadsStatus().Refuses(NoAnimation);
        signedIn.MapDelete(Animation, Animations.Delete).Refuses(NoAnimation).Refuses(NotAllowed);
        signedIn.MapPost($"{Animation}/cancel", Animations.Cancel).Refuses(NoAnimation).Refuses(NotAllowed).Refuses(Ended);

        signedIn.MapPost($"{Mascot}/logo-packs", LogoPacks.Create)
            .Refuses(NoMascot).Refuses(MascotNotDone).Refuses(RefusalKind.InsufficientFunds);
        signedIn.MapGet($"{Mascot}/logo-packs", LogoPacks.List).Refuses(NoMascot);
        signedIn.MapGet(LogoPack, LogoPacks.Get).ReadsStatus().Refuses(NoLogoPack);
        signedIn.MapGet($"{LogoPack}/download", LogoPacks.Download).Refuses(NoLogoPack)
            .Refuses(RefusalKind.NotPossibleNow, "The logo pack is not completed yet");
        signedIn.MapDelete(LogoPack, LogoPacks.Delete).Refuses(NoLogoPack).Refuses(NotAllowed);
        signedIn.MapPost($"{LogoPack}/cancel", LogoPacks.Cancel).Refuses(NoLogoPack).Refuses(NotAllowed).Refuses(Ended);
    }

    private static void MapWorkspace(RouteGroupBuilder signedIn)
    {
        signedIn.MapGet(Workspace, Workspaces.Get).Refuses(NoWorkspace);
        signedIn.MapPatch(Workspace, Workspaces.Rename).Refuses(NoWorkspace).Refuses(NotAllowed);
        signedIn.MapDelete(Workspace, Workspaces.Delete).Refuses(NoWorkspace).Refuses(NotAllowed);
        signedIn.MapGet($"{Workspace}/members", Members.List).Refuses(NoWorkspace);
        signedIn.MapPatch($"{Workspace}/members/{{userId}}", Members.SetRole).Refuses(NoWorkspace).Refuses(NoMember).Refuses(NotAllowed).Refuses(OwnerStays);
        signedIn.MapDelete($"{Workspace}/members/{{userId}}", Members.Remove).Refuses(NoWorkspace).Refuses(NoMember).Refuses(NotAllowed).Refuses(OwnerStays);
        signedIn.MapPost($"{Workspace}/leave", Workspaces.Leave).Refuses(NoWorkspace).Refuses(OwnerStays);
        signedIn.MapGet($"{Workspace}/invitations", Members.Invitations).Refuses(NoWorkspace).Refuses(NotAllowed);
        signedIn.MapPost($"{Workspace}/invitations", Members.Invite)
            .Refuses(NoWorkspace).Refuses(NotAllowed).RefusesTaken("email").Refuses(RefusalKind.LimitReached, RefusalKind.MailFailed)
            .Refuses(RefusalKind.TooMany, "Too many invitations were mailed. Please try again later.");
        signedIn.MapDelete($"{Workspace}/invitations/{{invitationId}}", Members.Withdraw).Refuses(NoWorkspace).Refuses(NoInvitation).Refuses(NotAllowed);
    }

    /// <summary>An email that is taken, or belongs already, is a conflict here.</summary>
    public override ApiError ErrorOf(Refusal refusal) =>
        refusal.Kind == RefusalKind.Taken ? refusal.ToError() with { Status = 409 } : refusal.ToError();

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => MascotForgeErrors.WriteAsync(response, error);
}
