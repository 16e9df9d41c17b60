using System.Net;

namespace Platform.Api.Tests;

public sealed class RequestBudgetTests(RequestBudgetTests.LimitedServer server) : IClassFixture<RequestBudgetTests.LimitedServer>
{
    [Fact]
    public async Task The_hundred_and_first_request_of_a_minute_is_refused_and_says_when_to_come_back()
    {
        var user = await server.SignUpAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(_ => user.GetAsync("/auth/me")));

        Assert.Equal(100, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers, answer => Assert.Equal("100", Assert.Single(answer.Headers.GetValues("X-RateLimit-Limit"))));
        Assert.Equal(100, answers.Select(answer => Assert.Single(answer.Headers.GetValues("X-RateLimit-Remaining"))).Distinct().Count());
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer =>
        {
            answer.IsError(429, "RATE_LIMITED");
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        });
        Assert.Equal(HttpStatusCode.OK, (await (await server.SignUpAsync()).GetAsync("/auth/me")).Status);
    }

    public sealed class LimitedServer : PlatformServer
    {
        protected override bool RateLimiting => true;
    }
}
