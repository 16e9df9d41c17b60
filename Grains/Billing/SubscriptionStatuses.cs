namespace Platform.Billing;

/// <summary>
/// Stripe's words for the state of a subscription (https://docs.stripe.com/api/subscriptions/object#subscription_object-status), and what
/// they mean here:
/// <list type="table">
/// <item><term>trialing, active</term><description>active; the plan counts</description></item>
/// <item><term>past_due</term><description>past due; the plan counts while Stripe tries again</description></item>
/// <item><term>unpaid, paused</term><description>past due; the free plan counts until it is paid</description></item>
/// <item><term>incomplete</term><description>nothing was paid yet: as if there were no subscription</description></item>
/// <item><term>canceled, incomplete_expired</term><description>canceled, for good; the free plan counts</description></item>
/// </list>
/// A word that is not known counts like <c>incomplete</c>.
/// </summary>
internal static class SubscriptionStatuses
{
    public static bool GivesPlan(string status) => status is "trialing" or "active" or "past_due";

    /// <summary>Never left again.</summary>
    public static bool IsFinal(string status) => status is "canceled" or "incomplete_expired";

    /// <summary>Whether its owner would say that there is a subscription.</summary>
    public static bool IsRunning(string status) => GivesPlan(status) || status is "unpaid" or "paused";

    public static SubscriptionStatus ToStatus(string status) => status switch
    {
        "past_due" or "unpaid" or "paused" => SubscriptionStatus.PastDue,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.Active,
    };

    /// <summary>
    /// Which of two events of one second is the later one, where nothing better is known: a subscription goes this way more often than back.
    /// </summary>
    public static int Rank(string status) => status switch
    {
        "incomplete" => 0,
        "trialing" => 1,
        "active" => 2,
        "past_due" => 3,
        "unpaid" => 4,
        "paused" => 5,
        "canceled" or "incomplete_expired" => 6,
        _ => 0,
    };
}
