using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Api.Tests.Demi;

public sealed class AutonomyTests(LaterServer server) : IClassFixture<LaterServer>
{
    private const string Default = """
        {"enabled":true,"check_interval_minutes":15,"triggers":{"loneliness":{"threshold":0.7,"message":"Hey, you there?"},"excitement":{"threshold":0.8,"message":"OMG, guess what!"},"frustration":{"threshold":0.6,"message":"Seriously?"}},"guilt_trip":{"enabled":true,"ignore_threshold_hours":24},"quiet_hours":null,"daily_cap":null,"stop_after_ignored":null}
        """;

    [Fact]
    public async Task The_configuration_is_the_contracts_and_comes_back_as_it_was_put()
    {
        var user = await DemiClient.SignUpAsync(server);
        Assert.Equal(Default, (await user.GetAsync("/autonomy/config")).Body);

        var changed = Changed("check_interval_minutes", 5);
        changed["triggers"]!["loneliness"]!["message"] = "Psst";
        changed["quiet_hours"] = JsonNode.Parse("""{"start":"22:00","end":"07:30","time_zone":"Europe/Paris"}""");
        changed["daily_cap"] = 3;
        changed["stop_after_ignored"] = 2;
        Assert.Equal(changed.ToJsonString(), (await user.PutAsync("/autonomy/config", changed)).Body);
        Assert.Equal(changed.ToJsonString(), (await user.GetAsync("/autonomy/config")).Body);
        Assert.Equal(Default, (await (await DemiClient.SignUpAsync(server)).GetAsync("/autonomy/config")).Body);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "check_interval_minutes", "0" },
        { "check_interval_minutes", "61" },
        { "check_interval_minutes", "1.5" },
        { "enabled", "\"yes\"" },
        { "triggers", """{"loneliness":{"threshold":1.1,"message":"x"},"excitement":{"threshold":1,"message":"x"},"frustration":{"threshold":1,"message":"x"}}""" },
        { "triggers", """{"loneliness":{"threshold":1,"message":""},"excitement":{"threshold":1,"message":"x"},"frustration":{"threshold":1,"message":"x"}}""" },
        { "guilt_trip", """{"enabled":true,"ignore_threshold_hours":0}""" },
        { "quiet_hours", """{"start":"24:00","end":"07:00","time_zone":"UTC"}""" },
        { "quiet_hours", """{"start":"22:00","end":"7","time_zone":"UTC"}""" },
        { "quiet_hours", """{"start":"22:00","end":"07:00","time_zone":"Nowhere/Else"}""" },
        { "quiet_hours", """{"start":"22:00","end":"07:00","time_zone":"../../../etc/passwd"}""" },
        { "quiet_hours", """{"start":"22:00","end":"07:00","time_zone":"America"}""" },
        { "daily_cap", "0" },
        { "stop_after_ignored", "101" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_out_of_range_is_refused_and_changes_nothing(string field, string value)
    {
        var user = await DemiClient.SignUpAsync(server);
        (await user.PutAsync("/autonomy/config", Changed(field, JsonNode.Parse(value)))).IsError(422);
        Assert.Equal(Default, (await user.GetAsync("/autonomy/config")).Body);
    }

    [Fact]
    public async Task What_the_contract_shows_must_be_there()
    {
        var user = await DemiClient.SignUpAsync(server);
        foreach (var field in (string[])["enabled", "check_interval_minutes", "triggers", "guilt_trip"])
            (await user.PutAsync("/autonomy/config", Changed(field, null))).IsError(400, "validation_error");
    }

    [Fact]
    public async Task A_check_in_is_listed_with_its_cause_and_stands_in_the_history()
    {
        var user = await DemiClient.SignUpAsync(server);
        var expected = (await user.GetAsync("/autonomy/forecast")).Json!;
        Assert.Equal("loneliness", expected["trigger"]!.GetValue<string>());
        server.Clock.Advance(TimeSpan.FromHours(22));
        // As the reminder would, which in this server lives by the real clock.
        var grains = server.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<IRemindable>(GrainId.Create("companion", user.UserId)).ReceiveReminder("check-in", new TickStatus());
        user = await user.SignInAgainAsync();

        var list = (await user.GetAsync("/autonomy/checkins?limit=10")).Json!;
        Assert.Equal(1, list["total_count"]!.GetValue<int>());
        var checkIn = list["checkins"]![0]!;
        Assert.Equal(("loneliness", false), (checkIn["trigger"]!.GetValue<string>(), checkIn["was_ignored"]!.GetValue<bool>()));
        Assert.True(checkIn["emotion_state"]!["loneliness"]!.GetValue<double>() > 0.7);
        Assert.NotEmpty(checkIn["cause"]!.GetValue<string>());
        var message = (await user.GetAsync("/chat/history")).Json!["messages"]![0]!;
        Assert.Equal(checkIn["checkin_id"]!.GetValue<string>(), message["message_id"]!.GetValue<string>());
        Assert.Equal("Hey, you there?", message["content"]!.GetValue<string>());
        Assert.Equal("guilt_trip", (await user.GetAsync("/autonomy/forecast")).Text("trigger"));
    }

    [Fact]
    public async Task A_limit_out_of_range_is_refused_and_nobody_learns_anything()
    {
        var user = await DemiClient.SignUpAsync(server);
        (await user.GetAsync("/autonomy/checkins?limit=0")).IsError(422, "validation_error");
        var nobody = new ApiClient(server.CreateClient(), DemiClient.Base);
        foreach (var path in (string[])["/autonomy/config", "/autonomy/checkins", "/autonomy/forecast"])
            (await nobody.GetAsync(path)).IsError(401, "unauthorized");
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/autonomy/checkins")).Status);
    }

    private static JsonObject Changed(string field, JsonNode? value)
    {
        var config = JsonNode.Parse(Default)!.AsObject();
        config[field] = value;
        return config;
    }
}
