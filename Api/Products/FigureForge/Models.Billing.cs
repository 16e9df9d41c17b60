using Platform.Api.Billing;

namespace Platform.Api.Products.FigureForge;

/// <summary>A plan as the page of prices shows it.</summary>
/// <param name="Price">Dollars a month.</param>
/// <param name="PriceCents">Cents a month.</param>
/// <param name="StripePriceId">What POST /billing/checkout-session takes; null where nothing is to be paid.</param>
internal sealed record PricedPlan(
    string Id,
    string PlanId,
    string Name,
    string Description,
    decimal Price,
    long PriceCents,
    string PriceDisplay,
    string? StripePriceId,
    long ImagesPerMonth,
    IReadOnlyList<string> Features,
    bool Recommended);

internal sealed record PricingResponse(string Currency, IReadOnlyList<PricedPlan> Plans);

/// <param name="Id">What POST /subscriptions/checkout takes.</param>
/// <param name="Quota">Images a month.</param>
/// <param name="BatchCap">Images that may be asked for at once.</param>
internal sealed record PlanView(
    string Id,
    string Key,
    string Name,
    string Description,
    long PriceCents,
    string PriceDisplay,
    string Currency,
    string Interval,
    long Quota,
    long ImagesPerMonth,
    int BatchCap,
    IReadOnlyList<string> Features,
    bool Recommended);

internal sealed record PlansResponse(IReadOnlyList<PlanView> Plans, string CurrentPlan);

/// <param name="Plan">What was bought; null where there is no subscription.</param>
/// <param name="PlanKey">The plan that counts now.</param>
/// <param name="Status"><c>active</c>, <c>past_due</c>, <c>cancelled</c>, or <c>none</c>.</param>
internal sealed record CurrentSubscriptionResponse(
    bool HasSubscription,
    string? SubscriptionId,
    PlanView? Plan,
    string PlanKey,
    string Status,
    DateTime? CurrentPeriodStart,
    DateTime? CurrentPeriodEnd,
    bool CancelAtPeriodEnd);

/// <param name="Plan">What earlier clients call plan_id.</param>
/// <param name="SuccessUrl">Where the page leads after paying; <c>{CHECKOUT_SESSION_ID}</c> in it becomes the session's id.</param>
internal sealed record CheckoutRequest(string? PlanId, string? Plan, string? SuccessUrl, string? CancelUrl);

/// <param name="PriceId">A plan's stripe_price_id.</param>
internal sealed record WebAppCheckoutRequest(string? PriceId, string? SuccessUrl, string? CancelUrl);

internal sealed record CheckoutResponse(string CheckoutUrl, string SessionId);

internal sealed record WebAppCheckoutResponse(
    [property: System.Text.Json.Serialization.JsonPropertyName("sessionId")] string SessionId, string CheckoutUrl);

internal sealed record PortalResponse(string PortalUrl);

internal sealed record WebAppPortalResponse(string Url);

/// <param name="Immediate">Ends it at once, not with its period.</param>
internal sealed record CancelRequest(bool? Immediate);

internal sealed record CancelledResponse(string Message, string Status, bool CancelAtPeriodEnd, DateTime CurrentPeriodEnd);

internal sealed record PaymentMethodRequest(string? PaymentMethodId);

internal sealed record PaymentMethodView(string Id, string Type, string? Brand, string? Last4);

internal sealed record PaymentMethodResponse(string Message, PaymentMethodView PaymentMethod);

internal sealed record HistoryResponse(IReadOnlyList<BilledInvoice> Results, long Count, string? Next, string? Previous);

/// <param name="Result"><c>processed</c>, <c>repeated</c> or <c>ignored</c>.</param>
internal sealed record WebhookResponse(string Status, string Result);

/// <param name="LastEvent">The type of the last event that came; null: none so far.</param>
/// <param name="LastEventAgeSeconds">How long ago that was.</param>
internal sealed record WebhookHealthResponse(
    string Status, string Service, string? LastEvent, DateTime? LastEventAt, long? LastEventAgeSeconds);
