using Platform.Api.Products;
using Platform.Api.Security;
using Platform.Billing;

namespace Platform.Api.Billing;

/// <summary>Who pays, and at which addresses they and the payment service come back to.</summary>
internal static class Payers
{
    /// <summary>The caller as a payer of the product that the request asks.</summary>
    public static async Task<Payer> PayerAsync(this Caller caller, HttpContext context, IGrainFactory grains)
    {
        var product = Product.Of(context)!;
        var prefix = context.Hosts().Prefix(product, context.Request);
        return new Payer(product.Id, (await caller.AccountAsync(grains)).Email, Origin(context), prefix + product.BasePath + product.WebhookPath);
    }

    /// <summary>
    /// A page of this server, where the product's web app has none: <c>/checkout/success</c> or <c>/checkout/cancelled</c>.
    /// </summary>
    public static string ReturnPage(HttpContext context, string page) =>
        $"{Origin(context)}{context.Hosts().Prefix(Product.Of(context)!, context.Request)}/checkout/{page}";

    /// <summary>The address at which the client has reached this server.</summary>
    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static ProductHosts Hosts(this HttpContext context) => context.RequestServices.GetRequiredService<ProductHosts>();
}
