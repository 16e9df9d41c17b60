namespace Platform.Api.Tests.MascotForge;

public sealed class PlanBudgetTests(RequestBudgetTests.LimitedServer server) : IClassFixture<RequestBudgetTests.LimitedServer>
{
    [Fact]
    public async Task Ten_requests_a_minute_become_sixty_with_the_plan()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        Assert.Equal("10", Limit(await user.GetAsync("/users/me")));
        await user.BuyAsync("creator");
        Assert.Equal("60", Limit(await user.GetAsync("/users/me")));
    }

    private static string Limit(Answer answer) => Assert.Single(answer.Headers.GetValues("X-RateLimit-Limit"));
}
