using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests;

/// <summary>Each test has a product, and so a budget, of its own: they all come from one address.</summary>
public sealed class AddressLimitTests(RequestBudgetTests.LimitedServer server) : IClassFixture<RequestBudgetTests.LimitedServer>
{
    [Fact]
    public async Task The_thirty_first_login_of_a_minute_is_refused_unless_the_email_is_locked()
    {
        var demi = new ApiClient(server.CreateClient(), "/demi/api/v1");
        var locked = Login("locked@example.com", "wrong password");
        for (var i = 0; i < 5; i++) (await demi.PostAsync("/auth/login", locked)).IsError(401, "invalid_credentials");
        (await demi.PostAsync("/auth/login", locked)).IsError(403, "account_locked");
        var others = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => demi.PostAsync("/auth/login", Login($"{i}@example.com", "wrong"))));

        Assert.Equal(24, others.Count(answer => answer.Status == HttpStatusCode.Unauthorized));
        Assert.All(others.Where(answer => answer.Status != HttpStatusCode.Unauthorized), answer =>
        {
            answer.IsError(429, "rate_limited");
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            Assert.Equal(["30", "0"], [Header(answer, "X-RateLimit-Limit"), Header(answer, "X-RateLimit-Remaining")]);
        });
        (await demi.PostAsync("/auth/login", locked)).IsError(403, "account_locked");
        Assert.Equal("100", Header(await demi.PostAsync("/auth/refresh", new JsonObject { ["refresh_token"] = "x" }), "X-RateLimit-Limit"));
    }

    [Fact]
    public async Task Whether_an_email_has_an_account_is_told_ten_times_a_minute()
    {
        var figureForge = new ApiClient(server.CreateClient(), "/figureforge/api");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            figureForge.PostAsync("/auth/magic-link/check-user/", new JsonObject { ["email"] = $"{i}@example.com" })));

        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Byteforge_takes_a_thousand_authentications_an_hour_and_a_hundred_requests_a_minute_of_a_user()
    {
        var byteForge = new ApiClient(server.CreateClient(), "/byteforge/api");
        var registered = await byteForge.PostAsync("/auth/register/", Login("limited@example.com", "password123"));
        var user = new ApiClient(server.CreateClient(), "/byteforge/api") { Token = registered.Json!["tokens"]!["access"]!.GetValue<string>() };

        Assert.Equal(["1000", "999"], [Header(registered, "X-RateLimit-Limit"), Header(registered, "X-RateLimit-Remaining")]);
        Assert.Equal("100", Header(await user.GetAsync("/auth/profile/"), "X-RateLimit-Limit"));
    }

    [Fact]
    public async Task A_hundred_polled_sessions_of_Socket_IO_begin_in_a_minute()
    {
        var http = server.CreateClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 110).Select(_ => http.GetAsync("/socket.io/?EIO=4&transport=polling")));

        Assert.Equal(100, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(10, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    private static JsonObject Login(string email, string password) => new() { ["email"] = email, ["password"] = password };

    private static string Header(Answer answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
