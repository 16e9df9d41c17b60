using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;

namespace Platform.Api.Tests;

public sealed class CrowdedSignInTests(CrowdedSignInTests.SlowHashingServer server) : IClassFixture<CrowdedSignInTests.SlowHashingServer>
{
    /// <summary>More than the cores that hash can serve before the last of them has waited too long.</summary>
    private static readonly int Crowd = 30 * Environment.ProcessorCount;

    [Fact]
    public async Task A_sign_in_that_would_wait_too_long_is_refused_in_the_envelope_and_told_to_come_back()
    {
        var user = await server.SignUpAsync();
        AssertCrowded(await SignInAsync(_ => user.Email), HttpStatusCode.OK);
    }

    /// <summary>Were it answered without the hash of a password, an unknown email would be told from a known one by the time that it takes.</summary>
    [Fact]
    public async Task An_unknown_email_waits_for_the_hasher_like_a_known_one() =>
        AssertCrowded(await SignInAsync(i => $"nobody{i}@example.com"), HttpStatusCode.Unauthorized);

    private static void AssertCrowded(Answer[] answers, HttpStatusCode served)
    {
        Assert.Contains(answers, answer => answer.Status == served);
        var refused = answers.Where(answer => answer.Status != served).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.NotNull(answer.IsError(503, "SERVICE_UNAVAILABLE").Headers.RetryAfter));
    }

    private Task<Answer[]> SignInAsync(Func<int, string> email) => Task.WhenAll(Enumerable.Range(0, Crowd).Select(i =>
        new NeuroTamagotchiClient(server.CreateClient()).PostAsync(
            "/auth/login", new JsonObject { ["email"] = email(i), ["password"] = "password123" })));

    public sealed class SlowHashingServer : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Passwords:Iterations", "500000");
        }
    }
}
