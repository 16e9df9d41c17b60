using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class BillingTests(PlatformServer server)
{
    [Fact]
    public async Task Before_anything_was_bought_there_is_the_free_plan_for_the_calendar_month()
    {
        var subscription = (await (await MascotForgeClient.SignUpAsync(server)).GetAsync("/billing/subscription")).Json!;

        Assert.Equal(
            ["plan", "status", "currentPeriodStart", "currentPeriodEnd", "cancelAtPeriodEnd", "stripeCustomerId", "stripeSubscriptionId"],
            subscription.AsObject().Select(field => field.Key));
        Assert.Equal(("free", "active", ""), (Text(subscription, "plan"), Text(subscription, "status"), Text(subscription, "stripeCustomerId")));
        Assert.Null(subscription["stripeSubscriptionId"]);
        var start = subscription["currentPeriodStart"]!.GetValue<DateTime>();
        Assert.Equal((1, start.AddMonths(1)), (start.Day, subscription["currentPeriodEnd"]!.GetValue<DateTime>()));
    }

    [Fact]
    public async Task Who_pays_has_the_plan_and_its_credits_and_comes_back_to_where_they_wanted()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        var checkout = await user.PostAsync("/billing/checkout", new JsonObject
        {
            ["plan"] = "creator",
            ["successUrl"] = "https://example.com/thanks?session={CHECKOUT_SESSION_ID}",
            ["cancelUrl"] = "https://example.com/pity",
        });
        Assert.Equal(HttpStatusCode.Created, checkout.Status);
        Assert.StartsWith("https://example.com/thanks?session=cs_test_", (await user.PayAsync(checkout)).ToString());

        var subscription = (await user.GetAsync("/billing/subscription")).Json!;
        Assert.Equal(("creator", "active"), (Text(subscription, "plan"), Text(subscription, "status")));
        Assert.StartsWith("cus_", Text(subscription, "stripeCustomerId"));
        Assert.StartsWith("sub_", Text(subscription, "stripeSubscriptionId"));
        var balance = (await user.GetAsync("/credits/balance")).Json!;
        Assert.Equal((530, 500, "creator"), (Number(balance, "balance"), Number(balance, "monthlyAllowance"), Text(balance, "plan")));
        var me = (await user.GetAsync("/users/me")).Json!;
        Assert.Equal(("creator", 530), (Text(me, "plan"), Number(me, "creditBalance")));
        var invoice = Assert.Single((await user.GetAsync("/billing/invoices")).Json!["data"]!.AsArray())!;
        Assert.Equal(("creator", 1900, "USD", "paid"), (Text(invoice, "plan"), Number(invoice, "amount"), Text(invoice, "currency"), Text(invoice, "status")));
        MascotForgeClient.Refused(
            await user.PostAsync("/billing/checkout", new JsonObject { ["plan"] = "creator" }), 400, "You already have the Creator plan.");
    }

    [Fact]
    public async Task Later_plugins_send_the_plan_alone_and_come_back_to_a_page_of_this_server()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        var checkout = await user.PostAsync("/billing/checkout", new JsonObject { ["plan"] = "studio" });
        var back = await user.PayAsync(checkout);

        Assert.EndsWith("/mascotforge/checkout/success", back.ToString());
        Assert.Equal(HttpStatusCode.OK, (await server.CreateClient().GetAsync(back)).StatusCode);
        Assert.Equal("studio", (await user.GetAsync("/billing/subscription")).Text("plan"));
    }

    [Fact]
    public async Task A_subscription_is_cancelled_and_taken_back()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        MascotForgeClient.Refused(await user.SendAsync(HttpMethod.Post, "/billing/cancel"), 404, "No active subscription");
        MascotForgeClient.Refused(await user.SendAsync(HttpMethod.Post, "/billing/reactivate"), 404, "No active subscription");
        await user.BuyAsync();
        MascotForgeClient.Refused(await user.SendAsync(HttpMethod.Post, "/billing/reactivate"), 400, "Subscription is not scheduled for cancellation");

        var cancelled = await user.SendAsync(HttpMethod.Post, "/billing/cancel");
        Assert.Equal((HttpStatusCode.Created, true, "creator"), (cancelled.Status, Cancels(cancelled), cancelled.Text("plan")));
        var back = await user.SendAsync(HttpMethod.Post, "/billing/reactivate");
        Assert.Equal((HttpStatusCode.Created, false, "creator"), (back.Status, Cancels(back), back.Text("plan")));
        var portal = await user.SendAsync(HttpMethod.Post, "/billing/portal");
        Assert.Equal(HttpStatusCode.Created, portal.Status);
        Assert.Equal(HttpStatusCode.OK, (await server.CreateClient().GetAsync(portal.Text("url"))).StatusCode);
    }

    [Fact]
    public async Task Plans_are_public()
    {
        var plans = (await new ApiClient(server.CreateClient(), MascotForgeClient.Base).GetAsync("/billing/plans")).Json!.AsArray();
        Assert.Equal(["free", "creator", "studio", "agency"], plans.Select(plan => Text(plan!, "id")));
        Assert.Equal([30, 500, 2000, 10000], plans.Select(plan => Number(plan!, "credits")));
        Assert.Equal(("$19.00/month", 1900), (Text(plans[1]!, "priceLabel"), Number(plans[1]!, "amountCents")));
    }

    [Fact]
    public async Task What_is_no_event_of_the_payment_service_changes_nothing()
    {
        using var client = server.CreateClient();
        foreach (var signature in (string?[])[null, "t=1,v1=00"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{MascotForgeClient.Base}/billing/webhook")
            {
                Content = new StringContent("""{"id":"evt_1","type":"invoice.paid","data":{"object":{}}}"""),
            };
            if (signature is not null) request.Headers.Add("Stripe-Signature", signature);
            Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("""{"plan":"free"}""")]
    [InlineData("""{"plan":"basic"}""")]
    [InlineData("{}")]
    [InlineData("""{"plan":"creator","successUrl":"javascript:alert(1)"}""")]
    public async Task What_can_not_be_bought_is_refused(string body) =>
        MascotForgeClient.Refused(await (await MascotForgeClient.SignUpAsync(server)).SendAsync(HttpMethod.Post, "/billing/checkout", body), 400);

    [Fact]
    public async Task A_workspace_has_what_its_owner_buys_for_it_and_nothing_for_nothing()
    {
        var (owner, admin, member) = (await SignUpAsync(), await SignUpAsync(), await SignUpAsync());
        var workspace = await owner.CreateWorkspaceAsync();
        await owner.AddAsync(workspace, admin, "admin");
        await owner.AddAsync(workspace, member);
        var query = $"?workspaceId={workspace}";
        var body = new JsonObject { ["plan"] = "studio", ["workspaceId"] = workspace };
        var before = (await member.GetAsync($"/credits/balance{query}")).Json!;
        Assert.Equal((0, 0, "free"), (Number(before, "balance"), Number(before, "monthlyAllowance"), Text(before, "plan")));

        foreach (var other in (MascotForgeClient[])[admin, member])
        {
            MascotForgeClient.Refused(await other.PostAsync("/billing/checkout", body.DeepClone()), 403);
            foreach (var path in (string[])["portal", "cancel", "reactivate"])
                MascotForgeClient.Refused(await other.PostAsync($"/billing/{path}", new JsonObject { ["workspaceId"] = workspace }), 403);
        }

        await owner.BuyAsync("studio", workspace);
        var after = (await member.GetAsync($"/credits/balance{query}")).Json!;
        Assert.Equal((2000, 2000, "studio"), (Number(after, "balance"), Number(after, "monthlyAllowance"), Text(after, "plan")));
        Assert.Equal("studio", (await admin.GetAsync($"/billing/subscription{query}")).Text("plan"));
        Assert.Single((await admin.GetAsync($"/billing/invoices{query}")).Json!["data"]!.AsArray());
        MascotForgeClient.Refused(await member.GetAsync($"/billing/subscription{query}"), 403);
        MascotForgeClient.Refused(await member.GetAsync($"/billing/invoices{query}"), 403);
        // Nothing of it is the owner's own.
        Assert.Equal("free", (await owner.GetAsync("/billing/subscription")).Text("plan"));
        Assert.Equal(30, Number((await owner.GetAsync("/credits/balance")).Json!, "balance"));
        Assert.Equal(2000, Number((await member.GetAsync("/workspaces")).Json!["data"]![0]!, "creditBalance"));
    }

    private Task<MascotForgeClient> SignUpAsync() => MascotForgeClient.SignUpAsync(server);

    private static bool Cancels(Answer answer) => answer.Json!["cancelAtPeriodEnd"]!.GetValue<bool>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static long Number(JsonNode node, string name) => node[name]!.GetValue<long>();
}
