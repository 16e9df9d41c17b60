using System.Text.Json;
using Platform.Billing.Payments;

namespace Platform.Billing.Sandbox;

/// <summary>
/// Plays Stripe where no key of it is configured: a customer is an actor, checkout and portal are pages of this server, and what happens there
/// is told to it by the same signed requests that Stripe would send.
/// </summary>
internal sealed class SandboxPayments(IGrainFactory grains) : IPaymentService
{
    public async Task<string> CreateCustomerAsync(string ownerId, Payer payer, string key)
    {
        var id = $"cus_{ownerId.Replace("-", "", StringComparison.Ordinal)}";
        await Customer(id).Open(ownerId, payer);
        return id;
    }

    public async Task<CheckoutSession> CreateCheckoutAsync(string ownerId, string customerId, Plan plan, NewCheckout checkout, string key)
    {
        var id = await Customer(customerId).OpenCheckout(plan.Id, checkout.SuccessUrl, checkout.CancelUrl, key);
        return new CheckoutSession(id, $"{checkout.Payer.Origin}/sandbox/checkout/{id}");
    }

    public async Task<PortalSession> CreatePortalAsync(string customerId, string returnUrl, string origin, string key) =>
        new($"{origin}/sandbox/portal/{await Customer(customerId).OpenPortal(returnUrl, key)}");

    public async Task<StripeSubscription?> FindSubscriptionAsync(string id) =>
        SandboxIds.CustomerOf(id) is { } customer ? Read(await Customer(customer).FindSubscription(id)) : null;

    public async Task<StripeSubscription?> SetCancelAtPeriodEndAsync(string id, bool cancel, string key) =>
        SandboxIds.CustomerOf(id) is { } customer ? Read(await Customer(customer).SetCancelAtPeriodEnd(id, cancel)) : null;

    public async Task<StripeSubscription?> CancelAsync(string id, string key) =>
        SandboxIds.CustomerOf(id) is { } customer ? Read(await Customer(customer).CancelNow(id)) : null;

    public Task DeleteCustomerAsync(string customerId) => Customer(customerId).Remove();

    public async Task<IReadOnlyList<StripeInvoice>> InvoicesAsync(string customerId) =>
        [.. (await Customer(customerId).InvoicesOf()).Select(json => Parse(json, StripeInvoice.Read))];

    /// <summary>
    /// Stripe's ids of cards for tests do what they do there (https://docs.stripe.com/testing#cards); any other is a Visa that pays.
    /// </summary>
    public async Task<PaymentMethod?> UsePaymentMethodAsync(string customerId, string paymentMethodId, string key)
    {
        if (!paymentMethodId.StartsWith("pm_", StringComparison.Ordinal) || paymentMethodId.StartsWith("pm_card_chargeDeclined", StringComparison.Ordinal))
            return null;
        var card = paymentMethodId == "pm_card_chargeCustomerFail" ? SandboxCard.PaysOnce : SandboxCard.Pays;
        await Customer(customerId).UsePaymentMethod(paymentMethodId, card);
        return paymentMethodId == "pm_card_mastercard"
            ? new PaymentMethod(paymentMethodId, "card", "mastercard", "4444")
            : new PaymentMethod(paymentMethodId, "card", "visa", SandboxIds.LastFour(card));
    }

    private ISandboxServiceGrain Customer(string id) => grains.GetGrain<ISandboxServiceGrain>(id);

    private static StripeSubscription? Read(string? json) => json is null ? null : Parse(json, StripeSubscription.Read);

    private static T Parse<T>(string text, Func<JsonElement, T> read)
    {
        using var json = JsonDocument.Parse(text);
        return read(json.RootElement);
    }
}
