using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Security;

namespace Platform.Api.Products.FigureForge;

/// <summary>FigureForge: its whole HTTP surface, in the order of its contract.</summary>
internal sealed class FigureForgeProduct()
    : Product(Platform.Products.FigureForge, "FigureForge", "/api", AccessLife, FigureForgeJson.Default)
{
    public static readonly TimeSpan AccessLife = TimeSpan.FromHours(24);

    private static readonly AddressLimit Anonymous = new("anonymous", 100, TimeSpan.FromMinutes(1));

    /// <summary>This route tells whether an email has an account, so it must not tell it of many.</summary>
    private static readonly AddressLimit Lookups = new("lookups", 10, TimeSpan.FromMinutes(1));

    private static readonly DeclaredRefusal NoSubscription = new(RefusalKind.NotFound, "No active subscription");

    public override string WebhookPath => "/webhooks/stripe";

    public override void Map(RouteGroupBuilder routes)
    {
        var signedIn = routes.MapGroup("").RequireSession();
        var anyone = routes.MapGroup("").LimitPerAddress(Anonymous);

        signedIn.MapGet("/auth/user", Users.Get).Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapPost("/auth/user/update", Users.Update).RefusesTaken("username").Refuses(DeclaredRefusal.NoAccount);
        // The method of its web app.
        signedIn.MapPut("/auth/user/update", Users.Update).RefusesTaken("username").Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapGet("/auth/user/export", Users.Export).Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapGet("/auth/user/stats", Users.Stats).Refuses(DeclaredRefusal.NoAccount);
        // Anybody may ask, because the token may also be in the body.
        routes.MapPost("/auth/verify", Users.VerifyToken).ExaminesToken().WithMetadata(TokenVerdict.Instance)
            .Refuses(DeclaredRefusal.NoAccount);
        signedIn.MapDelete("/auth/delete", Users.Delete);

        anyone.MapPost("/auth/magic-link/request", MagicLinks.Request).Refuses(RefusalKind.TooMany, RefusalKind.MailFailed);
        anyone.MapPost("/auth/magic-link/verify", MagicLinks.Verify).Refuses(RefusalKind.WrongCode);
        anyone.MapPost("/auth/magic-link/check-user", MagicLinks.CheckUser).LimitPerAddress(Lookups);
        anyone.MapPost("/auth/refresh", MagicLinks.Refresh).Refuses(RefusalKind.SessionEnded);
        signedIn.MapPost("/auth/logout", MagicLinks.Logout);
        // Where its web app says good-bye.
        signedIn.MapPost("/logout", MagicLinks.Logout);

        anyone.MapGet("/pricing", Plans.Pricing);
        signedIn.MapGet("/subscriptions/plans", Plans.List);
        signedIn.MapGet("/subscriptions/current", Subscriptions.Current);
        signedIn.MapPost("/subscriptions/checkout", Subscriptions.Checkout)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.NotPossibleNow, RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/subscriptions/portal", Subscriptions.Portal)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/subscriptions/cancel", Subscriptions.Cancel).Refuses(NoSubscription).Refuses(RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/subscriptions/reactivate", Subscriptions.Reactivate)
            .Refuses(NoSubscription).Refuses(RefusalKind.NotPossibleNow, RefusalKind.PaymentsUnavailable);
        signedIn.MapGet("/subscriptions/history", Subscriptions.History);
        signedIn.MapPost("/subscriptions/payment-method", Subscriptions.SetPaymentMethod)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.PaymentsUnavailable);
        // Where its web app pays.
        signedIn.MapPost("/billing/checkout-session", Subscriptions.WebAppCheckout)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.NotPossibleNow, RefusalKind.PaymentsUnavailable);
        signedIn.MapPost("/billing/portal", Subscriptions.WebAppPortal)
            .Refuses(DeclaredRefusal.NoAccount).Refuses(RefusalKind.PaymentsUnavailable);

        routes.MapPost(WebhookPath, Webhooks.Receive).HearsPayments();
        anyone.MapGet("/webhooks/health", Webhooks.Health);
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => FigureForgeErrors.WriteAsync(response, error);
}
