using System.Net;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Billing;

namespace Platform.Api.Tests.FigureForge;

[Collection(nameof(PlatformServer))]
public sealed class SubscriptionTests(PlatformServer server)
{
    private static readonly JsonObject Pro = new() { ["plan_id"] = "pro_monthly" };

    private readonly FigureForgeClient _someone = new(server);

    [Fact]
    public async Task Anybody_may_see_the_prices_and_the_web_app_finds_what_it_reads()
    {
        var plans = (await new ApiClient(server.CreateClient(), FigureForgeClient.Base).GetAsync("/pricing/")).Json!["plans"]!.AsArray();
        Assert.Equal(["free", "basic", "pro", "studio"], plans.Select(plan => plan!["id"]!.GetValue<string>()));
        Assert.Equal([20, 100, 500, 2000], plans.Select(plan => plan!["images_per_month"]!.GetValue<int>()));
        Assert.Equal(24.99m, plans[2]!["price"]!.GetValue<decimal>());
        Assert.All(plans, plan => Assert.Equal(plan!["id"]!.GetValue<string>(), plan["name"]!.GetValue<string>().ToLowerInvariant()));
    }

    [Theory]
    [InlineData("pro_monthly")]
    [InlineData("pro")]
    public async Task A_plan_is_bought_shown_cancelled_and_taken_up_again(string id)
    {
        var user = await _someone.SignInAsync();
        Assert.Equal("none", (await user.GetAsync("/subscriptions/current/")).Text("status"));
        await BuyAsync(user, "/subscriptions/checkout/", new JsonObject { ["plan_id"] = id });

        var current = (await user.GetAsync("/subscriptions/current/")).Json!;
        Assert.True(current["has_subscription"]!.GetValue<bool>());
        Assert.Equal("pro", current["plan"]!["key"]!.GetValue<string>());
        Assert.Equal("pro", (await user.GetAsync("/subscriptions/plans/")).Text("current_plan"));
        var me = (await user.GetAsync("/auth/user/")).Json!;
        Assert.Equal((500, 0, "pro"), (me["quota_limit"]!.GetValue<int>(), me["quota_used"]!.GetValue<int>(), me["subscription_plan"]!.GetValue<string>()));
        Assert.Equal(500, me["quota"]!["remaining"]!.GetValue<int>());

        Assert.True((await user.SendAsync(HttpMethod.Post, "/subscriptions/cancel/")).Json!["cancel_at_period_end"]!.GetValue<bool>());
        Assert.False((await user.SendAsync(HttpMethod.Post, "/subscriptions/reactivate/")).Json!["cancel_at_period_end"]!.GetValue<bool>());
        FigureForgeClient.Refused(await user.SendAsync(HttpMethod.Post, "/subscriptions/reactivate/"), 400, "INVALID_REQUEST");
        var gone = await user.PostAsync("/subscriptions/cancel/", new JsonObject { ["immediate"] = true });
        Assert.Equal("cancelled", gone.Text("status"));
        Assert.Equal(20, (await user.GetAsync("/auth/user/")).Json!["quota_limit"]!.GetValue<int>());
        FigureForgeClient.Refused(await user.SendAsync(HttpMethod.Post, "/subscriptions/cancel/"), 404, "NOT_FOUND");
    }

    [Fact]
    public async Task The_web_app_pays_by_price_and_opens_the_portal()
    {
        var user = await _someone.SignInAsync();
        var answer = await user.PostAsync("/billing/checkout-session", new JsonObject { ["price_id"] = "price_figureforge_basic" });
        Assert.StartsWith("cs_test_", answer.Text("sessionId"));
        using var paid = await Checkouts.PayAsync(Checkouts.Client(server), Checkouts.AddressIn(answer));
        Assert.StartsWith("https://app.figure.example/", paid.Headers.Location!.ToString());
        Assert.Equal("basic", (await user.GetAsync("/auth/user/stats/")).Text("subscription_tier"));

        var portal = (await user.SendAsync(HttpMethod.Post, "/billing/portal")).Text("url");
        Assert.Contains("Basic", await Checkouts.Client(server).GetStringAsync(portal));
        Assert.NotEmpty((await user.SendAsync(HttpMethod.Post, "/subscriptions/portal/")).Text("portal_url"));
    }

    [Fact]
    public async Task The_session_is_filled_into_the_address_and_the_same_request_opens_one_checkout()
    {
        var user = await _someone.SignInAsync();
        var body = Pro.DeepClone().AsObject();
        body["success_url"] = "https://app.example.com/done?session={CHECKOUT_SESSION_ID}";
        body["cancel_url"] = "https://app.example.com/plans";
        var key = Guid.NewGuid().ToString();
        var (first, second) = (await user.PostAsync("/subscriptions/checkout/", body, key), await user.PostAsync("/subscriptions/checkout/", body, key));
        Assert.Equal(first.Body, second.Body);
        using var paid = await Checkouts.PayAsync(Checkouts.Client(server), Checkouts.AddressIn(first));
        Assert.Equal($"https://app.example.com/done?session={first.Text("session_id")}", paid.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("plan_id", "gold")]
    [InlineData("plan_id", "free")]
    [InlineData("success_url", "javascript:alert(1)")]
    [InlineData("cancel_url", "/somewhere")]
    public async Task A_checkout_for_nothing_or_to_nowhere_is_refused(string field, string value)
    {
        var user = await _someone.SignInAsync();
        var body = Pro.DeepClone().AsObject();
        body[field] = value;
        var refused = FigureForgeClient.Refused(await user.PostAsync("/subscriptions/checkout/", body), 400, "INVALID_REQUEST");
        Assert.NotNull(refused.Json!["error"]!["details"]![field]);
    }

    [Fact]
    public async Task The_history_is_paged_and_nobody_elses_is_ever_shown()
    {
        var user = await _someone.SignInAsync();
        foreach (var plan in new[] { "basic", "pro", "studio" }) await BuyAsync(user, "/subscriptions/checkout/", new JsonObject { ["plan_id"] = plan });
        var page = (await user.GetAsync("/subscriptions/history/?limit=2")).Json!;
        Assert.Equal((3, 2), (page["count"]!.GetValue<int>(), page["results"]!.AsArray().Count));
        Assert.Equal("/figureforge/api/subscriptions/history/?limit=2&offset=2", page["next"]!.GetValue<string>());
        var last = (await user.GetAsync("/subscriptions/history/?limit=2&offset=2")).Json!;
        Assert.Null(last["next"]);
        // Made within a second, they may stand in any order, but each on one page.
        var plans = page["results"]!.AsArray().Concat(last["results"]!.AsArray()).Select(invoice => invoice!["plan"]!.GetValue<string>());
        Assert.Equal(["basic", "pro", "studio"], plans.Order());

        var stranger = await new FigureForgeClient(server).SignInAsync();
        Assert.Equal(0, (await stranger.GetAsync("/subscriptions/history/")).Json!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_card_is_changed_and_one_that_is_declined_is_refused()
    {
        var user = await _someone.SignInAsync();
        var changed = await user.PostAsync("/subscriptions/payment-method/", new JsonObject { ["payment_method_id"] = "pm_card_mastercard" });
        Assert.Equal("4444", changed.Json!["payment_method"]!["last4"]!.GetValue<string>());
        FigureForgeClient.Refused(
            await user.PostAsync("/subscriptions/payment-method/", new JsonObject { ["payment_method_id"] = "pm_card_chargeDeclined" }),
            400,
            "INVALID_REQUEST");
    }

    [Fact]
    public async Task The_health_of_the_webhook_tells_what_came_last_and_how_long_ago()
    {
        var webhook = new Webhook(server, "/figureforge/api/webhooks/stripe/");
        Assert.Equal(HttpStatusCode.OK, await webhook.TellAsync(webhook.Event("payout.paid", new() { ["id"] = "po_1" })));
        var health = (await new ApiClient(server.CreateClient(), FigureForgeClient.Base).GetAsync("/webhooks/health/")).Json!;
        Assert.Equal("healthy", health["status"]!.GetValue<string>());
        Assert.NotNull(health["last_event"]);
        Assert.InRange(health["last_event_age_seconds"]!.GetValue<int>(), 0, 600);
    }

    private async Task BuyAsync(ApiClient user, string path, JsonObject body)
    {
        using var paid = await Checkouts.PayAsync(Checkouts.Client(server), Checkouts.AddressIn(await user.PostAsync(path, body)));
        Assert.Equal(HttpStatusCode.Redirect, paid.StatusCode);
    }
}
