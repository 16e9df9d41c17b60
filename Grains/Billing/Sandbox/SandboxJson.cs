using System.Text.Json.Nodes;
using Platform.Billing.Payments;

namespace Platform.Billing.Sandbox;

/// <summary>What the sandbox tells, in Stripe's shapes (https://docs.stripe.com/api, as of 2025-03-31).</summary>
internal static class SandboxJson
{
    /// <summary>The price of a plan, under the name that the sandbox gives it.</summary>
    public static string PriceId(string product, string planId) => $"price_{product}_{planId}";

    public static string Event(string id, string type, JsonObject inside, DateTimeOffset at) => new JsonObject
    {
        ["id"] = id,
        ["object"] = "event",
        ["api_version"] = "2025-03-31.basil",
        ["created"] = at.ToUnixTimeSeconds(),
        ["data"] = new JsonObject { ["object"] = inside },
        ["livemode"] = false,
        ["pending_webhooks"] = 1,
        ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
        ["type"] = type,
    }.ToJsonString();

    public static JsonObject Of(SandboxCustomer customer, SandboxSession session, Plan plan) => new()
    {
        ["id"] = session.Id,
        ["object"] = "checkout.session",
        ["amount_subtotal"] = plan.Price,
        ["amount_total"] = plan.Price,
        ["client_reference_id"] = customer.OwnerId,
        ["created"] = session.CreatedAt.ToUnixTimeSeconds(),
        ["currency"] = PlanCatalogue.Currency.ToLowerInvariant(),
        ["customer"] = customer.Id,
        ["livemode"] = false,
        ["metadata"] = Metadata(customer, session.PlanId),
        ["mode"] = "subscription",
        ["payment_status"] = session.SubscriptionId is null ? "unpaid" : "paid",
        ["status"] = session.SubscriptionId is null ? "open" : "complete",
        ["subscription"] = session.SubscriptionId,
        ["success_url"] = session.SuccessUrl,
        ["cancel_url"] = session.CancelUrl,
    };

    public static JsonObject Of(SandboxCustomer customer, SandboxSubscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["object"] = "subscription",
        ["cancel_at"] = subscription.CancelAtPeriodEnd ? subscription.PeriodEnd.ToUnixTimeSeconds() : null,
        ["cancel_at_period_end"] = subscription.CancelAtPeriodEnd,
        ["canceled_at"] = subscription.EndedAt?.ToUnixTimeSeconds(),
        ["created"] = subscription.CreatedAt.ToUnixTimeSeconds(),
        ["currency"] = PlanCatalogue.Currency.ToLowerInvariant(),
        ["customer"] = customer.Id,
        ["default_payment_method"] = customer.PaymentMethodId,
        ["ended_at"] = subscription.EndedAt?.ToUnixTimeSeconds(),
        ["items"] = new JsonObject
        {
            ["object"] = "list",
            ["has_more"] = false,
            ["data"] = new JsonArray(new JsonObject
            {
                ["id"] = $"si{subscription.Id[3..]}",
                ["object"] = "subscription_item",
                ["current_period_start"] = subscription.PeriodStart.ToUnixTimeSeconds(),
                ["current_period_end"] = subscription.PeriodEnd.ToUnixTimeSeconds(),
                ["price"] = new JsonObject { ["id"] = PriceId(customer.Product, subscription.PlanId), ["object"] = "price" },
                ["quantity"] = 1,
                ["subscription"] = subscription.Id,
            }),
        },
        ["latest_invoice"] = customer.Invoices.LastOrDefault(invoice => invoice.SubscriptionId == subscription.Id)?.Id,
        ["livemode"] = false,
        ["metadata"] = Metadata(customer, subscription.PlanId),
        ["status"] = subscription.Status,
    };

    public static JsonObject Of(SandboxCustomer customer, SandboxInvoice invoice) => new()
    {
        ["id"] = invoice.Id,
        ["object"] = "invoice",
        ["amount_due"] = invoice.Amount,
        ["amount_paid"] = invoice.IsPaid ? invoice.Amount : 0,
        ["amount_remaining"] = invoice.IsPaid ? 0 : invoice.Amount,
        ["attempted"] = true,
        ["billing_reason"] = invoice.Reason,
        ["created"] = invoice.CreatedAt.ToUnixTimeSeconds(),
        ["currency"] = PlanCatalogue.Currency.ToLowerInvariant(),
        ["customer"] = customer.Id,
        ["customer_email"] = customer.Email,
        ["lines"] = new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(new JsonObject
            {
                ["id"] = $"il{invoice.Id[2..]}",
                ["object"] = "line_item",
                ["amount"] = invoice.Amount,
                ["period"] = new JsonObject { ["start"] = invoice.PeriodStart.ToUnixTimeSeconds(), ["end"] = invoice.PeriodEnd.ToUnixTimeSeconds() },
                ["pricing"] = new JsonObject
                {
                    ["type"] = "price_details",
                    ["price_details"] = new JsonObject { ["price"] = PriceId(customer.Product, invoice.PlanId) },
                },
                ["quantity"] = 1,
            }),
        },
        ["livemode"] = false,
        ["parent"] = new JsonObject
        {
            ["type"] = "subscription_details",
            ["subscription_details"] = new JsonObject
            {
                ["metadata"] = Metadata(customer, invoice.PlanId),
                ["subscription"] = invoice.SubscriptionId,
            },
        },
        ["status"] = invoice.IsPaid ? "paid" : "open",
    };

    private static JsonObject Metadata(SandboxCustomer customer, string planId)
    {
        var metadata = new JsonObject();
        foreach (var (key, value) in StripeMetadata.Of(customer.OwnerId, customer.Product, planId)) metadata[key] = value;
        return metadata;
    }
}
