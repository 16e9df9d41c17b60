using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Billing;
using Platform.Workspaces;

namespace Platform.Api.Products.MascotForge;

/// <summary>What the caller has bought, or a workspace: its admins see that, and only its owner buys.</summary>
internal static class Subscriptions
{
    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<JsonHttpResult<SubscriptionResponse>> Current(HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var billing = await BillingAsync(request.Query["workspaceId"], WorkspaceRole.Admin, caller, grains);
        return Answer(await billing.Get(Platform.Products.MascotForge));
    }

    /// <summary>Without addresses of its own, as later plugins ask, the buyer comes back to the web app, or to a page of this server.</summary>
    public static async Task<JsonHttpResult<CheckoutResponse>> Checkout(
        Body<CheckoutRequest> body, Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains)
    {
        var request = body.Value;
        var check = new Validation();
        var plan = check.OneOf(request.Plan, "body.plan", [.. Plans.Catalogue.Paid.Select(plan => plan.Id)]);
        var (success, cancel) = CheckoutAddresses.Read(
            check,
            context,
            webApps,
            (request.SuccessUrl, "body.successUrl", "/billing/checkout-success"),
            (request.CancelUrl, "body.cancelUrl", "/billing/checkout-cancelled"));
        check.ThrowIfInvalid();

        var billing = await BillingAsync(request.WorkspaceId, WorkspaceRole.Owner, caller, grains);
        var payer = await caller.PayerAsync(context, grains);
        var session = (await billing.Checkout(new NewCheckout(payer, plan, success, cancel, operation.Id))).OrThrow();
        return TypedResults.Json(new CheckoutResponse(session.Url), Json.CheckoutResponse, statusCode: 201);
    }

    public static async Task<JsonHttpResult<PortalResponse>> Portal(
        OptionalBody<BillingRequest> body, Caller caller, Operation operation, HttpContext context, WebApps webApps, IGrainFactory grains)
    {
        var billing = await BillingAsync(body.Value?.WorkspaceId, WorkspaceRole.Owner, caller, grains);
        var back = webApps.PageOf(context, "/billing") ?? Payers.ReturnPage(context, "done");
        var portal = (await billing.OpenPortal(await caller.PayerAsync(context, grains), back, operation.Id)).OrThrow();
        return TypedResults.Json(new PortalResponse(portal.Url), Json.PortalResponse, statusCode: 201);
    }

    public static async Task<JsonHttpResult<SubscriptionResponse>> Cancel(
        OptionalBody<BillingRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var billing = await BillingAsync(body.Value?.WorkspaceId, WorkspaceRole.Owner, caller, grains);
        return Answer((await billing.Cancel(operation.Id, immediately: false)).OrThrow(), 201);
    }

    public static async Task<JsonHttpResult<SubscriptionResponse>> Reactivate(
        OptionalBody<BillingRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var billing = await BillingAsync(body.Value?.WorkspaceId, WorkspaceRole.Owner, caller, grains);
        return Answer((await billing.Reactivate(operation.Id)).OrThrow(), 201);
    }

    public static async Task<JsonHttpResult<InvoicesResponse>> Invoices(HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var page = Paging.Of(request, check);
        check.ThrowIfInvalid();

        var billing = await BillingAsync(request.Query["workspaceId"], WorkspaceRole.Admin, caller, grains);
        var (invoices, total) = await billing.Invoices(page.Offset, page.Limit);
        return TypedResults.Json(new InvoicesResponse([.. invoices.Select(BilledInvoice.Of)], page.Meta(total)), Json.InvoicesResponse);
    }

    public static async Task<JsonHttpResult<ReceivedResponse>> Webhook(HttpContext context, IGrainFactory grains)
    {
        await WebhookEndpoint.ReceiveAsync(context, grains);
        return TypedResults.Json(new ReceivedResponse(Received: true), Json.ReceivedResponse);
    }

    private static async Task<IBillingGrain> BillingAsync(string? workspaceId, WorkspaceRole least, Caller caller, IGrainFactory grains) =>
        grains.GetGrain<IBillingGrain>((await caller.OwnerAsync(workspaceId, grains, least)).Id);

    /// <summary>The contract has a text for the customer's name, also where there is none yet.</summary>
    private static JsonHttpResult<SubscriptionResponse> Answer(Subscription subscription, int status = 200) => TypedResults.Json(
        new SubscriptionResponse(
            Plans.Of(subscription).Id,
            BillingWords.Of(subscription.Status),
            subscription.PeriodStart.UtcDateTime,
            subscription.PeriodEnd.UtcDateTime,
            subscription.CancelsAtPeriodEnd,
            subscription.CustomerId ?? "",
            subscription.Id),
        Json.SubscriptionResponse,
        statusCode: status);
}
