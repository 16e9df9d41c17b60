using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.NeuroTamagotchi;

[Collection(nameof(PlatformServer))]
public sealed class MissionTests(PlatformServer server)
{
    [Fact]
    public async Task Anyone_may_see_the_missions_and_each_has_what_clients_read()
    {
        var anyone = new NeuroTamagotchiClient(server.CreateClient());
        var missions = (await anyone.GetAsync("/missions")).Json!.AsArray();
        Assert.True(missions.Count >= 12);
        Assert.All(missions, mission =>
        {
            Assert.Equal((0, true), (mission!["cost_ntg"]!.GetValue<int>(), mission["is_active"]!.GetValue<bool>()));
            Assert.Equal(mission["cooldown_seconds"]!.GetValue<long>() / 60, mission["cooldown_minutes"]!.GetValue<long>());
            Assert.True(mission["target"]!.GetValue<int>() > 0);
            Assert.NotEmpty(mission["goal"]!.GetValue<string>());
        });
    }

    [Theory]
    [InlineData("first-words", "Good morning")]
    [InlineData("by-name", "Luna!", "Oh Luna", "luna, are you there?")]
    [InlineData("curious", "How are you?", "How are you today?", "Are you happy?", "What is your name?", "What do you like?")]
    [InlineData("greetings", "Hello", "Hi", "Hello there")]
    [InlineData("thanks", "Thank you", "Thanks!", "Thank you so much")]
    [InlineData("apology", "I'm sorry")]
    [InlineData("compliments", "You are beautiful", "You are wonderful", "You are so smart", "You're amazing", "You are lovely")]
    [InlineData("good-manners", "Hello", "Thank you", "I'm sorry")]
    public async Task Saying_the_real_thing_completes_it(string mission, params string[] messages)
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await StartAsync(user, mission);
        foreach (var message in messages[..^1]) await user.SayAsync(luna, message);
        Assert.Equal("active", Text(await FindAsync(user, mission), "status"));
        await user.SayAsync(luna, messages[^1]);

        var done = await FindAsync(user, mission);
        Assert.Equal("completed", Text(done, "status"));
        Assert.Equal(messages.Length, done["progress"]!.GetValue<int>());
        Assert.NotNull(done["completed_at"]);
    }

    [Fact]
    public async Task Ten_messages_complete_small_talk_and_bring_the_bond_that_another_mission_wants()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        foreach (var mission in (string[])["small-talk", "bond-10", "daily-chat"]) await StartAsync(user, mission);
        for (var i = 0; i < 10; i++) await user.SayAsync(luna, $"I read page {i} of a book today");
        foreach (var mission in (string[])["small-talk", "bond-10", "daily-chat"])
            Assert.Equal("completed", Text(await FindAsync(user, mission), "status"));
    }

    [Fact]
    public async Task A_new_companion_and_talks_with_three_complete_their_missions()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync();
        await StartAsync(user, "new-friend");
        await StartAsync(user, "social-circle");
        for (var i = 1; i <= 3; i++) await user.SayAsync(await user.CreateCharacterAsync($"Friend {i}"), "Hello");
        Assert.Equal("completed", Text(await FindAsync(user, "new-friend"), "status"));
        Assert.Equal("completed", Text(await FindAsync(user, "social-circle"), "status"));
    }

    [Fact]
    public async Task A_reward_is_claimed_once_and_changes_the_companion()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        var id = Text(await StartAsync(user, "first-words"), "id");
        (await user.PostAsync($"/missions/{id}/claim", null)).IsError(400, "NOT_COMPLETED");
        await user.SayAsync(luna, "Hello");
        var before = await BondAsync(user, luna);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => user.SendAsync(HttpMethod.Post, $"/missions/{id}/claim")));
        var won = Assert.Single(claims, claim => claim.Status == HttpStatusCode.OK);
        Assert.Equal(("claimed", luna), (won.Text("status"), won.Text("character_id")));
        foreach (var lost in claims.Where(claim => claim != won)) lost.IsError(400, "ALREADY_CLAIMED");
        Assert.Equal(before + 2, await BondAsync(user, luna));
    }

    [Fact]
    public async Task Starting_twice_gives_the_running_one()
    {
        var user = await server.SignUpAsync();
        var first = await StartAsync(user, "small-talk");
        Assert.Equal(Text(first, "id"), Text(await StartAsync(user, "small-talk"), "id"));
        Assert.Single((await user.GetAsync("/missions/user")).Json!.AsArray());
    }

    [Fact]
    public async Task Care_is_given_as_clients_do_it_and_then_cools_down()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        var body = new JsonObject { ["character_id"] = luna };
        Assert.Equal(
            """{"on_cooldown":false,"can_execute":true,"time_remaining":0,"time_remaining_minutes":0}""",
            (await user.GetAsync($"/missions/feed/cooldown/{luna}")).Body);
        await StartAsync(user, "caretaker");

        var fed = await user.PostAsync("/missions/feed/execute", body);
        Assert.Equal((HttpStatusCode.OK, 5), (fed.Status, fed.Json!["character_params"]!["bond"]!.GetValue<int>()));
        Assert.Equal("feed", fed.Json["completed_mission"]!["mission_id"]!.GetValue<string>());
        (await user.PostAsync("/missions/feed/execute", body)).IsError(400, "COOLING_DOWN");
        Assert.InRange((await user.GetAsync($"/missions/feed/cooldown/{luna}")).Json!["time_remaining"]!.GetValue<int>(), 3500, 3600);

        foreach (var mission in (string[])["play", "hairstyle", "selfie", "accessory"])
            Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"/missions/{mission}/execute", body)).Status);
        var completed = (await user.GetAsync("/missions/completed")).Json!.AsArray();
        Assert.Equal(5, completed.Count);
        Assert.All(completed, care => Assert.Equal(luna, Text(care!, "character_id")));
        Assert.Equal("completed", Text(await FindAsync(user, "caretaker"), "status"));
    }

    [Fact]
    public async Task Care_under_one_key_is_given_once()
    {
        var user = await server.SignUpAsync();
        var body = new JsonObject { ["character_id"] = await user.CreateCharacterAsync() };
        var first = await user.PostAsync("/missions/feed/execute", body, "one-meal");
        Assert.Equal(first.Body, (await user.PostAsync("/missions/feed/execute", body, "one-meal")).Body);
    }

    [Fact]
    public async Task A_goal_is_not_executed_and_what_does_not_exist_is_not_found()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        var body = new JsonObject { ["character_id"] = luna };
        (await user.PostAsync("/missions/first-words/execute", body)).IsError(404);
        (await user.PostAsync("/missions/nothing/execute", body)).IsError(404);
        (await user.PostAsync("/missions/feed/execute", new JsonObject())).IsError(422);
        (await user.SendAsync(HttpMethod.Post, "/missions/nothing/start")).IsError(404);
        (await user.GetAsync($"/missions/first-words/cooldown/{luna}")).IsError(404);
    }

    [Fact]
    public async Task A_stranger_neither_claims_nor_cares_nor_sees_anything()
    {
        var owner = await server.SignUpAsync();
        var luna = await owner.CreateCharacterAsync();
        var id = Text(await StartAsync(owner, "first-words"), "id");
        await owner.SayAsync(luna, "Hello");
        var stranger = await server.SignUpAsync();

        (await stranger.SendAsync(HttpMethod.Post, $"/missions/{id}/claim")).IsError(404);
        (await stranger.PostAsync("/missions/feed/execute", new JsonObject { ["character_id"] = luna })).IsError(404);
        (await stranger.GetAsync($"/missions/feed/cooldown/{luna}")).IsError(404);
        Assert.Equal("[]", (await stranger.GetAsync("/missions/user")).Body);
        Assert.Equal("[]", (await stranger.GetAsync("/missions/completed")).Body);
        Assert.Equal("completed", Text(await FindAsync(owner, "first-words"), "status"));
    }

    [Fact]
    public async Task Without_a_token_only_the_list_is_open()
    {
        var anyone = new NeuroTamagotchiClient(server.CreateClient());
        (await anyone.GetAsync("/missions/user")).IsError(401);
        (await anyone.GetAsync("/missions/completed")).IsError(401);
        (await anyone.GetAsync($"/missions/feed/cooldown/{Guid.NewGuid()}")).IsError(401);
        (await anyone.SendAsync(HttpMethod.Post, "/missions/feed/start")).IsError(401);
        (await anyone.SendAsync(HttpMethod.Post, $"/missions/{Guid.NewGuid()}/claim")).IsError(401);
        (await anyone.PostAsync("/missions/feed/execute", new JsonObject { ["character_id"] = $"{Guid.NewGuid()}" })).IsError(401);
    }

    internal static async Task<JsonNode> StartAsync(NeuroTamagotchiClient user, string mission)
    {
        var answer = await user.SendAsync(HttpMethod.Post, $"/missions/{mission}/start");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json!;
    }

    internal static async Task<JsonNode> FindAsync(NeuroTamagotchiClient user, string mission) =>
        (await user.GetAsync("/missions/user")).Json!.AsArray().Single(one => Text(one!, "mission_id") == mission)!;

    private static async Task<int> BondAsync(NeuroTamagotchiClient user, string id) =>
        (await user.GetAsync($"/characters/{id}")).Json!["params"]!["bond"]!.GetValue<int>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}

public sealed class LaterMissionTests(LaterServer server) : IClassFixture<LaterServer>
{
    [Fact]
    public async Task Three_days_in_a_row_complete_a_streak_and_a_missed_one_does_not()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await MissionTests.StartAsync(user, "streak-3");
        await SayOnAsync(user, luna, days: 1, then: 2);
        Assert.Equal(0, (await MissionTests.FindAsync(user, "streak-3"))["progress"]!.GetValue<int>());
        await SayOnAsync(user, luna, days: 3, then: 0);
        Assert.Equal("completed", (await MissionTests.FindAsync(user, "streak-3"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Morning_afternoon_and_evening_complete_the_clock()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await MissionTests.StartAsync(user, "around-the-clock");
        for (var i = 0; i < 6; i++)
        {
            await user.SayAsync(luna, "What a day");
            server.Clock.Advance(TimeSpan.FromHours(4));
        }

        Assert.Equal("completed", (await MissionTests.FindAsync(user, "around-the-clock"))["status"]!.GetValue<string>());
    }

    private async Task SayOnAsync(NeuroTamagotchiClient user, string luna, int days, int then)
    {
        for (var day = 1; day <= days; day++)
        {
            await user.SayAsync(luna, "Here I am");
            server.Clock.Advance(TimeSpan.FromDays(day == days ? then : 1));
        }
    }
}
