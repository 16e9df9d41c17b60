using System.Net;
using Platform.Api.Tests.ByteForge;
using Platform.Api.Tests.Demi;
using Platform.Api.Tests.FigureForge;

namespace Platform.Api.Tests;

[Collection(nameof(PlatformServer))]
public sealed class DeletionTests(PlatformServer server)
{
    [Fact]
    public async Task Nothing_of_a_deleted_account_is_left_in_any_table()
    {
        var ada = new FigureForgeClient(server);
        var client = await ada.SignInAsync();
        var user = (await client.GetAsync("/auth/user/")).Json!;
        var id = user["id"]!.GetValue<string>()["user_".Length..];
        await client.PostAsync("/auth/user/update/", new System.Text.Json.Nodes.JsonObject { ["display_name"] = $"Ada of {ada.Email}" });
        string[] traces = [id, ada.Email, user["username"]!.GetValue<string>()];
        Assert.All(traces, trace => Assert.NotEmpty(Find(trace)));

        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(HttpMethod.Delete, "/auth/delete/", """{"confirm":true}""")).Status);

        Assert.All(traces, trace => Assert.Empty(Find(trace)));
    }

    [Fact]
    public async Task Conversations_leave_no_trace_either()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        string[] traces = [$"title {user.Email}", $"message {user.Email}"];
        var id = await user.CreateConversationAsync(traces[0]);
        await user.SayAsync(id, traces[1]);
        await user.PayAsync(id, "10.00");
        Assert.Contains("token_payments", Find(user.Email));
        Assert.All(traces, trace => Assert.NotEmpty(Find(trace)));

        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Delete, "/auth/profile", """{"confirm":true}""")).Status);

        Assert.All([user.Email, .. traces], trace => Assert.Empty(Find(trace)));
    }

    [Fact]
    public async Task Nothing_of_missions_and_companions_is_left_either()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await user.SendAsync(HttpMethod.Post, "/missions/feed/start");
        await user.SendAsync(HttpMethod.Post, "/missions/feed/execute", $"{{\"character_id\":\"{luna}\"}}");
        await user.SayAsync(luna, "Goodbye");
        await user.GetAsync("/missions/user");
        string[] traces = [user.UserId, luna];
        Assert.All(traces, trace => Assert.NotEmpty(Find(trace)));

        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Delete, "/auth/me", """{"confirm":true}""")).Status);

        Assert.All(traces, trace => Assert.Empty(Find(trace)));
    }

    [Fact]
    public async Task Nor_of_Demi_what_she_said_and_what_she_had_in_mind()
    {
        var user = await DemiClient.SignUpAsync(server);
        await user.SayAsync("Hello Demi!");
        Assert.Superset(new HashSet<string> { "messages", "companions", "reminders", "grain_states" }, Find(user.UserId).ToHashSet());

        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Delete, "/auth/account", """{"confirm":true}""")).Status);

        Assert.Empty(Find(user.UserId));
    }

    private List<string> Find(string text) => Traces.Find(server, text);
}
