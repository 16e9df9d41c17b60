using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Billing;

namespace Platform.Api.Products.FigureForge;

internal static class Webhooks
{
    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static async Task<JsonHttpResult<WebhookResponse>> Receive(HttpContext context, IGrainFactory grains)
    {
        var receipt = await WebhookEndpoint.ReceiveAsync(context, grains);
        var result = receipt.Verdict switch
        {
            WebhookVerdict.Repeated => "repeated",
            WebhookVerdict.Ignored => "ignored",
            _ => "processed",
        };
        return TypedResults.Json(new WebhookResponse("success", result), Json.WebhookResponse);
    }

    /// <summary>That no event came for long is no fault: somebody has to buy first. How long it is, is told.</summary>
    public static async Task<JsonHttpResult<WebhookHealthResponse>> Health(HttpContext context, IGrainFactory grains, TimeProvider clock)
    {
        var last = await WebhookEndpoint.Of(context, grains).Last();
        var age = last.ReceivedAt is { } at ? (long)(clock.GetUtcNow() - at).TotalSeconds : (long?)null;
        return TypedResults.Json(
            new WebhookHealthResponse("healthy", "webhooks", last.EventType, last.ReceivedAt?.UtcDateTime, age), Json.WebhookHealthResponse);
    }
}
