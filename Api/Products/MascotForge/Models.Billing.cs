using Platform.Api.Billing;

namespace Platform.Api.Products.MascotForge;

/// <param name="Balance">With what is held.</param>
/// <param name="CreditsLastResetAt">When the plan last gave credits.</param>
/// <param name="MonthlyAllowance">What the plan gives a month.</param>
/// <param name="Held">Of the balance, what work under way may take.</param>
/// <param name="Available">What can be spent.</param>
internal sealed record BalanceResponse(
    long Balance, string Plan, DateTime? CreditsLastResetAt, long MonthlyAllowance, long Held, long Available);

/// <param name="Amount">Positive: added; negative: used.</param>
internal sealed record TransactionResponse(
    string Id, string Type, long Amount, long BalanceAfter, string Status, string Description, DateTime CreatedAt);

internal sealed record TransactionsResponse(IReadOnlyList<TransactionResponse> Data, PageMeta Meta);

/// <param name="Credits">A month.</param>
/// <param name="AmountCents">A month.</param>
internal sealed record PlanResponse(
    string Id,
    string Name,
    string Description,
    long Credits,
    long AmountCents,
    string Currency,
    string Interval,
    string PriceLabel,
    IReadOnlyList<string> Features,
    bool IsPopular);

/// <param name="CurrentPeriodStart">Of the free plan: the calendar month, UTC.</param>
/// <param name="StripeCustomerId">Empty where nothing was ever bought.</param>
internal sealed record SubscriptionResponse(
    string Plan,
    string Status,
    DateTime CurrentPeriodStart,
    DateTime CurrentPeriodEnd,
    bool CancelAtPeriodEnd,
    string StripeCustomerId,
    string? StripeSubscriptionId);

internal sealed record CheckoutRequest(string? Plan, string? SuccessUrl, string? CancelUrl, string? WorkspaceId);

internal sealed record CheckoutResponse(string CheckoutUrl);

/// <param name="WorkspaceId">Whose subscription it is; none: the caller's own.</param>
internal sealed record BillingRequest(string? WorkspaceId);

internal sealed record PortalResponse(string Url);

internal sealed record InvoicesResponse(IReadOnlyList<BilledInvoice> Data, PageMeta Meta);

internal sealed record ReceivedResponse(bool Received);
