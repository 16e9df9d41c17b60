using System.Net;
using Stripe;

namespace Platform.Api.Tests.Billing;

/// <summary>What Stripe tells, true and false, through the door; nothing can be fetched of it here, so what is told has to do.</summary>
[Collection(nameof(PlatformServer))]
public sealed class WebhookTests(PlatformServer server) : IAsyncLifetime
{
    private readonly Webhook _webhook = new(server);
    private readonly string _subscription = $"sub_{Guid.NewGuid():N}";
    private NeuroTamagotchiClient _user = null!;

    public async Task InitializeAsync() => _user = await server.SignUpAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_forged_a_stale_and_a_truncated_event_change_nothing_and_get_400()
    {
        var body = _webhook.Event("customer.subscription.updated", _webhook.Subscription(_subscription, _user.UserId, "pro")).ToJsonString();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var right = EventUtility.GenerateSignatureHeader(body, PlatformServer.WebhookSecret, now);

        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync(body, secret: "whsec_of_a_stranger"));
        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync(body, at: now - 400));
        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync(body, at: now + 400));
        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync(body[..^10], right));
        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync(body.Replace("\"pro\"", "\"ultimate\""), right));
        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync(body, right.ToUpperInvariant()));
        foreach (var broken in new[] { "", "t=", "v1=", $"t={now}", "t=x,v1=y", $"t={now},v0={right[(right.IndexOf("v1=") + 3)..]}", "t=99999999999999999999,v1=00", ",,,=" })
            Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync(body, broken));
        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync("[]"));
        Assert.Equal(HttpStatusCode.BadRequest, await _webhook.SendAsync("{\"id\":\"evt_1\"}"));
        Assert.Equal("free", (await _user.SubscriptionAsync()).Text("plan_id"));
    }

    [Fact]
    public async Task Any_of_several_signatures_may_be_the_right_one()
    {
        var body = _webhook.Event("customer.subscription.updated", _webhook.Subscription(_subscription, _user.UserId, "pro")).ToJsonString();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var (wrong, right) = (
            EventUtility.GenerateSignatureHeader(body, "whsec_of_before", now), EventUtility.GenerateSignatureHeader(body, PlatformServer.WebhookSecret, now));

        Assert.Equal(HttpStatusCode.OK, await _webhook.SendAsync(body, $"{wrong},{right[(right.IndexOf(',') + 1)..]},v0=00"));
        Assert.Equal("pro", (await _user.SubscriptionAsync()).Text("plan_id"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_period_is_found_where_Stripe_has_it_now_and_where_it_had_it_before(bool oldShape)
    {
        var told = _webhook.Subscription(_subscription, _user.UserId, "pro", oldShape: oldShape);
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(_webhook.Event("customer.subscription.created", told)));

        var shown = (await _user.SubscriptionAsync()).Json!;
        var end = DateTimeOffset.UtcNow.AddMonths(1);
        Assert.InRange(shown["current_period_end"]!.GetValue<DateTimeOffset>(), end.AddMinutes(-2), end.AddMinutes(2));
    }

    [Fact]
    public async Task An_older_event_does_not_undo_a_newer_one_and_an_end_is_final()
    {
        await TellAsync("customer.subscription.updated", "ultimate", "active", secondsAgo: 10);
        await TellAsync("customer.subscription.updated", "pro", "active", secondsAgo: 60);
        Assert.Equal("ultimate", (await _user.SubscriptionAsync()).Text("plan_id"));

        await TellAsync("customer.subscription.deleted", "ultimate", "canceled", secondsAgo: 5);
        await TellAsync("customer.subscription.updated", "ultimate", "active", secondsAgo: 0);
        var ended = await _user.SubscriptionAsync();
        Assert.Equal(("free", "canceled"), (ended.Text("plan_id"), ended.Text("status")));
    }

    [Theory]
    [InlineData("trialing", "pro", "active")]
    [InlineData("active", "pro", "active")]
    [InlineData("past_due", "pro", "past_due")]
    [InlineData("unpaid", "free", "past_due")]
    [InlineData("paused", "free", "past_due")]
    [InlineData("incomplete", "free", "active")]
    [InlineData("canceled", "free", "canceled")]
    [InlineData("incomplete_expired", "free", "canceled")]
    public async Task Each_of_Stripes_words_has_its_meaning(string status, string plan, string word)
    {
        await TellAsync("customer.subscription.updated", "pro", status);
        var shown = await _user.SubscriptionAsync();
        Assert.Equal((plan, word), (shown.Text("plan_id"), shown.Text("status")));
    }

    [Fact]
    public async Task A_completed_checkout_is_no_payment()
    {
        await _webhook.TellAsync(_webhook.Event("checkout.session.completed", Webhook.Checkout(_subscription, _user.UserId, "pro", "unpaid")));
        Assert.Equal("free", (await _user.SubscriptionAsync()).Text("plan_id"));

        await _webhook.TellAsync(_webhook.Event("checkout.session.completed", Webhook.Checkout(_subscription, _user.UserId, "pro")));
        Assert.Equal("pro", (await _user.SubscriptionAsync()).Text("plan_id"));
    }

    [Fact]
    public async Task What_comes_before_it_is_known_whose_it_is_waits_for_the_checkout()
    {
        var invoice = _webhook.Event("invoice.payment_succeeded", _webhook.Invoice($"in_{_subscription}", _subscription, owner: null, "pro"));
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(invoice));
        Assert.Empty(await InvoicesAsync());

        await _webhook.TellAsync(_webhook.Event("checkout.session.completed", Webhook.Checkout(_subscription, _user.UserId, "pro")));
        Assert.Equal(["paid"], await InvoicesAsync());
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(invoice));
        Assert.Equal(["paid"], await InvoicesAsync());
    }

    [Fact]
    public async Task A_failed_payment_is_shown_until_it_is_paid_and_never_after()
    {
        var id = $"in_{_subscription}";
        Task TellInvoiceAsync(string type, bool isPaid) =>
            _webhook.TellAsync(_webhook.Event(type, _webhook.Invoice(id, _subscription, _user.UserId, "pro", isPaid)));

        await TellInvoiceAsync("invoice.payment_failed", isPaid: false);
        Assert.Equal(["failed"], await InvoicesAsync());
        await TellInvoiceAsync("invoice.payment_succeeded", isPaid: true);
        await TellInvoiceAsync("invoice.payment_failed", isPaid: false);
        Assert.Equal(["paid"], await InvoicesAsync());
    }

    [Fact]
    public async Task A_repeated_event_and_one_that_nobody_knows_change_nothing_and_get_200()
    {
        var told = _webhook.Event("customer.subscription.updated", _webhook.Subscription(_subscription, _user.UserId, "pro"));
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _webhook.TellAsync(told))), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(_webhook.Event("radar.early_fraud_warning.created", new() { ["id"] = "issfr_1" })));
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(_webhook.Event("customer.subscription.updated", new() { ["id"] = _subscription })));
        Assert.Equal("pro", (await _user.SubscriptionAsync()).Text("plan_id"));
    }

    [Fact]
    public async Task What_belongs_to_nobody_here_or_to_somebody_who_has_gone_is_taken_and_forgotten()
    {
        await TellAsync("customer.subscription.updated", "pro", "active");
        await _user.SendAsync(HttpMethod.Delete, "/auth/me", """{"confirm": true}""");
        Assert.Equal(HttpStatusCode.OK, await TellAsync("customer.subscription.updated", "ultimate", "active"));
        Assert.Equal(HttpStatusCode.OK, await _webhook.TellAsync(
            _webhook.Event("customer.subscription.updated", _webhook.Subscription($"{_subscription}2", Guid.NewGuid().ToString(), "pro"))));
    }

    private Task<HttpStatusCode> TellAsync(string type, string plan, string status, int secondsAgo = 0) =>
        _webhook.TellAsync(_webhook.Event(type, _webhook.Subscription(_subscription, _user.UserId, plan, status), secondsAgo));

    private async Task<IReadOnlyList<string>> InvoicesAsync() =>
        [.. (await _user.GetAsync("/payments/history")).Json!["items"]!.AsArray().Select(invoice => invoice!["status"]!.GetValue<string>())];
}
