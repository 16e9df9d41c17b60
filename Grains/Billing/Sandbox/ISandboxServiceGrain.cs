using Orleans.Concurrency;

namespace Platform.Billing.Sandbox;

/// <summary>What the platform asks of a customer of the sandbox, as it would ask Stripe; the key is the customer's id.</summary>
[Alias("platform.ISandboxServiceGrain")]
internal interface ISandboxServiceGrain : IGrainWithStringKey
{
    [Alias("Open")]
    Task Open(string ownerId, Payer payer);

    /// <summary>A checkout's id.</summary>
    [Alias("OpenCheckout")]
    Task<string> OpenCheckout(string planId, string successUrl, string cancelUrl, string key);

    /// <summary>A portal's id.</summary>
    [Alias("OpenPortal")]
    Task<string> OpenPortal(string returnUrl, string key);

    /// <summary>A subscription as JSON, or null. Interleaves: what is sent asks for it.</summary>
    [Alias("FindSubscription"), AlwaysInterleave]
    Task<string?> FindSubscription(string id);

    /// <inheritdoc cref="FindSubscription"/>
    [Alias("SetCancelAtPeriodEnd")]
    Task<string?> SetCancelAtPeriodEnd(string id, bool cancel);

    /// <inheritdoc cref="FindSubscription"/>
    [Alias("CancelNow")]
    Task<string?> CancelNow(string id);

    /// <summary>All invoices as JSON, the newest first. Interleaves.</summary>
    [Alias("InvoicesOf"), AlwaysInterleave]
    Task<IReadOnlyList<string>> InvoicesOf();

    [Alias("UsePaymentMethod")]
    Task UsePaymentMethod(string id, SandboxCard card);

    [Alias("Remove")]
    Task Remove();
}

/// <summary>The secret with which the sandbox signs, made once and kept; the key is <see cref="TheKey"/>.</summary>
[Alias("platform.ISandboxSecretGrain")]
internal interface ISandboxSecretGrain : IGrainWithStringKey
{
    const string TheKey = "sandbox";

    [Alias("Get"), AlwaysInterleave]
    Task<string> Get();
}
