using Platform.Api.Http;
using Platform.Billing;

namespace Platform.Api.Billing;

internal static class InvoiceHistory
{
    /// <summary>All that an owner was billed, the newest first, a page at a time.</summary>
    public static async IAsyncEnumerable<Invoice> AllAsync(string ownerId, IGrainFactory grains)
    {
        var billing = grains.GetGrain<IBillingGrain>(ownerId);
        for (var offset = 0; ; offset += Attachment.PageSize)
        {
            var page = (await billing.Invoices(offset, Attachment.PageSize)).Items;
            foreach (var invoice in page) yield return invoice;
            if (page.Count < Attachment.PageSize) yield break;
        }
    }
}
