using Orleans.Concurrency;

namespace Platform.Billing.Sandbox;

/// <summary>
/// A customer of the payment service that is played here where no key of Stripe's is configured; the key is the customer's id. These are the
/// wishes of whoever looks at its pages; ids of pages are secrets, as Stripe's are.
/// </summary>
[Alias("platform.ISandboxGrain")]
public interface ISandboxGrain : IGrainWithStringKey
{
    /// <summary>What a checkout page shows, or <see cref="RefusalKind.NotFound"/>.</summary>
    [Alias("Checkout")]
    Task<Outcome<SandboxCheckout>> Checkout(string sessionId);

    /// <summary>
    /// Pays: the plan begins, and this server is told so. <see cref="RefusalKind.NotPossibleNow"/>: the card was declined, and another may be
    /// tried. Paying again for what is paid changes nothing.
    /// </summary>
    [Alias("Pay")]
    Task<Outcome<SandboxCheckout>> Pay(string sessionId, SandboxCard card, Mischief mischief);

    /// <summary>What a portal page shows, or <see cref="RefusalKind.NotFound"/>.</summary>
    [Alias("Portal")]
    Task<Outcome<SandboxPortal>> Portal(string portalId);

    /// <summary>Does something with a subscription, or with all that can be done to the card. Refuses as <see cref="Portal"/> does.</summary>
    [Alias("Manage")]
    Task<Outcome<SandboxPortal>> Manage(string portalId, SandboxWish wish);

    /// <summary>Sends what is due to be sent, as far as this server takes it. Interleaves: what is sent asks this actor again.</summary>
    [Alias("Deliver"), AlwaysInterleave]
    Task Deliver();
}

/// <summary>Cards that a checkout takes, like Stripe's own for tests (https://docs.stripe.com/testing).</summary>
public enum SandboxCard
{
    /// <summary>4242 4242 4242 4242: pays.</summary>
    Pays,

    /// <summary>4000 0000 0000 0341: pays once; renewals fail.</summary>
    PaysOnce,

    /// <summary>4000 0000 0000 0002: is declined.</summary>
    Declined,
}

/// <summary>How badly the mail goes between the payment service and this server.</summary>
/// <param name="Twice">Every event comes twice.</param>
/// <param name="Reversed">The last comes first.</param>
/// <param name="DelaySeconds">Every event comes so late.</param>
[GenerateSerializer, Immutable, Alias("platform.Mischief")]
public sealed record Mischief(
    [property: Id(0)] bool Twice = false, [property: Id(1)] bool Reversed = false, [property: Id(2)] int DelaySeconds = 0)
{
    public const int LongestDelay = 3600;

    public static readonly Mischief None = new();
}

/// <summary>What a checkout page shows.</summary>
/// <param name="Amount">In cents, a month.</param>
/// <param name="SuccessUrl">Where to go when it is paid, with the session's id filled in.</param>
[GenerateSerializer, Immutable, Alias("platform.SandboxCheckout")]
public sealed record SandboxCheckout(
    [property: Id(0)] string Id,
    [property: Id(1)] string Product,
    [property: Id(2)] string PlanName,
    [property: Id(3)] long Amount,
    [property: Id(4)] string Currency,
    [property: Id(5)] string Email,
    [property: Id(6)] bool IsPaid,
    [property: Id(7)] string SuccessUrl,
    [property: Id(8)] string CancelUrl);

/// <summary>What can be wished for on a portal page.</summary>
public enum SandboxAction
{
    /// <summary>End with the period.</summary>
    Cancel,

    Reactivate,

    /// <summary>The next period begins now, as if its time had come.</summary>
    Renew,

    /// <summary>Pay with another card from now on.</summary>
    ChangeCard,

    /// <summary>Only how the mail goes is to change.</summary>
    ChangeMail,
}

/// <summary>A wish, and how the mail is to go from now on.</summary>
[GenerateSerializer, Immutable, Alias("platform.SandboxWish")]
public sealed record SandboxWish(
    [property: Id(0)] SandboxAction Action,
    [property: Id(1)] string? SubscriptionId,
    [property: Id(2)] SandboxCard Card,
    [property: Id(3)] Mischief Mischief);

/// <summary>What a portal page shows.</summary>
[GenerateSerializer, Immutable, Alias("platform.SandboxPortal")]
public sealed record SandboxPortal(
    [property: Id(0)] string Id,
    [property: Id(1)] string Product,
    [property: Id(2)] string Email,
    [property: Id(3)] string Card,
    [property: Id(4)] IReadOnlyList<SandboxSubscriptionView> Subscriptions,
    [property: Id(5)] IReadOnlyList<SandboxInvoiceView> Invoices,
    [property: Id(6)] Mischief Mischief,
    [property: Id(7)] string ReturnUrl);

/// <summary>A subscription on a portal page.</summary>
/// <param name="Status">In Stripe's words.</param>
[GenerateSerializer, Immutable, Alias("platform.SandboxSubscriptionView")]
public sealed record SandboxSubscriptionView(
    [property: Id(0)] string Id,
    [property: Id(1)] string PlanName,
    [property: Id(2)] string Status,
    [property: Id(3)] DateTimeOffset PeriodEnd,
    [property: Id(4)] bool CancelsAtPeriodEnd,
    [property: Id(5)] bool HasEnded);

/// <summary>An invoice on a portal page.</summary>
[GenerateSerializer, Immutable, Alias("platform.SandboxInvoiceView")]
public sealed record SandboxInvoiceView(
    [property: Id(0)] string Id, [property: Id(1)] DateTimeOffset CreatedAt, [property: Id(2)] long Amount, [property: Id(3)] bool IsPaid);
