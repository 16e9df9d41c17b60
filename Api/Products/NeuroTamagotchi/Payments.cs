using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Billing;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Payments
{
    private static readonly PlanCatalogue Catalogue = PlanCatalogue.Of(Platform.Products.NeuroTamagotchi);

    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static JsonHttpResult<IReadOnlyList<PlanResponse>> Plans()
    {
        IReadOnlyList<PlanResponse> plans = [.. Catalogue.Plans.Select(View)];
        return TypedResults.Json(plans, Json.IReadOnlyListPlanResponse);
    }

    /// <summary>Without addresses of its own, the buyer comes back to the web app, or to a page of this server.</summary>
    public static async Task<JsonHttpResult<CheckoutResponse>> Checkout(
        Body<CheckoutRequest> body, Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains)
    {
        var check = new Validation();
        var plan = check.OneOf(body.Value.PlanId, "body.plan_id", [.. Catalogue.Paid.Select(plan => plan.Id)]);
        var (success, cancel) = CheckoutAddresses.Read(
            check,
            context,
            webApps,
            (body.Value.SuccessUrl, "body.success_url", "/payments/success"),
            (body.Value.CancelUrl, "body.cancel_url", "/payments/cancel"));
        check.ThrowIfInvalid();

        var checkout = new NewCheckout(await caller.PayerAsync(context, grains), plan, success, cancel, operation.Id);
        var session = (await Billing(caller, grains).Checkout(checkout)).OrThrow();
        return TypedResults.Json(new CheckoutResponse(session.Url, session.Id), Json.CheckoutResponse);
    }

    public static async Task<JsonHttpResult<PortalResponse>> Portal(
        Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains)
    {
        var back = webApps.PageOf(context, "") ?? Payers.ReturnPage(context, "done");
        var portal = (await Billing(caller, grains).OpenPortal(await caller.PayerAsync(context, grains), back, operation.Id)).OrThrow();
        return TypedResults.Json(new PortalResponse(portal.Url), Json.PortalResponse);
    }

    public static async Task<JsonHttpResult<SubscriptionResponse>> Subscription(Caller caller, IGrainFactory grains) =>
        Answer(await Billing(caller, grains).Get(Platform.Products.NeuroTamagotchi));

    public static async Task<JsonHttpResult<SubscriptionResponse>> Cancel(Caller caller, Operation operation, IGrainFactory grains) =>
        Answer((await Billing(caller, grains).Cancel(operation.Id, immediately: false)).OrThrow());

    public static async Task<JsonHttpResult<SubscriptionResponse>> Reactivate(Caller caller, Operation operation, IGrainFactory grains) =>
        Answer((await Billing(caller, grains).Reactivate(operation.Id)).OrThrow());

    public static async Task<JsonHttpResult<InvoicesResponse>> History(HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var page = check.Number(request.Query["page"], "query.page", 1, 1, 1_000_000);
        var size = check.Number(request.Query["page_size"], "query.page_size", 20, 1, 100);
        check.ThrowIfInvalid();

        var (invoices, total) = await Billing(caller, grains).Invoices((page - 1) * size, size);
        return TypedResults.Json(
            new InvoicesResponse([.. invoices.Select(BilledInvoice.Of)], total, page, size, Math.Max(1, (total + size - 1) / size)), Json.InvoicesResponse);
    }

    public static async Task<JsonHttpResult<ReceivedResponse>> Webhook(HttpContext context, IGrainFactory grains)
    {
        await WebhookEndpoint.ReceiveAsync(context, grains);
        return TypedResults.Json(new ReceivedResponse(Received: true), Json.ReceivedResponse);
    }

    private static IBillingGrain Billing(Caller caller, IGrainFactory grains) => grains.GetGrain<IBillingGrain>(caller.AccountId);

    private static JsonHttpResult<SubscriptionResponse> Answer(Subscription subscription)
    {
        var plan = Catalogue[subscription.PlanId] ?? Catalogue.Free;
        return TypedResults.Json(
            new SubscriptionResponse(
                subscription.Id,
                plan.Id,
                View(plan),
                BillingWords.Of(subscription.Status),
                subscription.PeriodStart.UtcDateTime,
                subscription.PeriodEnd.UtcDateTime,
                subscription.CancelsAtPeriodEnd,
                new LimitsResponse(plan.Limits.Companions, plan.Limits.MessagesPerDay, plan.Limits.Requests)),
            Json.SubscriptionResponse);
    }

    private static PlanResponse View(Plan plan) => new(
        plan.Id, plan.Name, plan.Description, plan.Price, PlanCatalogue.Currency, PlanCatalogue.Interval, plan.Features, plan.IsPopular);
}
