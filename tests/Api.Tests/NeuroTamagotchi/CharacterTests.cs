using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.NeuroTamagotchi;

[Collection(nameof(PlatformServer))]
public sealed class CharacterTests(PlatformServer server)
{
    [Fact]
    public async Task A_new_character_is_what_was_sent_and_starts_full_of_life()
    {
        var user = await server.SignUpAsync();
        var sent = NeuroTamagotchiClient.Luna();
        var answer = await user.PostAsync("/characters", sent);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        foreach (var (field, value) in sent) Assert.True(JsonNode.DeepEquals(value, answer.Json![field]), field);
        Assert.Equal(user.UserId, answer.Text("user_id"));
        Assert.Equal("""{"energy":100,"mood":100,"bond":0}""", answer.Json!["params"]!.ToJsonString());
        Assert.Equal("happy", answer.Text("status"));
        Assert.True(Guid.TryParse(answer.Text("id"), out _));
    }

    [Fact]
    public async Task The_list_is_a_bare_array_with_the_newest_first()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync();
        Assert.Equal("[]", (await user.GetAsync("/characters")).Body);
        var first = await user.CreateCharacterAsync("First");
        var second = await user.CreateCharacterAsync("Second");

        var list = (await user.GetAsync("/characters")).Json!.AsArray();
        Assert.Equal([second, first], list.Select(character => character!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Only_name_and_style_are_required()
    {
        var user = await server.SignUpAsync();
        var answer = await user.PostAsync("/characters", new JsonObject { ["name"] = "Kai", ["style"] = "fantasy" });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Null(answer.Json!["avatar_url"]);
    }

    [Fact]
    public async Task A_change_touches_only_what_it_names_and_null_takes_the_avatar_away()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();

        var renamed = await user.PatchAsync($"/characters/{id}", new JsonObject { ["name"] = "New Name" });
        Assert.Equal(HttpStatusCode.OK, renamed.Status);
        Assert.Equal("New Name", renamed.Text("name"));
        Assert.Equal("https://example.com/luna.png", renamed.Text("avatar_url"));
        Assert.Equal("Silver", renamed.Json!["appearance"]!["hair_color"]!.GetValue<string>());

        var bare = await user.PatchAsync($"/characters/{id}", new JsonObject { ["avatar_url"] = null });
        Assert.Null(bare.Json!["avatar_url"]);
        Assert.Equal("New Name", (await user.GetAsync($"/characters/{id}")).Text("name"));
    }

    [Fact]
    public async Task A_whole_picture_comes_back_as_the_avatar_it_was()
    {
        var user = await server.SignUpAsync();
        var picture = "data:image/png;base64," + Convert.ToBase64String(new byte[1_500_000]);
        var character = NeuroTamagotchiClient.Luna();
        character["avatar_url"] = picture;

        var id = (await user.PostAsync("/characters", character)).Text("id");
        Assert.Equal(picture, (await user.GetAsync($"/characters/{id}")).Text("avatar_url"));
    }

    [Fact]
    public async Task A_deleted_character_is_gone()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        await user.SayAsync(id, "Hello");

        var deleted = await user.DeleteAsync($"/characters/{id}");
        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Body));
        (await user.GetAsync($"/characters/{id}")).IsError(404);
        (await user.DeleteAsync($"/characters/{id}")).IsError(404);
        (await user.SayAsync(id, "Hello?")).IsError(404);
        (await user.GetAsync($"/chat/{id}/history")).IsError(404);
        Assert.Equal("[]", (await user.GetAsync("/characters")).Body);
    }

    [Fact]
    public async Task A_stranger_gets_the_answer_for_an_unknown_id_and_changes_nothing()
    {
        var owner = await server.SignUpAsync();
        var id = await owner.CreateCharacterAsync();
        await owner.SayAsync(id, "Between us");
        var stranger = await server.SignUpAsync();

        foreach (var (method, path, body) in Requests)
        {
            var foreign = await stranger.SendAsync(method, path.Replace("{id}", id), body);
            var unknown = await stranger.SendAsync(method, path.Replace("{id}", Guid.NewGuid().ToString()), body);
            Assert.Equal(unknown.IsError(404).Body, foreign.IsError(404).Body);
        }

        Assert.Equal("Luna", (await owner.GetAsync($"/characters/{id}")).Text("name"));
        Assert.Equal(2, (await owner.GetAsync($"/chat/{id}/history")).Json!["total"]!.GetValue<int>());
        Assert.Equal("[]", (await stranger.GetAsync("/characters")).Body);
    }

    [Fact]
    public async Task Without_a_token_no_route_says_anything()
    {
        var owner = await server.SignUpAsync();
        var id = await owner.CreateCharacterAsync();
        var anyone = new NeuroTamagotchiClient(server.CreateClient());
        foreach (var (method, path, body) in Requests)
            (await anyone.SendAsync(method, path.Replace("{id}", id), body)).IsError(401);
        (await anyone.GetAsync("/characters")).IsError(401);
        (await anyone.PostAsync("/characters", NeuroTamagotchiClient.Luna())).IsError(401);
    }

    private static readonly (HttpMethod Method, string Path, string? Body)[] Requests =
    [
        (HttpMethod.Get, "/characters/{id}", null),
        (HttpMethod.Patch, "/characters/{id}", """{"name":"Mine"}"""),
        (HttpMethod.Delete, "/characters/{id}", null),
        (HttpMethod.Get, "/chat/{id}/history", null),
        (HttpMethod.Post, "/chat/{id}/send", """{"content":"Hi"}"""),
    ];
}
