using System.Net;

namespace Platform.Api.Tests.Billing;

public sealed class PlanAfterRestartTests
{
    [Fact]
    public async Task A_plan_that_was_bought_counts_after_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("platform-plan-").FullName;
        try
        {
            string token;
            await using (var first = PlatformServer.On(directory))
            {
                first.StartServer();
                token = (await (await first.SignUpAsync()).SubscribeAsync("pro")).Token;
            }

            await using var second = PlatformServer.On(directory);
            second.StartServer();
            var user = new NeuroTamagotchiClient(second.CreateClient()) { Token = token };
            // Nothing of billing has been woken: the limit alone has to know.
            for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna())).Status);
            (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna())).IsError(403, "LIMIT_REACHED");
            Assert.Equal("pro", (await user.SubscriptionAsync()).Text("plan_id"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
