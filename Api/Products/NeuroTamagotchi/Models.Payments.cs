using Platform.Api.Billing;

namespace Platform.Api.Products.NeuroTamagotchi;

/// <param name="Price">Cents a month.</param>
internal sealed record PlanResponse(
    string Id,
    string Name,
    string Description,
    long Price,
    string Currency,
    string Interval,
    IReadOnlyList<string> Features,
    bool IsPopular);

/// <param name="SuccessUrl">Where the page leads after paying; <c>{CHECKOUT_SESSION_ID}</c> in it becomes the session's id.</param>
/// <param name="CancelUrl">Where it leads when nothing was bought.</param>
internal sealed record CheckoutRequest(string? PlanId, string? SuccessUrl, string? CancelUrl);

internal sealed record CheckoutResponse(string CheckoutUrl, string SessionId);

internal sealed record PortalResponse(string PortalUrl);

/// <summary>What the plan allows; null: as much as one likes.</summary>
internal sealed record LimitsResponse(int? Companions, int? MessagesPerDay, int RequestsPerMinute);

/// <param name="Id">Null where nothing was ever bought.</param>
/// <param name="Status"><c>active</c>, <c>past_due</c> or <c>canceled</c>.</param>
internal sealed record SubscriptionResponse(
    string? Id,
    string PlanId,
    PlanResponse Plan,
    string Status,
    DateTime CurrentPeriodStart,
    DateTime CurrentPeriodEnd,
    bool CancelAtPeriodEnd,
    LimitsResponse Limits);

internal sealed record InvoicesResponse(IReadOnlyList<BilledInvoice> Items, long Total, int Page, int PageSize, long TotalPages);

internal sealed record ReceivedResponse(bool Received);
