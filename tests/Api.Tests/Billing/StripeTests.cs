using System.Net;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Api.Tests.Billing;

/// <summary>Against a real HTTP server that answers as Stripe does.</summary>
public sealed class StripeTests(StripedServer server) : IClassFixture<StripedServer>, IAsyncLifetime
{
    private readonly Webhook _webhook = new(server);
    private NeuroTamagotchiClient _user = null!;

    public async Task InitializeAsync() => _user = await server.SignUpAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_checkout_carries_what_is_needed_to_know_its_buyer_again()
    {
        var answer = await _user.CheckoutAsync("pro");
        Assert.StartsWith("https://checkout.stripe.com/", answer.Text("checkout_url"));
        var session = server.Stripe[answer.Text("session_id")];
        Assert.Equal((_user.UserId, "subscription", "999"), (Text(session, "client_reference_id"), Text(session, "mode"), Text(session, "unit_amount")));
        foreach (var place in new[] { "metadata", "subscription_metadata" })
            Assert.Equal((_user.UserId, "pro"), (Text(session[place]!, "owner_id"), Text(session[place]!, "plan")));
        Assert.Equal(_user.Email, Text(server.Stripe[Text(session, "customer")], "email"));
        Assert.Equal("price_of_ultimate", Text(server.Stripe[(await _user.CheckoutAsync("ultimate")).Text("session_id")], "price"));
    }

    [Fact]
    public async Task What_was_lost_refused_or_broken_on_the_way_is_asked_again_and_made_once()
    {
        var (customers, sessions) = (server.Stripe.Count("customer"), server.Stripe.Count("checkout.session"));
        server.Stripe.Then(
            // The customer, and then the checkout.
            StripeServer.Breaks, StripeServer.BreaksAfterwards, StripeServer.Passes,
            StripeServer.BreaksAfterwards, StripeServer.Refuses(500), StripeServer.Passes);
        Assert.Equal(HttpStatusCode.OK, (await _user.CheckoutAsync("pro")).Status);
        server.Stripe.Then(StripeServer.Refuses(429), StripeServer.Refuses(409), StripeServer.Passes);
        Assert.Equal(HttpStatusCode.OK, (await _user.CheckoutAsync("pro")).Status);
        Assert.Equal((customers + 1, sessions + 2), (server.Stripe.Count("customer"), server.Stripe.Count("checkout.session")));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_asked_again()
    {
        var never = new TaskCompletionSource();
        var sessions = server.Stripe.Count("checkout.session");
        server.Stripe.Then(StripeServer.WaitsFor(never.Task));
        Assert.Equal(HttpStatusCode.OK, (await _user.CheckoutAsync("pro")).Status);
        Assert.Equal(sessions + 1, server.Stripe.Count("checkout.session"));
    }

    [Fact]
    public async Task A_service_that_fails_is_said_so_in_the_products_envelope_and_the_next_try_succeeds()
    {
        server.Stripe.Then(StripeServer.Refuses(500, shouldRetry: false));
        var refused = (await _user.CheckoutAsync("pro")).IsError(503, "PAYMENTS_UNAVAILABLE");
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await _user.CheckoutAsync("pro")).Status);
    }

    [Fact]
    public async Task The_same_request_opens_one_checkout_also_at_once()
    {
        var key = Guid.NewGuid().ToString();
        var body = new JsonObject { ["plan_id"] = "pro" };
        var sessions = server.Stripe.Count("checkout.session");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _user.PostAsync("/payments/checkout", body.DeepClone(), key)));
        Assert.Single(answers.Select(answer => answer.Text("session_id")).Distinct());
        Assert.Equal(sessions + 1, server.Stripe.Count("checkout.session"));
    }

    [Fact]
    public async Task What_Stripe_says_now_counts_and_not_what_an_event_tells()
    {
        var (subscription, _) = await BuyAsync("pro");
        var stale = server.Stripe[subscription];
        stale["status"] = "canceled";
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(_webhook.Event("customer.subscription.updated", stale)));
        Assert.Equal(("pro", "active"), await PlanAsync());
    }

    [Fact]
    public async Task An_event_that_comes_while_Stripe_is_down_is_not_taken_and_counts_when_it_comes_again()
    {
        var (subscription, _) = Pay(await _user.CheckoutAsync("pro"));
        var told = _webhook.Event("customer.subscription.created", server.Stripe[subscription]);
        server.Stripe.Then(StripeServer.Refuses(500, shouldRetry: false));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await _webhook.TellAsync(told));
        Assert.Equal("free", (await PlanAsync()).Plan);

        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(told));
        Assert.Equal("pro", (await PlanAsync()).Plan);
    }

    [Fact]
    public async Task What_waited_for_a_checkout_that_failed_halfway_is_carried_out_when_the_checkout_comes_again()
    {
        var checkout = await _user.CheckoutAsync("pro");
        var (subscription, _) = Pay(checkout);
        // Of another customer, so that only the subscription leads to its account, and unknown at Stripe, so that nobody looks it up.
        var parked = _webhook.Invoice($"in_parked_{subscription}", subscription, owner: null, "pro");
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(_webhook.Event("invoice.payment_succeeded", parked)));

        var completed = _webhook.Event("checkout.session.completed", server.Stripe[checkout.Text("session_id")]);
        // The subscription, the invoices, and then the subscription again for what has waited.
        server.Stripe.Then(StripeServer.Passes, StripeServer.Passes, StripeServer.Refuses(500, shouldRetry: false));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await _webhook.TellAsync(completed));
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(completed));
        Assert.Equal(2, (await _user.GetAsync("/payments/history")).Json!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_invoice_of_which_nothing_was_heard_is_found_when_the_checkout_is_done()
    {
        var answer = await _user.CheckoutAsync("pro");
        Pay(answer);
        await _webhook.TellAsync(_webhook.Event("checkout.session.completed", server.Stripe[answer.Text("session_id")]));
        Assert.Equal(1, (await _user.GetAsync("/payments/history")).Json!["total"]!.GetValue<int>());
        Assert.Equal(("pro", "active"), await PlanAsync());
    }

    [Fact]
    public async Task A_price_that_was_changed_at_Stripe_changes_the_plan()
    {
        var (subscription, _) = await BuyAsync("pro");
        var changed = server.Stripe.Change(subscription, one => one["items"]!["data"]![0]!["price"]!["id"] = "price_of_ultimate");
        await _webhook.TellAsync(_webhook.Event("customer.subscription.updated", changed));
        Assert.Equal(("ultimate", "active"), await PlanAsync());
    }

    [Fact]
    public async Task Cancelling_and_taking_back_are_Stripes_doing()
    {
        var (subscription, _) = await BuyAsync("pro");
        Assert.True((await _user.PostAsync("/payments/subscription/cancel", null)).Json!["cancel_at_period_end"]!.GetValue<bool>());
        Assert.True(server.Stripe[subscription]["cancel_at_period_end"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.OK, (await _user.PostAsync("/payments/subscription/reactivate", null)).Status);
        Assert.False(server.Stripe[subscription]["cancel_at_period_end"]!.GetValue<bool>());

        // It ends, and nobody has told us yet.
        server.Stripe.Change(subscription, one => one["status"] = "canceled");
        (await _user.PostAsync("/payments/subscription/cancel", null)).IsError(404);
    }

    [Fact]
    public async Task Another_checkout_is_for_another_plan_and_ends_the_first_with_its_period()
    {
        var (first, _) = await BuyAsync("pro");
        await BuyAsync("ultimate");
        Assert.Equal(("ultimate", "active"), await PlanAsync());
        Assert.True(server.Stripe[first]["cancel_at_period_end"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_account_that_goes_takes_its_customer_along()
    {
        var (subscription, _) = await BuyAsync("pro");
        var customer = Text(server.Stripe[subscription], "customer");
        await _user.SendAsync(HttpMethod.Delete, "/auth/me", """{"confirm": true}""");
        Assert.Equal("canceled", Text(server.Stripe[subscription], "status"));
        Assert.Contains(server.Stripe.Requests, request => request == ("DELETE", $"/v1/customers/{customer}", null) || (request.Method == "DELETE" && request.Path.EndsWith(customer)));
    }

    [Fact]
    public async Task No_text_of_Stripes_reaches_a_user_and_every_change_had_a_key()
    {
        server.Stripe.Then(StripeServer.Refuses(400, shouldRetry: false));
        Assert.DoesNotContain("Said by a test", (await _user.CheckoutAsync("pro")).Body);
        Assert.All(server.Stripe.Requests.Where(request => request.Method == "POST"), request => Assert.InRange(request.Key!.Length, 1, 255));
    }

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();

    private async Task<(string Plan, string Status)> PlanAsync()
    {
        var subscription = await _user.SubscriptionAsync();
        return (subscription.Text("plan_id"), subscription.Text("status"));
    }

    private (string Subscription, string Invoice) Pay(Answer checkout) => server.Stripe.Pay(checkout.Text("session_id"), DateTimeOffset.UtcNow);

    private async Task<(string Subscription, string Invoice)> BuyAsync(string plan)
    {
        var checkout = await _user.CheckoutAsync(plan);
        var bought = Pay(checkout);
        await _webhook.TellAsync(_webhook.Event("checkout.session.completed", server.Stripe[checkout.Text("session_id")]));
        await _webhook.TellAsync(_webhook.Event("invoice.payment_succeeded", server.Stripe[bought.Invoice]));
        return bought;
    }
}
