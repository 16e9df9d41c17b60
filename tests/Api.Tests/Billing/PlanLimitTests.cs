using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Api.Tests.Billing;

/// <summary>What a plan promises holds, and changes with the plan at once.</summary>
public sealed class PlanLimitTests(PlanLimitTests.LimitedServer server) : IClassFixture<PlanLimitTests.LimitedServer>
{
    [Fact]
    public async Task The_free_plan_has_one_companion_and_pro_three()
    {
        var user = await server.SignUpAsync();
        await user.CreateCharacterAsync();
        (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna())).IsError(403, "LIMIT_REACHED");

        await user.SubscribeAsync("pro");
        await user.CreateCharacterAsync();
        var raced = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => user.PostAsync("/characters", NeuroTamagotchiClient.Luna())));
        Assert.Single(raced, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(3, (await user.GetAsync("/characters")).Json!.AsArray().Count);
    }

    [Fact]
    public async Task The_request_budget_is_the_plans()
    {
        var user = await server.SignUpAsync();
        Assert.Equal("100", Budget(await user.GetAsync("/auth/me")));
        await user.SubscribeAsync("pro");
        var answer = await user.GetAsync("/auth/me");
        Assert.Equal("1000", Budget(answer));
        // What was asked before is not forgotten.
        Assert.True(int.Parse(Assert.Single(answer.Headers.GetValues("X-RateLimit-Remaining"))) < 999);

        static string Budget(Answer answer) => Assert.Single(answer.Headers.GetValues("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task After_a_hundred_messages_a_day_a_free_account_waits_for_tomorrow_or_buys_a_plan()
    {
        // In the middle of a day, whenever this runs.
        var now = server.Clock.GetUtcNow();
        server.Clock.Advance(now.Date.AddDays(1.5) - now.UtcDateTime);
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        // What is no message, or comes to nothing, counts for nothing.
        (await user.SayAsync(luna, "")).IsError(422);
        (await user.SayAsync(Guid.NewGuid().ToString(), "Hello")).IsError(404);
        var key = Guid.NewGuid().ToString();
        for (var i = 0; i < 3; i++) await user.PostAsync($"/chat/{luna}/send", new JsonObject { ["content"] = "Hello" }, key);
        for (var i = 1; i < 100; i++)
        {
            // Minutes pass, so that no request budget is in the way.
            if (i % 50 == 0) server.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(luna, $"Message {i}")).Status);
        }

        var refused = (await user.SayAsync(luna, "One more")).IsError(429, "MESSAGE_LIMIT_REACHED");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.Equal(200, (await user.GetAsync($"/chat/{luna}/history")).Json!["total"]!.GetValue<int>());

        server.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(luna, "Good morning")).Status);
    }

    public sealed class LimitedServer : PlatformServer
    {
        public LaterClock Clock { get; } = new();

        protected override bool RateLimiting => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}
