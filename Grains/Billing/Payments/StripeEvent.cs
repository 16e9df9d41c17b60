using System.Text.Json;

namespace Platform.Billing.Payments;

/// <summary>Something that Stripe tells.</summary>
/// <param name="CreatedAt">To the second only: two events of the same second may come in any order.</param>
/// <param name="Object">What it is about, as it was then.</param>
internal sealed record StripeEvent(string Id, string Type, DateTimeOffset CreatedAt, JsonElement Object)
{
    public const string CheckoutCompleted = "checkout.session.completed";
    public const string InvoicePaid = "invoice.payment_succeeded";
    public const string InvoiceFailed = "invoice.payment_failed";

    private const string SubscriptionPrefix = "customer.subscription.";

    /// <summary>Whether it is one of those that we act on.</summary>
    public bool IsOurs => IsSubscription || Type is CheckoutCompleted or InvoicePaid or "invoice.paid" or InvoiceFailed;

    public bool IsSubscription => Type.StartsWith(SubscriptionPrefix, StringComparison.Ordinal) && Object.Text("object") == "subscription";

    public string? CustomerId => Object.IdOf("customer");

    public string? SubscriptionId => IsSubscription
        ? Object.Text("id")
        : Object.Find("parent", "subscription_details").IdOf("subscription") ?? Object.IdOf("subscription");

    /// <summary>Whose it is, where the event itself says so.</summary>
    public string? OwnerId =>
        Object.Find("metadata").Text(StripeMetadata.OwnerKey)
        ?? Object.Text("client_reference_id")
        ?? Object.Find("parent", "subscription_details", "metadata").Text(StripeMetadata.OwnerKey)
        ?? Object.Find("subscription_details", "metadata").Text(StripeMetadata.OwnerKey);

    /// <summary>Null: this is no event.</summary>
    public static StripeEvent? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var json = document.RootElement;
            return json.Text("id") is { Length: > 0 and <= 255 } id
                && json.Text("type") is { Length: > 0 and <= 255 } type
                && json.Find("data", "object") is { ValueKind: JsonValueKind.Object } inside
                    ? new StripeEvent(id, type, json.Moment("created") ?? DateTimeOffset.UnixEpoch, inside.Clone())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
