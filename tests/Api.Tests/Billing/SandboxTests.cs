using System.Net;
using Microsoft.AspNetCore.Hosting;
using Platform.Testing;

namespace Platform.Api.Tests.Billing;

/// <summary>A subscription's life in the sandbox: months pass in a second, and each one is told through the door.</summary>
public sealed class SandboxTests(SandboxTests.YearsServer server) : IClassFixture<SandboxTests.YearsServer>
{
    /// <summary>A server whose keys stay: where months pass in a second, nobody hears of a new one while it is published ahead.</summary>
    public sealed class YearsServer : FakeClockServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("SigningKeys:RotateAfter", "3650.00:00:00");
        }
    }

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_paid_checkout_gives_the_plan_and_each_month_renews_it()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro");
        var bought = await user.SubscriptionAsync();
        Assert.Equal(("pro", "active"), (bought.Text("plan_id"), bought.Text("status")));
        Assert.Equal(server.Clock.GetUtcNow().AddMonths(1), bought.Json!["current_period_end"]!.GetValue<DateTimeOffset>(), TimeSpan.FromSeconds(1));

        user = await PassAsync(user, TimeSpan.FromDays(63), async user => await PaidAsync(user) == 3);
        Assert.Equal("pro", (await user.SubscriptionAsync()).Text("plan_id"));
    }

    [Fact]
    public async Task A_cancelled_subscription_counts_to_the_end_of_its_period_and_no_longer()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro");
        Assert.True((await user.PostAsync("/payments/subscription/cancel", null)).Json!["cancel_at_period_end"]!.GetValue<bool>());
        Assert.Equal("pro", (await user.SubscriptionAsync()).Text("plan_id"));

        user = await PassAsync(user, TimeSpan.FromDays(40), async user => (await user.SubscriptionAsync()).Text("status") == "canceled");
        Assert.Equal("free", (await user.SubscriptionAsync()).Text("plan_id"));
        Assert.Equal(1, await PaidAsync(user));
        (await user.PostAsync("/payments/subscription/reactivate", null)).IsError(404);
        (await user.PostAsync("/payments/subscription/cancel", null)).IsError(404);
    }

    [Fact]
    public async Task A_cancellation_that_is_taken_back_was_never_there()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro");
        (await user.PostAsync("/payments/subscription/reactivate", null)).IsError(400, "NOT_POSSIBLE_NOW");
        await user.PostAsync("/payments/subscription/cancel", null);
        Assert.False((await user.PostAsync("/payments/subscription/reactivate", null)).Json!["cancel_at_period_end"]!.GetValue<bool>());

        user = await PassAsync(user, TimeSpan.FromDays(40), async user => await PaidAsync(user) == 2);
        Assert.Equal("pro", (await user.SubscriptionAsync()).Text("plan_id"));
    }

    [Fact]
    public async Task A_card_that_pays_once_makes_the_subscription_past_due_and_in_the_end_it_is_gone()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro", "PaysOnce");
        user = await PassAsync(user, TimeSpan.FromDays(32), async user => (await user.SubscriptionAsync()).Text("status") == "past_due");
        Assert.Equal("pro", (await user.SubscriptionAsync()).Text("plan_id"));

        user = await PassAsync(user, TimeSpan.FromDays(10), async user => (await user.SubscriptionAsync()).Text("status") == "canceled");
        Assert.Equal("free", (await user.SubscriptionAsync()).Text("plan_id"));
        Assert.Equal(1, await PaidAsync(user));
    }

    [Theory]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    [InlineData(true, true, 0)]
    [InlineData(true, true, 600)]
    public async Task However_the_mail_goes_the_plan_is_there_and_every_invoice_is_there_once(bool twice, bool reversed, int delay)
    {
        List<(string, string)> mail = [("delay", $"{delay}")];
        if (twice) mail.Add(("twice", "on"));
        if (reversed) mail.Add(("reversed", "on"));
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro", "Pays", [.. mail]);
        if (delay > 0) Assert.Equal("free", (await user.SubscriptionAsync()).Text("plan_id"));

        user = await PassAsync(user, TimeSpan.FromDays(32), async user => await PaidAsync(user) == 2);
        Assert.Equal(("pro", "active"), ((await user.SubscriptionAsync()).Text("plan_id"), (await user.SubscriptionAsync()).Text("status")));
    }

    [Fact]
    public async Task A_larger_plan_takes_the_place_of_a_smaller_one_which_is_not_paid_again()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro");
        (await user.CheckoutAsync("pro")).IsError(400, "NOT_POSSIBLE_NOW");
        await user.SubscribeAsync("ultimate");
        Assert.Equal("ultimate", (await user.SubscriptionAsync()).Text("plan_id"));

        // Pro, ultimate, and ultimate again.
        user = await PassAsync(user, TimeSpan.FromDays(40), async user => await PaidAsync(user) >= 3);
        Assert.Equal(3, await PaidAsync(user));
        Assert.Equal("ultimate", (await user.SubscriptionAsync()).Text("plan_id"));
    }

    [Fact]
    public async Task The_pages_show_what_is_bought_and_a_declined_card_buys_nothing()
    {
        var user = await server.SignUpAsync();
        var page = Checkouts.AddressIn(await user.CheckoutAsync("pro"));
        var http = Checkouts.Client(server);
        var shown = await http.GetStringAsync(page);
        Assert.Contains("Subscribe to Pro", shown);
        Assert.Contains("$9.99", shown);

        using (var declined = await Checkouts.PayAsync(http, page, "Declined"))
        {
            Assert.Equal(HttpStatusCode.PaymentRequired, declined.StatusCode);
            Assert.Contains("declined", await declined.Content.ReadAsStringAsync());
        }

        Assert.Equal("free", (await user.SubscriptionAsync()).Text("plan_id"));
        var paid = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Checkouts.PayAsync(http, page)));
        Assert.All(paid, answer => Assert.EndsWith("/checkout/success", answer.Headers.Location!.AbsolutePath));
        Assert.Equal(1, await PaidAsync(user));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{page}x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/sandbox/checkout/cs_test_1")).StatusCode);
    }

    [Fact]
    public async Task The_portal_cancels_takes_back_renews_and_changes_the_card()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro");
        var subscription = (await user.SubscriptionAsync()).Text("id");
        var portal = new Uri((await user.PostAsync("/payments/portal", null)).Text("portal_url"));
        var http = Checkouts.Client(server);
        Assert.Contains("Pro", await http.GetStringAsync(portal));

        await WishAsync("Cancel");
        Assert.True((await user.SubscriptionAsync()).Json!["cancel_at_period_end"]!.GetValue<bool>());
        await WishAsync("Reactivate");
        Assert.False((await user.SubscriptionAsync()).Json!["cancel_at_period_end"]!.GetValue<bool>());
        await WishAsync("Renew");
        Assert.Equal(2, await PaidAsync(user));
        await WishAsync("ChangeCard", "PaysOnce");
        await WishAsync("Renew", "PaysOnce");
        Assert.Equal("past_due", (await user.SubscriptionAsync()).Text("status"));
        await WishAsync("ChangeCard");
        Assert.Equal("active", (await user.SubscriptionAsync()).Text("status"));
        Assert.Equal(3, await PaidAsync(user));

        async Task WishAsync(string action, string card = "Pays")
        {
            using var done = await Checkouts.SubmitAsync(http, portal, ("action", action), ("subscription", subscription), ("card", card));
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_leaves_is_not_paid_for_any_more()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync("pro");
        var portal = new Uri((await user.PostAsync("/payments/portal", null)).Text("portal_url"));
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Delete, "/auth/me", """{"confirm": true}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Checkouts.Client(server).GetAsync(portal)).StatusCode);
    }

    /// <summary>Lets time pass, and signs in again, because sessions end; then it is so.</summary>
    private async Task<NeuroTamagotchiClient> PassAsync(NeuroTamagotchiClient user, TimeSpan time, Func<NeuroTamagotchiClient, Task<bool>> isSo)
    {
        server.Clock.Advance(time);
        user = await user.SignInAgainAsync();
        // A reminder is looked after in minutes of its own.
        await Poll.UntilAsync(
            async () =>
            {
                if (await isSo(user)) return true;
                server.Clock.Advance(TimeSpan.FromMinutes(1));
                return false;
            },
            Limit);
        return user;
    }

    private static async Task<int> PaidAsync(NeuroTamagotchiClient user) =>
        (await user.GetAsync("/payments/history")).Json!["items"]!.AsArray().Count(invoice => invoice!["status"]!.GetValue<string>() == "paid");
}
