namespace Platform.Billing;

/// <summary>How a subscription stands, in the words that the contracts share. Stripe's own words become these in <c>SubscriptionStatuses</c>.</summary>
public enum SubscriptionStatus
{
    /// <summary>The owner never had one, or has it and pays.</summary>
    Active,

    /// <summary>A payment is due.</summary>
    PastDue,

    /// <summary>It has ended.</summary>
    Canceled,
}

/// <summary>What an owner has.</summary>
/// <param name="PlanId">The plan that counts now: the free one, unless a subscription gives another.</param>
/// <param name="PeriodStart">For the free plan the calendar month, UTC.</param>
/// <param name="CustomerId">The payment service's name for the owner; null: they never came so far.</param>
/// <param name="Id">The payment service's name for the subscription; null where there never was one.</param>
[GenerateSerializer, Immutable, Alias("platform.Subscription")]
public sealed record Subscription(
    [property: Id(0)] string PlanId,
    [property: Id(1)] SubscriptionStatus Status,
    [property: Id(2)] DateTimeOffset PeriodStart,
    [property: Id(3)] DateTimeOffset PeriodEnd,
    [property: Id(4)] bool CancelsAtPeriodEnd,
    [property: Id(5)] string? CustomerId,
    [property: Id(6)] string? Id)
{
    /// <summary>Whether it is a subscription that runs.</summary>
    public bool IsRunning => Id is not null && Status != SubscriptionStatus.Canceled;
}

/// <summary>Who pays.</summary>
/// <param name="Origin">The address at which clients reach this server, without a slash at its end.</param>
/// <param name="WebhookPath">The path, below it, at which the product hears of payments. Both are the sandbox's need only.</param>
[GenerateSerializer, Immutable, Alias("platform.Payer")]
public sealed record Payer(
    [property: Id(0)] string Product, [property: Id(1)] string Email, [property: Id(2)] string Origin, [property: Id(3)] string WebhookPath);

/// <summary>A plan that is to be bought.</summary>
/// <param name="SuccessUrl">Where the page leads after paying; <c>{CHECKOUT_SESSION_ID}</c> in it becomes the session's id.</param>
/// <param name="CancelUrl">Where it leads when nothing was paid.</param>
[GenerateSerializer, Immutable, Alias("platform.NewCheckout")]
public sealed record NewCheckout(
    [property: Id(0)] Payer Payer,
    [property: Id(1)] string PlanId,
    [property: Id(2)] string SuccessUrl,
    [property: Id(3)] string CancelUrl,
    [property: Id(4)] string OperationId);

/// <summary>A page to pay on.</summary>
[GenerateSerializer, Immutable, Alias("platform.CheckoutSession")]
public sealed record CheckoutSession([property: Id(0)] string Id, [property: Id(1)] string Url);

/// <summary>A page to manage a subscription on.</summary>
[GenerateSerializer, Immutable, Alias("platform.PortalSession")]
public sealed record PortalSession([property: Id(0)] string Url);

/// <summary>What is paid with.</summary>
/// <param name="Kind">Such as <c>card</c>.</param>
/// <param name="Brand">Null where it is no card.</param>
[GenerateSerializer, Immutable, Alias("platform.PaymentMethod")]
public sealed record PaymentMethod(
    [property: Id(0)] string Id, [property: Id(1)] string Kind, [property: Id(2)] string? Brand, [property: Id(3)] string? LastFour);
