using System.Text.Json;

namespace Platform.Billing.Payments;

/// <summary>What we need of a subscription of Stripe's.</summary>
/// <param name="Status">In Stripe's words.</param>
/// <param name="PriceId">The price of its first item.</param>
/// <param name="Metadata">What was put on it when it was bought.</param>
internal sealed record StripeSubscription(
    string Id,
    string Status,
    string? PriceId,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    bool CancelAtPeriodEnd,
    DateTimeOffset CreatedAt,
    StripeMetadata Metadata)
{
    /// <summary>Since the API of 2025-03-31 the period stands on the item, before that on the subscription; both are accepted.</summary>
    public static StripeSubscription Read(JsonElement json)
    {
        var item = json.Find("items", "data").First();
        var created = json.Moment("created") ?? DateTimeOffset.UnixEpoch;
        var start = item.Moment("current_period_start") ?? json.Moment("current_period_start") ?? created;
        return new StripeSubscription(
            json.Text("id")!,
            json.Text("status") ?? "",
            item.Find("price").Text("id"),
            start,
            item.Moment("current_period_end") ?? json.Moment("current_period_end") ?? start.AddMonths(1),
            json.Find("cancel_at_period_end").ValueKind == JsonValueKind.True,
            created,
            StripeMetadata.Read(json.Find("metadata")));
    }
}

/// <summary>What we need of an invoice of Stripe's.</summary>
/// <param name="SubscriptionId">Null where it is for none.</param>
/// <param name="Reason">Why it was made: a new subscription, a new period, or something else.</param>
/// <param name="Metadata">Of its subscription, when the invoice was made.</param>
internal sealed record StripeInvoice(
    string Id,
    string? SubscriptionId,
    bool IsPaid,
    string Reason,
    long AmountDue,
    long AmountPaid,
    string Currency,
    string? PriceId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd,
    string? Url,
    StripeMetadata Metadata)
{
    /// <summary>Whether paying it pays for a period of the subscription, which is what a plan's allowance comes with.</summary>
    public bool IsForPeriod => Reason is "subscription_create" or "subscription_cycle";

    /// <summary>Since the API of 2025-03-31 the subscription stands under <c>parent</c>, before that on the invoice; both are accepted.</summary>
    public static StripeInvoice Read(JsonElement json)
    {
        var details = json.Find("parent", "subscription_details");
        if (details.ValueKind != JsonValueKind.Object) details = json.Find("subscription_details");
        // Beside the period that begins there may be lines for the rest of one that ends.
        var line = json.Find("lines", "data").Items().OrderByDescending(candidate => candidate.Find("period").Number("start")).FirstOrDefault();
        var period = line.Find("period");
        return new StripeInvoice(
            json.Text("id")!,
            details.IdOf("subscription") ?? json.IdOf("subscription"),
            json.Text("status") == "paid" || json.Find("paid").ValueKind == JsonValueKind.True,
            json.Text("billing_reason") ?? "",
            json.Number("amount_due"),
            json.Number("amount_paid"),
            (json.Text("currency") ?? "usd").ToUpperInvariant(),
            line.Find("pricing", "price_details").IdOf("price") ?? line.IdOf("price"),
            json.Moment("created") ?? DateTimeOffset.UnixEpoch,
            period.Moment("start"),
            period.Moment("end"),
            json.Text("hosted_invoice_url"),
            StripeMetadata.Read(details.Find("metadata")));
    }
}

/// <summary>What we put on things at Stripe to know them again.</summary>
internal sealed record StripeMetadata(string? PlanId)
{
    public const string OwnerKey = "owner_id";

    private const string ProductKey = "product";
    private const string PlanKey = "plan";

    public static StripeMetadata Read(JsonElement json) => new(json.Text(PlanKey));

    public static Dictionary<string, string> Of(string ownerId, string product, string? planId = null)
    {
        var metadata = new Dictionary<string, string> { [OwnerKey] = ownerId, [ProductKey] = product };
        if (planId is not null) metadata[PlanKey] = planId;
        return metadata;
    }
}
