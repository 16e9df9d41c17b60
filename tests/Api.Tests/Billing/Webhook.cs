using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Stripe;

namespace Platform.Api.Tests.Billing;

/// <summary>Tells a server what Stripe would, at the address of one of its products.</summary>
internal sealed class Webhook(PlatformServer server, string path = "/neurotamagotchi/api/v1/payments/webhook", TimeProvider? clock = null)
{
    private readonly HttpClient _http = server.CreateClient();

    private DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();

    public static JsonObject Event(string id, string type, JsonObject inside, DateTimeOffset at) => new()
    {
        ["id"] = id,
        ["object"] = "event",
        ["created"] = at.ToUnixTimeSeconds(),
        ["type"] = type,
        ["data"] = new JsonObject { ["object"] = inside },
    };

    public JsonObject Event(string type, JsonObject inside, int secondsAgo = 0, string? id = null) =>
        Event(id ?? $"evt_{Guid.NewGuid():N}", type, inside, Now.AddSeconds(-secondsAgo));

    /// <summary>A subscription of an account, with its period on the item, or where it was before 2025-03-31.</summary>
    public JsonObject Subscription(string id, string owner, string plan, string status = "active", bool oldShape = false)
    {
        var (start, end) = (Now.ToUnixTimeSeconds(), Now.AddMonths(1).ToUnixTimeSeconds());
        var item = new JsonObject { ["id"] = "si_1", ["price"] = new JsonObject { ["id"] = "price_1" } };
        var subscription = new JsonObject
        {
            ["id"] = id,
            ["object"] = "subscription",
            ["created"] = start,
            ["customer"] = $"cus_of_{id}",
            ["cancel_at_period_end"] = false,
            ["status"] = status,
            ["metadata"] = Metadata(owner, plan),
            ["items"] = new JsonObject { ["data"] = new JsonArray(item) },
        };
        var place = oldShape ? subscription : item;
        (place["current_period_start"], place["current_period_end"]) = (start, end);
        return subscription;
    }

    public JsonObject Invoice(string id, string subscription, string? owner, string plan, bool isPaid = true, string reason = "subscription_create") => new()
    {
        ["id"] = id,
        ["object"] = "invoice",
        ["amount_due"] = 1900,
        ["amount_paid"] = isPaid ? 1900 : 0,
        ["billing_reason"] = reason,
        ["created"] = Now.ToUnixTimeSeconds(),
        ["currency"] = "usd",
        ["customer"] = $"cus_of_{subscription}",
        ["status"] = isPaid ? "paid" : "open",
        ["lines"] = new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject
            {
                ["period"] = new JsonObject { ["start"] = Now.ToUnixTimeSeconds(), ["end"] = Now.AddMonths(1).ToUnixTimeSeconds() },
            }),
        },
        ["parent"] = new JsonObject
        {
            ["subscription_details"] = new JsonObject
            {
                ["subscription"] = subscription,
                ["metadata"] = owner is null ? new JsonObject() : Metadata(owner, plan),
            },
        },
    };

    public static JsonObject Checkout(string subscription, string owner, string plan, string paymentStatus = "paid") => new()
    {
        ["id"] = $"cs_of_{subscription}",
        ["object"] = "checkout.session",
        ["client_reference_id"] = owner,
        ["customer"] = $"cus_of_{subscription}",
        ["subscription"] = subscription,
        ["mode"] = "subscription",
        ["payment_status"] = paymentStatus,
        ["status"] = "complete",
        ["metadata"] = Metadata(owner, plan),
    };

    public async Task<HttpStatusCode> TellAsync(JsonObject told) => await SendAsync(told.ToJsonString());

    /// <summary>Sends it with this signature, or with the right one.</summary>
    public async Task<HttpStatusCode> SendAsync(string body, string? signature = null, string secret = PlatformServer.WebhookSecret, long? at = null)
    {
        signature ??= EventUtility.GenerateSignatureHeader(body, secret, at ?? Now.ToUnixTimeSeconds());
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature.Length > 0) request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var answer = await _http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK) Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonObject>())!);
        return answer.StatusCode;
    }

    private static JsonObject Metadata(string owner, string plan) => new() { ["owner_id"] = owner, ["plan"] = plan };
}
