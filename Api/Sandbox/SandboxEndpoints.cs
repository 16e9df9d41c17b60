using System.Globalization;
using Platform.Billing.Sandbox;

namespace Platform.Api.Sandbox;

/// <summary>
/// The pages of the sandbox: where Stripe isn't configured, a checkout or a portal leads here. Where it is, nobody ever gets an address of
/// them. Their forms work without a script; what they change is asked for with POST only.
/// </summary>
internal static class SandboxEndpoints
{
    public static void MapSandbox(this IEndpointRouteBuilder place)
    {
        var pages = place.MapGroup("/sandbox").ExcludeFromDescription();
        pages.MapGet("/checkout/{id}", ShowCheckout);
        pages.MapPost("/checkout/{id}", Pay);
        pages.MapGet("/portal/{id}", ShowPortal);
        pages.MapPost("/portal/{id}", Manage);
        var returns = place.MapGroup("/checkout").ExcludeFromDescription();
        returns.MapGet("/success", (HttpContext context) => PlainPage.Of(
            context, "Thank you", "<h1>Thank you</h1><p>Your plan is on its way. You can close this page.</p>"));
        returns.MapGet("/cancelled", (HttpContext context) => PlainPage.Of(
            context, "Nothing was bought", "<h1>Nothing was bought</h1><p>You can close this page.</p>"));
        returns.MapGet("/done", (HttpContext context) => PlainPage.Of(context, "Done", "<h1>Done</h1><p>You can close this page.</p>"));
    }

    private static async Task<IResult> ShowCheckout(string id, HttpContext context, IGrainFactory grains) =>
        Find(id, grains) is { } customer && (await customer.Checkout(id)).Value is { } checkout
            ? CheckoutPage.Of(context, checkout)
            : NoPage(context);

    private static async Task<IResult> Pay(string id, HttpContext context, IGrainFactory grains)
    {
        if (Find(id, grains) is not { } customer) return NoPage(context);
        var form = await context.Request.ReadFormAsync();
        var paid = await customer.Pay(id, Card(form), Mail(form));
        if (paid.Value is { } checkout)
        {
            // So that whoever comes back finds what they have bought, unless the mail is meant to be late.
            await customer.Deliver();
            return TypedResults.Redirect(checkout.SuccessUrl);
        }

        return paid.Refusal!.Kind == RefusalKind.NotFound || (await customer.Checkout(id)).Value is not { } open
            ? NoPage(context)
            : CheckoutPage.Of(context, open, paid.Refusal.Message);
    }

    private static async Task<IResult> ShowPortal(string id, HttpContext context, IGrainFactory grains) =>
        Find(id, grains) is { } customer && (await customer.Portal(id)).Value is { } portal ? PortalPage.Of(context, portal) : NoPage(context);

    private static async Task<IResult> Manage(string id, HttpContext context, IGrainFactory grains)
    {
        if (Find(id, grains) is not { } customer) return NoPage(context);
        var form = await context.Request.ReadFormAsync();
        if (!Enum.TryParse<SandboxAction>(form["action"], ignoreCase: true, out var action) || !Enum.IsDefined(action)) return NoPage(context);
        var managed = await customer.Manage(id, new SandboxWish(action, form["subscription"], Card(form), Mail(form)));
        if (managed.Value is not null)
        {
            await customer.Deliver();
            return TypedResults.Redirect($"{context.Request.PathBase}{context.Request.Path}", permanent: false, preserveMethod: false);
        }

        return managed.Refusal!.Kind == RefusalKind.NotFound || (await customer.Portal(id)).Value is not { } portal
            ? NoPage(context)
            : PortalPage.Of(context, portal, managed.Refusal.Message);
    }

    private static IResult NoPage(HttpContext context) => PlainPage.Of(
        context, "Not found", "<h1>Not found</h1><p>This page was never there, or is no more.</p>", StatusCodes.Status404NotFound);

    private static ISandboxGrain? Find(string id, IGrainFactory grains) =>
        SandboxIds.CustomerOf(id) is { } customer ? grains.GetGrain<ISandboxGrain>(customer) : null;

    private static SandboxCard Card(IFormCollection form) =>
        Enum.TryParse<SandboxCard>(form["card"], ignoreCase: true, out var card) && Enum.IsDefined(card) ? card : SandboxCard.Pays;

    private static Mischief Mail(IFormCollection form) => new(
        form.ContainsKey("twice"),
        form.ContainsKey("reversed"),
        int.TryParse(form["delay"], CultureInfo.InvariantCulture, out var delay) ? Math.Clamp(delay, 0, Mischief.LongestDelay) : 0);
}
