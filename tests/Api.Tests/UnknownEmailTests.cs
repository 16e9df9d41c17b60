using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests;

/// <summary>An email that nobody has can't be told from one that somebody has.</summary>
public sealed class UnknownEmailTests(SlowHashServer server) : IClassFixture<SlowHashServer>
{
    private const int Rounds = 9;

    private readonly ApiClient _anyone = new(server.CreateClient(), "/demi/api/v1");

    [Fact]
    public async Task Neither_by_the_answer_nor_by_its_time()
    {
        var known = new List<double>();
        var unknown = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var email = $"{Guid.NewGuid():N}@example.com";
            await _anyone.PostAsync("/auth/register", Credentials(email, "MyPassword123!"));
            var (ofKnown, knownTime) = await TryAsync(email);
            var (ofUnknown, unknownTime) = await TryAsync($"no-{email}");
            Assert.Equal((ofKnown.Status, ofKnown.Body), (ofUnknown.Status, ofUnknown.Body));
            known.Add(knownTime);
            unknown.Add(unknownTime);
        }

        // Without the hash of a password an answer takes a twentieth of the time. Within one run, and between the middle ones of either kind.
        Assert.InRange(unknown.Order().ElementAt(Rounds / 2) / known.Order().ElementAt(Rounds / 2), 0.5, 2);
    }

    private async Task<(Answer Answer, double Time)> TryAsync(string email)
    {
        var watch = Stopwatch.StartNew();
        var answer = await _anyone.PostAsync("/auth/login", Credentials(email, "wrong password"));
        return (answer, watch.Elapsed.TotalMilliseconds);
    }

    private static JsonObject Credentials(string email, string password) => new() { ["email"] = email, ["password"] = password };
}
