namespace Platform.Billing;

/// <summary>What became of something that the payment service has sent.</summary>
public enum WebhookVerdict
{
    /// <summary>It counts now, or waits for the account that it belongs to.</summary>
    Taken,

    /// <summary>It came before.</summary>
    Repeated,

    /// <summary>It is nothing that this server acts on.</summary>
    Ignored,

    /// <summary>The signature is missing, wrong or too old, or the body is no event: nothing has changed.</summary>
    Refused,
}

/// <summary>Hears what the payment service has to say to a product; the key is the product. Any number of them run at once.</summary>
[Alias("platform.IWebhookGrain")]
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>
    /// Checks and carries out an event. Answered after it is durable; a failure means that it is to be sent again.
    /// </summary>
    /// <param name="body">To the byte, as it came.</param>
    /// <param name="signature">The header <c>Stripe-Signature</c>.</param>
    [Alias("Receive")]
    Task<WebhookReceipt> Receive(byte[] body, string? signature);

    /// <summary>The last event that this product was told.</summary>
    [Alias("Last")]
    Task<LastWebhook> Last();
}

/// <summary>The verdict on an event.</summary>
/// <param name="EventType">Null where it was refused.</param>
[GenerateSerializer, Immutable, Alias("platform.WebhookReceipt")]
public sealed record WebhookReceipt([property: Id(0)] WebhookVerdict Verdict, [property: Id(1)] string? EventType);

/// <summary>When what came last; both null: nothing so far.</summary>
[GenerateSerializer, Immutable, Alias("platform.LastWebhook")]
public sealed record LastWebhook([property: Id(0)] string? EventType, [property: Id(1)] DateTimeOffset? ReceivedAt);
