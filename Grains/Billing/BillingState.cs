using Platform.Billing.Payments;

namespace Platform.Billing;

/// <summary>All that an owner's billing actor keeps. Subscriptions that ended make room, but for the last.</summary>
[GenerateSerializer, Alias("platform.BillingState")]
internal sealed record BillingState
{
    private const int MostEnded = 5;

    [Id(0)] public string Product { get; init; } = "";

    [Id(1)] public string? CustomerId { get; init; }

    /// <summary>The newest last.</summary>
    [Id(2)] public IReadOnlyList<KnownSubscription> Subscriptions { get; init; } = [];

    /// <summary>The owner is gone; what is still told of them is ignored.</summary>
    [Id(3)] public bool IsClosed { get; init; }

    /// <summary>The subscription that counts: of those that give a plan the one with the most, else the newest that runs, else the last there was.</summary>
    public KnownSubscription? Current =>
        Subscriptions.Where(known => SubscriptionStatuses.GivesPlan(known.Status)).MaxBy(known => (Price(known.PlanId), known.CreatedAt))
        ?? Subscriptions.LastOrDefault(known => SubscriptionStatuses.IsRunning(known.Status))
        ?? Subscriptions.LastOrDefault(known => SubscriptionStatuses.IsFinal(known.Status));

    /// <summary>Those that will be paid again.</summary>
    public IEnumerable<KnownSubscription> Renewing =>
        Subscriptions.Where(known => SubscriptionStatuses.IsRunning(known.Status) && !known.CancelsAtPeriodEnd);

    public Plan Plan(PlanCatalogue catalogue) =>
        Current is { } current && SubscriptionStatuses.GivesPlan(current.Status) && catalogue[current.PlanId] is { } plan ? plan : catalogue.Free;

    /// <summary>As it is now at the payment service: that counts, whatever was told before, unless it had ended already.</summary>
    public BillingState WithFetched(KnownSubscription subscription) => With(subscription, (_, _) => true);

    /// <summary>
    /// As it was when something was told. An older tale never undoes a newer one; of two of the same second the one further on counts. An end
    /// counts whenever it is told, because nothing can have come after it.
    /// </summary>
    public BillingState WithTold(KnownSubscription subscription) => With(
        subscription,
        (known, told) => SubscriptionStatuses.IsFinal(told.Status) || (told.AsOf, SubscriptionStatuses.Rank(told.Status)).CompareTo((known.AsOf, SubscriptionStatuses.Rank(known.Status))) >= 0);

    /// <summary>A period that was paid begins; one that began earlier changes nothing.</summary>
    public BillingState WithPaidFrom(string subscriptionId, DateTimeOffset start) => this with
    {
        Subscriptions = [.. Subscriptions.Select(known =>
            known.Id == subscriptionId && !(known.PaidFrom >= start) ? known with { PaidFrom = start } : known)],
    };

    private BillingState With(KnownSubscription next, Func<KnownSubscription, KnownSubscription, bool> counts)
    {
        var known = Subscriptions.FirstOrDefault(candidate => candidate.Id == next.Id);
        if (known is not null && (SubscriptionStatuses.IsFinal(known.Status) || !counts(known, next))) return this;
        next = next with { PaidFrom = known?.PaidFrom, AsOf = known?.AsOf > next.AsOf ? known.AsOf : next.AsOf };
        var all = Subscriptions.Where(other => other.Id != next.Id).Append(next).OrderBy(one => one.CreatedAt).ToList();
        var ended = all.Where(one => SubscriptionStatuses.IsFinal(one.Status)).ToList();
        return this with { Subscriptions = [.. all.Except(ended.SkipLast(MostEnded))] };
    }

    private long Price(string? planId) => PlanCatalogue.Find(Product)?[planId]?.Price ?? 0;
}

/// <summary>A subscription as we know it.</summary>
/// <param name="PlanId">Null: it is for none that we sell.</param>
/// <param name="Status">In Stripe's words.</param>
/// <param name="AsOf">When it was so.</param>
/// <param name="PaidFrom">The beginning of the last period that was paid; null: none that we know of.</param>
[GenerateSerializer, Immutable, Alias("platform.KnownSubscription")]
internal sealed record KnownSubscription(
    [property: Id(0)] string Id,
    [property: Id(1)] string? PlanId,
    [property: Id(2)] string Status,
    [property: Id(3)] DateTimeOffset PeriodStart,
    [property: Id(4)] DateTimeOffset PeriodEnd,
    [property: Id(5)] bool CancelsAtPeriodEnd,
    [property: Id(6)] DateTimeOffset CreatedAt,
    [property: Id(7)] DateTimeOffset AsOf,
    [property: Id(8)] DateTimeOffset? PaidFrom = null)
{
    public static KnownSubscription Of(StripeSubscription subscription, string? planId, DateTimeOffset asOf) => new(
        subscription.Id,
        planId,
        subscription.Status,
        subscription.PeriodStart,
        subscription.PeriodEnd,
        subscription.CancelAtPeriodEnd,
        subscription.CreatedAt,
        asOf);
}
