namespace Platform.Billing.Sandbox;

/// <summary>All that the sandbox knows of a customer, as Stripe would.</summary>
internal sealed record SandboxCustomer
{
    public string Id { get; init; } = "";

    public string OwnerId { get; init; } = "";

    public string Product { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>Where this customer's product hears of payments.</summary>
    public string WebhookAddress { get; init; } = "";

    public bool IsDeleted { get; init; }

    public string PaymentMethodId { get; init; } = "";

    public SandboxCard Card { get; init; }

    public Mischief Mischief { get; init; } = Mischief.None;

    public IReadOnlyList<SandboxSession> Sessions { get; init; } = [];

    public IReadOnlyList<SandboxPortalSession> Portals { get; init; } = [];

    public IReadOnlyList<SandboxSubscription> Subscriptions { get; init; } = [];

    /// <summary>The newest last.</summary>
    public IReadOnlyList<SandboxInvoice> Invoices { get; init; } = [];

    /// <summary>How many ids were given out.</summary>
    public long Numbers { get; init; }

    /// <summary>How many events were put up for sending.</summary>
    public long Positions { get; init; }

    public SandboxSubscription? Subscription(string? id) => Subscriptions.FirstOrDefault(subscription => subscription.Id == id);

    public SandboxCustomer With(SandboxSubscription next) => this with
    {
        Subscriptions = Subscription(next.Id) is null
            ? [.. Subscriptions, next]
            : [.. Subscriptions.Select(subscription => subscription.Id == next.Id ? next : subscription)],
    };

    public SandboxCustomer With(SandboxInvoice next) => this with
    {
        Invoices = Invoices.Any(invoice => invoice.Id == next.Id)
            ? [.. Invoices.Select(invoice => invoice.Id == next.Id ? next : invoice)]
            : [.. Invoices, next],
    };
}

/// <summary>A page to pay on.</summary>
/// <param name="Key">The key under which it was asked for.</param>
/// <param name="SubscriptionId">What was bought; null: nothing yet.</param>
internal sealed record SandboxSession(
    string Id, string Key, string PlanId, string SuccessUrl, string CancelUrl, DateTimeOffset CreatedAt, string? SubscriptionId = null);

internal sealed record SandboxPortalSession(string Id, string Key, string ReturnUrl);

/// <summary>A subscription.</summary>
/// <param name="Status">In Stripe's words.</param>
/// <param name="Periods">How many have begun.</param>
/// <param name="DueInvoiceId">What was not paid; null: nothing.</param>
/// <param name="Failures">How often that failed.</param>
/// <param name="RetryAt">When it is tried again.</param>
internal sealed record SandboxSubscription(
    string Id,
    string PlanId,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    bool CancelAtPeriodEnd = false,
    DateTimeOffset? EndedAt = null,
    int Periods = 1,
    string? DueInvoiceId = null,
    int Failures = 0,
    DateTimeOffset? RetryAt = null)
{
    public bool HasEnded => EndedAt is not null;

    /// <summary>When something happens to it by itself; null: never again.</summary>
    public DateTimeOffset? DueAt => HasEnded ? null : RetryAt < PeriodEnd ? RetryAt : PeriodEnd;
}

/// <summary>An invoice.</summary>
/// <param name="Reason">Stripe's <c>billing_reason</c>.</param>
internal sealed record SandboxInvoice(
    string Id,
    string SubscriptionId,
    string PlanId,
    string Reason,
    long Amount,
    bool IsPaid,
    DateTimeOffset CreatedAt,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd);
