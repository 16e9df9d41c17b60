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

    private const string Image = "/images/{imageId}";

    private static readonly DeclaredRefusal NoQuota = new(
        RefusalKind.InsufficientFunds, "Not enough images are left in this month's quota");

    private static readonly DeclaredRefusal NoJob = new(RefusalKind.NotFound, "Job not found");
    private static readonly DeclaredRefusal NoImage = new(RefusalKind.NotFound, "Image not found");
    private static readonly DeclaredRefusal NotYours = new(RefusalKind.Forbidden, "Only the owner of an image may do this.");
    private static readonly DeclaredRefusal OnlyAdmins = new(RefusalKind.Forbidden, "Only admins may do this.");
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

        MapImages(signedIn, anyone);

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

    private static void MapImages(RouteGroupBuilder signedIn, RouteGroupBuilder anyone)
    {
        signedIn.MapPost("/images/generate", Generation.Generate).Refuses(NoQuota);
        signedIn.MapGet("/images/job/{jobId}", Generation.Job).ReadsStatus().Refuses(NoJob);
        signedIn.MapPost("/images/job/{jobId}/cancel", Generation.Cancel).Refuses(NoJob)
            .Refuses(RefusalKind.NotPossibleNow, "It is completed, so it can't be cancelled any more.");
        signedIn.MapGet("/images/user", Galleries.Own);
        anyone.MapGet("/images/gallery", Galleries.Public).ExaminesToken(isOptional: true);
        anyone.MapGet("/images/models", Generation.Models);
        anyone.MapGet(Image, Images.Get).ExaminesToken(isOptional: true).Refuses(NoImage);
        signedIn.MapDelete($"{Image}/delete", Images.Delete).Refuses(NoImage).Refuses(NotYours);
        signedIn.MapPatch($"{Image}/update", Images.Update).Refuses(NoImage).Refuses(NotYours);
        signedIn.MapPost($"{Image}/favorite", Images.ToggleFavorite).Refuses(NoImage);

        // The paths of its web app.
        signedIn.MapPost("/generate", Generation.WebAppGenerate).Refuses(NoQuota);
        signedIn.MapGet("/jobs/{jobId}", Generation.WebAppJob).ReadsStatus().Refuses(NoJob);
        anyone.MapGet("/images/public", Galleries.WebAppPublic).ExaminesToken(isOptional: true);
        signedIn.MapGet("/images", Galleries.WebAppOwn);
        signedIn.MapGet("/images/favorites", Galleries.WebAppFavorites);
        signedIn.MapDelete(Image, Images.Delete).Refuses(NoImage).Refuses(NotYours);
        signedIn.MapPost($"{Image}/report", Images.Report).Refuses(NoImage).Refuses(RefusalKind.Forbidden, "This image is your own.");

        signedIn.MapGet("/admin/reports", Moderation.List).Refuses(OnlyAdmins);
        signedIn.MapPost("/admin/reports/{imageId}", Moderation.Resolve).Refuses(OnlyAdmins).Refuses(NoImage);
    }

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => FigureForgeErrors.WriteAsync(response, error);
}
