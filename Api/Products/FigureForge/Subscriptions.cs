using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Billing;

namespace Platform.Api.Products.FigureForge;

internal static class Subscriptions
{
    /// <summary>Its web app's spelling.</summary>
    public const string Canceled = "cancelled";

    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static async Task<JsonHttpResult<CurrentSubscriptionResponse>> Current(Caller caller, IGrainFactory grains)
    {
        var subscription = await Billing(caller, grains).Get(Platform.Products.FigureForge);
        var plan = Plans.Catalogue[subscription.PlanId] ?? Plans.Catalogue.Free;
        return TypedResults.Json(
            new CurrentSubscriptionResponse(
                subscription.IsRunning,
                subscription.Id,
                subscription.IsRunning ? Plans.View(plan) : null,
                plan.Id,
                subscription.Id is null ? "none" : BillingWords.Of(subscription.Status, Canceled),
                subscription.Id is null ? null : subscription.PeriodStart.UtcDateTime,
                subscription.Id is null ? null : subscription.PeriodEnd.UtcDateTime,
                subscription.CancelsAtPeriodEnd),
            Json.CurrentSubscriptionResponse);
    }

    public static async Task<JsonHttpResult<CheckoutResponse>> Checkout(
        Body<CheckoutRequest> body, Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains)
    {
        var request = body.Value;
        var check = new Validation();
        var plan = Wanted(check, request.PlanId ?? request.Plan, "body.plan_id");
        var addresses = Addresses(check, request.SuccessUrl, request.CancelUrl, context, webApps);
        var session = await OpenCheckoutAsync(plan, addresses, caller, operation, context, grains);
        return TypedResults.Json(new CheckoutResponse(session.Url, session.Id), Json.CheckoutResponse);
    }

    /// <summary>As its web app asks: for a price, to be paid by Stripe's script.</summary>
    public static async Task<JsonHttpResult<WebAppCheckoutResponse>> WebAppCheckout(
        Body<WebAppCheckoutRequest> body, Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains)
    {
        var request = body.Value;
        var check = new Validation();
        var plan = Wanted(check, request.PriceId, "body.price_id");
        var addresses = Addresses(check, request.SuccessUrl, request.CancelUrl, context, webApps);
        var session = await OpenCheckoutAsync(plan, addresses, caller, operation, context, grains);
        return TypedResults.Json(new WebAppCheckoutResponse(session.Id, session.Url), Json.WebAppCheckoutResponse);
    }

    public static async Task<JsonHttpResult<PortalResponse>> Portal(
        Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains) =>
        TypedResults.Json(new PortalResponse(await OpenPortalAsync(caller, operation, context, webApps, grains)), Json.PortalResponse);

    public static async Task<JsonHttpResult<WebAppPortalResponse>> WebAppPortal(
        Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains) =>
        TypedResults.Json(new WebAppPortalResponse(await OpenPortalAsync(caller, operation, context, webApps, grains)), Json.WebAppPortalResponse);

    public static async Task<JsonHttpResult<CancelledResponse>> Cancel(
        OptionalBody<CancelRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var immediately = body.Value?.Immediate ?? false;
        var subscription = (await Billing(caller, grains).Cancel(operation.Id, immediately)).OrThrow();
        return TypedResults.Json(
            new CancelledResponse(
                immediately ? "Subscription cancelled" : "Subscription will be cancelled at the end of the billing period",
                BillingWords.Of(subscription.Status, Canceled),
                subscription.CancelsAtPeriodEnd,
                subscription.PeriodEnd.UtcDateTime),
            Json.CancelledResponse);
    }

    public static async Task<JsonHttpResult<CancelledResponse>> Reactivate(Caller caller, Operation operation, IGrainFactory grains)
    {
        var subscription = (await Billing(caller, grains).Reactivate(operation.Id)).OrThrow();
        return TypedResults.Json(
            new CancelledResponse(
                "Subscription reactivated", BillingWords.Of(subscription.Status, Canceled), subscription.CancelsAtPeriodEnd, subscription.PeriodEnd.UtcDateTime),
            Json.CancelledResponse);
    }

    public static async Task<JsonHttpResult<PaymentMethodResponse>> SetPaymentMethod(
        Body<PaymentMethodRequest> body, Caller caller, Operation operation, HttpContext context, IGrainFactory grains)
    {
        var check = new Validation();
        var id = check.Text(body.Value.PaymentMethodId, "body.payment_method_id", 1, 255);
        check.ThrowIfInvalid();

        var payer = await caller.PayerAsync(context, grains);
        var method = (await Billing(caller, grains).SetPaymentMethod(payer, id, operation.Id)).OrThrow();
        return TypedResults.Json(
            new PaymentMethodResponse("Payment method updated", new PaymentMethodView(method.Id, method.Kind, method.Brand, method.LastFour)),
            Json.PaymentMethodResponse);
    }

    public static async Task<JsonHttpResult<HistoryResponse>> History(HttpContext context, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var page = OffsetPage.Of(context, check);
        check.ThrowIfInvalid();

        var (invoices, total) = await Billing(caller, grains).Invoices(page.Offset, page.Limit);
        return TypedResults.Json(
            new HistoryResponse([.. invoices.Select(BilledInvoice.Of)], total, page.Next(total), page.Previous()), Json.HistoryResponse);
    }

    private static IBillingGrain Billing(Caller caller, IGrainFactory grains) => grains.GetGrain<IBillingGrain>(caller.AccountId);

    private static string Wanted(Validation check, string? wanted, string field)
    {
        var text = check.Text(wanted, field, 1, 100);
        var plan = Plans.Wanted(text);
        if (plan is null && text.Length is > 0 and <= 100) check.Add(field, "There is no such plan for sale.", "enum");
        return plan?.Id ?? "";
    }

    private static CheckoutAddresses Addresses(Validation check, string? successUrl, string? cancelUrl, HttpContext context, WebApps webApps)
    {
        var addresses = CheckoutAddresses.Read(
            check,
            context,
            webApps,
            (successUrl, "body.success_url", "/billing?success=true"),
            (cancelUrl, "body.cancel_url", "/billing?canceled=true"));
        check.ThrowIfInvalid();
        return addresses;
    }

    private static async Task<CheckoutSession> OpenCheckoutAsync(
        string planId, CheckoutAddresses addresses, Caller caller, Operation operation, HttpContext context, IGrainFactory grains)
    {
        var payer = await caller.PayerAsync(context, grains);
        var checkout = new NewCheckout(payer, planId, addresses.Success, addresses.Cancel, operation.Id);
        return (await Billing(caller, grains).Checkout(checkout)).OrThrow();
    }

    private static async Task<string> OpenPortalAsync(
        Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains)
    {
        var back = webApps.PageOf(context, "/billing") ?? Payers.ReturnPage(context, "done");
        return (await Billing(caller, grains).OpenPortal(await caller.PayerAsync(context, grains), back, operation.Id)).OrThrow().Url;
    }
}
