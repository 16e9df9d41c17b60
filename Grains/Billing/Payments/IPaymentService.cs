namespace Platform.Billing.Payments;

/// <summary>
/// Who takes the money: Stripe, or the sandbox that plays Stripe. Every call that changes something carries a key; a repeat under the same
/// key has the first answer. All throw <see cref="PaymentsException"/> where the service fails.
/// </summary>
internal interface IPaymentService
{
    /// <summary>The new customer's id.</summary>
    Task<string> CreateCustomerAsync(string ownerId, Payer payer, string key);

    Task<CheckoutSession> CreateCheckoutAsync(string ownerId, string customerId, Plan plan, NewCheckout checkout, string key);

    Task<PortalSession> CreatePortalAsync(string customerId, string returnUrl, string origin, string key);

    /// <summary>The subscription as it is now, or null where there is none of this id.</summary>
    Task<StripeSubscription?> FindSubscriptionAsync(string id);

    /// <inheritdoc cref="FindSubscriptionAsync"/>
    Task<StripeSubscription?> SetCancelAtPeriodEndAsync(string id, bool cancel, string key);

    /// <summary>Ends it at once. Null where there is none of this id.</summary>
    Task<StripeSubscription?> CancelAsync(string id, string key);

    /// <summary>Ends all that a customer has, and forgets them. One who is gone already is no error.</summary>
    Task DeleteCustomerAsync(string customerId);

    /// <summary>The newest invoices of a customer, as many as the service gives at once.</summary>
    Task<IReadOnlyList<StripeInvoice>> InvoicesAsync(string customerId);

    /// <summary>Gives a customer a way to pay, and makes it the one that is used. Null where there is none of this id.</summary>
    Task<PaymentMethod?> UsePaymentMethodAsync(string customerId, string paymentMethodId, string key);
}
