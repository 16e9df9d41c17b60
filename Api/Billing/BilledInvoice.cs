using Platform.Billing;

namespace Platform.Api.Billing;

/// <summary>Something that was billed, as every product shows it.</summary>
/// <param name="Plan">Null where it was for no plan.</param>
/// <param name="Amount">Cents.</param>
/// <param name="Status"><c>paid</c> or <c>failed</c>.</param>
internal sealed record BilledInvoice(
    string Id,
    string? Plan,
    long Amount,
    string Currency,
    string Status,
    DateTime CreatedAt,
    DateTime? PeriodStart,
    DateTime? PeriodEnd,
    string? InvoiceUrl)
{
    public static BilledInvoice Of(Invoice invoice) => new(
        invoice.Id,
        invoice.PlanId,
        invoice.Amount,
        invoice.Currency,
        BillingWords.Of(invoice.Status),
        invoice.CreatedAt.UtcDateTime,
        invoice.PeriodStart?.UtcDateTime,
        invoice.PeriodEnd?.UtcDateTime,
        invoice.Url);

    /// <summary>All that an owner was billed, the newest first, a page at a time.</summary>
    public static async IAsyncEnumerable<BilledInvoice> AllAsync(string ownerId, IGrainFactory grains)
    {
        var billing = grains.GetGrain<IBillingGrain>(ownerId);
        for (var offset = 0; ; offset += Http.Attachment.PageSize)
        {
            var page = (await billing.Invoices(offset, Http.Attachment.PageSize)).Items;
            foreach (var invoice in page) yield return Of(invoice);
            if (page.Count < Http.Attachment.PageSize) yield break;
        }
    }
}
