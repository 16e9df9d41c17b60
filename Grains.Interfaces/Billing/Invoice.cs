namespace Platform.Billing;

/// <summary>How an invoice stands.</summary>
public enum InvoiceStatus
{
    /// <summary>A payment failed; another may follow.</summary>
    Failed,

    Paid,
}

/// <summary>Something that was billed.</summary>
/// <param name="Amount">In the smallest unit of the currency.</param>
/// <param name="Currency">ISO 4217, upper case.</param>
/// <param name="PlanId">Null where it was for no plan.</param>
/// <param name="Url">Where the payment service shows it; null: nowhere.</param>
[GenerateSerializer, Immutable, Alias("platform.Invoice")]
public sealed record Invoice(
    [property: Id(0)] string Id,
    [property: Id(1)] InvoiceStatus Status,
    [property: Id(2)] long Amount,
    [property: Id(3)] string Currency,
    [property: Id(4)] string? PlanId,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] DateTimeOffset? PeriodStart,
    [property: Id(7)] DateTimeOffset? PeriodEnd,
    [property: Id(8)] string? Url);

/// <summary>A page of invoices, and how many there are in all.</summary>
[GenerateSerializer, Immutable, Alias("platform.InvoicePage")]
public sealed record InvoicePage([property: Id(0)] IReadOnlyList<Invoice> Items, [property: Id(1)] long Total);
