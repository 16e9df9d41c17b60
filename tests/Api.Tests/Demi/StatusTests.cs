using System.Net;

namespace Platform.Api.Tests.Demi;

[Collection(nameof(PlatformServer))]
public sealed class StatusTests(PlatformServer server)
{
    private const string Bare = """{"status":"ok","service":"demi-android-api","version":"1.0.0"}""";

    [Fact]
    public async Task Anybody_sees_that_it_is_up_and_a_bad_token_counts_as_none()
    {
        foreach (var token in (string[])["", "dead", (await server.SignUpAsync()).Token])
        {
            var answer = await new ApiClient(server.CreateClient(), DemiClient.Base) { Token = token }.GetAsync("/status");
            Assert.Equal((HttpStatusCode.OK, Bare), (answer.Status, answer.Body));
        }
    }

    [Fact]
    public async Task Who_is_signed_in_sees_what_she_feels_before_a_word_is_said()
    {
        var status = (await (await DemiClient.SignUpAsync(server)).GetAsync("/status")).Json!;
        Assert.Equal(
            ["loneliness", "excitement", "frustration", "jealousy", "affection"],
            status["emotional_state"]!.AsObject().Select(emotion => emotion.Key));
        Assert.All(status["emotional_state"]!.AsObject(), emotion => Assert.InRange(emotion.Value!.GetValue<double>(), 0, 1));
        Assert.Equal("neutral", status["current_mood"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_session_that_was_ended_counts_as_none()
    {
        var user = await DemiClient.SignUpAsync(server);
        var session = (await user.GetAsync("/auth/sessions")).Json!["sessions"]![0]!["session_id"]!.GetValue<string>();
        await user.DeleteAsync($"/auth/sessions/{session}");
        Assert.Equal(Bare, (await user.GetAsync("/status")).Body);
    }

    [Fact]
    public async Task Health_is_an_object_of_strings() =>
        Assert.Equal(Bare, (await new ApiClient(server.CreateClient(), DemiClient.Base).GetAsync("/health")).Body);
}
