using Platform.Billing;

namespace Platform.Api.Billing;

/// <summary>States as the contracts spell them.</summary>
internal static class BillingWords
{
    /// <param name="canceled">The products don't agree on how many l it has.</param>
    public static string Of(SubscriptionStatus status, string canceled = "canceled") => status switch
    {
        SubscriptionStatus.PastDue => "past_due",
        SubscriptionStatus.Canceled => canceled,
        _ => "active",
    };

    public static string Of(InvoiceStatus status) => status == InvoiceStatus.Paid ? "paid" : "failed";
}
