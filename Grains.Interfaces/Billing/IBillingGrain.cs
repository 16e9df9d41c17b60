using Orleans.Concurrency;

namespace Platform.Billing;

/// <summary>
/// What a user or a workspace has bought; the key is the owner's id. It speaks to the payment service, and keeps what that has said last.
/// Requests that change something there carry the id of their operation: a repeat of it changes nothing. Where the service fails, all refuse
/// with <see cref="RefusalKind.PaymentsUnavailable"/>.
/// </summary>
[Alias("platform.IBillingGrain")]
public interface IBillingGrain : IGrainWithStringKey
{
    /// <summary>What the owner has now. An owner who never bought anything has the free plan.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<Subscription> Get(string product);

    /// <summary>Opens a page on which a plan can be bought. <see cref="RefusalKind.NotPossibleNow"/>: the owner has it already.</summary>
    [Alias("Checkout")]
    Task<Outcome<CheckoutSession>> Checkout(NewCheckout checkout);

    /// <summary>Opens a page on which the owner manages what they have.</summary>
    [Alias("OpenPortal")]
    Task<Outcome<PortalSession>> OpenPortal(Payer payer, string returnUrl, string operationId);

    /// <summary>
    /// Ends the subscription: with its period, or at once. <see cref="RefusalKind.NotFound"/>: there is none. One that ends already stays so.
    /// </summary>
    [Alias("Cancel")]
    Task<Outcome<Subscription>> Cancel(string operationId, bool immediately);

    /// <summary>Takes back a cancellation. <see cref="RefusalKind.NotFound"/>: no subscription; <see cref="RefusalKind.NotPossibleNow"/>: it isn't about to end.</summary>
    [Alias("Reactivate")]
    Task<Outcome<Subscription>> Reactivate(string operationId);

    /// <summary>Pays with this from now on. <see cref="RefusalKind.Invalid"/>: the payment service doesn't know it.</summary>
    [Alias("SetPaymentMethod")]
    Task<Outcome<PaymentMethod>> SetPaymentMethod(Payer payer, string paymentMethodId, string operationId);

    /// <summary>A page of what was billed, the newest first.</summary>
    [Alias("Invoices"), AlwaysInterleave]
    Task<InvoicePage> Invoices(int offset, int limit);

    /// <summary>Ends every subscription at once and forgets the owner.</summary>
    [Alias("Delete")]
    Task Delete();
}
