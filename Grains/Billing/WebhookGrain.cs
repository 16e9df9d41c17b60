using System.Text;
using Orleans.Concurrency;
using Platform.Billing.Payments;

namespace Platform.Billing;

[GrainType("webhook"), StatelessWorker, Reentrant]
internal sealed class WebhookGrain(WebhookSignatures signatures, BillingStore store, IGrainFactory grains, TimeProvider clock) : Grain, IWebhookGrain
{
    private static readonly WebhookReceipt Refused = new(WebhookVerdict.Refused, null);

    private string Product => this.GetPrimaryKeyString();

    public async Task<WebhookReceipt> Receive(byte[] body, string? signature)
    {
        if (!await signatures.AreRightAsync(Product, body, signature)) return Refused;
        var text = Encoding.UTF8.GetString(body);
        if (StripeEvent.Parse(text) is not { } told) return Refused;
        return new WebhookReceipt(await ReceiveAsync(told, text), told.Type);
    }

    public Task<LastWebhook> Last() => store.LastAsync(Product);

    private async Task<WebhookVerdict> ReceiveAsync(StripeEvent told, string body)
    {
        if (await store.IsSettledAsync(told.Id)) return WebhookVerdict.Repeated;
        var log = new ToldEvent(told.Id, Product, told.Type, told.CustomerId, told.SubscriptionId, clock.GetUtcNow());
        if (!told.IsOurs)
        {
            await store.SettleAsync(log, carriedOut: false);
            return WebhookVerdict.Ignored;
        }

        var owner = await OwnerAsync(told);
        if (owner is null)
        {
            await store.ParkAsync(log, body);
            // It may have become known in between, and then nobody would look here again.
            owner = await OwnerAsync(told);
            if (owner is null) return WebhookVerdict.Taken;
        }

        return await grains.GetGrain<IBillingEventsGrain>(owner).Apply(Product, body) ? WebhookVerdict.Taken : WebhookVerdict.Ignored;
    }

    /// <summary>What we have noted ourselves tells more than what a text says that went through other hands.</summary>
    private async Task<string?> OwnerAsync(StripeEvent told) =>
        await store.OwnerOfAsync(told.SubscriptionId, told.CustomerId) ?? (told.OwnerId is { Length: > 0 and <= 64 } named ? named : null);
}
