using System.Buffers;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Products;
using Platform.Billing;

namespace Platform.Api.Billing;

/// <summary>Where the payment service tells a product what has happened.</summary>
internal static class WebhookEndpoint
{
    public const string SignatureHeader = "Stripe-Signature";

    /// <summary>Far more than an event has.</summary>
    private static readonly BodyLimit Limit = new(1024 * 1024);

    private static readonly ApiError Refused = new(400, "INVALID_SIGNATURE", "The signature is missing, wrong or too old, or this is no event.");

    /// <summary>The route is a webhook. Clients don't call it, so it stands in no document.</summary>
    public static void HearsPayments(this RouteHandlerBuilder route) => route.WithMetadata(Limit).ExcludeFromDescription();

    /// <summary>Carries out what was sent. Whoever sent it sends it again unless the answer is a success.</summary>
    /// <exception cref="ApiException">400: it is not from the payment service.</exception>
    public static async Task<WebhookReceipt> ReceiveAsync(HttpContext context, IGrainFactory grains)
    {
        var bytes = await RequestBody.ReadAsync(context);
        var body = bytes.ToArray();
        context.Request.BodyReader.AdvanceTo(bytes.End);
        var receipt = await Of(context, grains).Receive(body, context.Request.Headers[SignatureHeader]);
        return receipt.Verdict == WebhookVerdict.Refused ? throw new ApiException(Refused) : receipt;
    }

    public static IWebhookGrain Of(HttpContext context, IGrainFactory grains) => grains.GetGrain<IWebhookGrain>(Product.Of(context)!.Id);
}
