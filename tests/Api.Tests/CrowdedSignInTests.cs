using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;

namespace Platform.Api.Tests;

public sealed class CrowdedSignInTests(CrowdedSignInTests.SlowHashingServer server) : IClassFixture<CrowdedSignInTests.SlowHashingServer>
{
    [Fact]
    public async Task A_sign_in_that_would_wait_too_long_is_refused_in_the_envelope_and_told_to_come_back()
    {
        var user = await server.SignUpAsync();
        var login = new JsonObject { ["email"] = user.Email, ["password"] = "password123" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ =>
            new NeuroTamagotchiClient(server.CreateClient()).PostAsync("/auth/login", login)));

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.NotNull(answer.IsError(503, "SERVICE_UNAVAILABLE").Headers.RetryAfter));
    }

    public sealed class SlowHashingServer : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Passwords:Iterations", "500000");
        }
    }
}
