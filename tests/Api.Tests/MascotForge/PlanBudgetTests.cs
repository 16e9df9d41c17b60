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

    [Fact]
    public async Task A_plugin_that_looks_every_five_seconds_is_never_refused()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        var ordered = await user.PostAsync($"/mascots/{await user.MakeMascotAsync()}/animations", new System.Text.Json.Nodes.JsonObject { ["action"] = "idle", ["resolution"] = 128 });
        for (var i = 0; i < 24; i++)
        {
            var status = await user.GetAsync($"/animations/{ordered.Text("id")}/status");
            Assert.Equal((System.Net.HttpStatusCode.OK, "60"), (status.Status, Limit(status)));
        }

        // What it has looked at costs nothing of the rest.
        Assert.Equal("10", Limit(await user.GetAsync("/users/me")));
    }

    private static string Limit(Answer answer) => Assert.Single(answer.Headers.GetValues("X-RateLimit-Limit"));
}
