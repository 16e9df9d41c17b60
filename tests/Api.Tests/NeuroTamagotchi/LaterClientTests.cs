using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.NeuroTamagotchi;

/// <summary>What clients call beyond the contract, and the contract's avatars, which can't be made yet.</summary>
[Collection(nameof(PlatformServer))]
public sealed class LaterClientTests(PlatformServer server)
{
    [Fact]
    public async Task An_emptied_history_is_empty_and_the_character_feels_as_before()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        await user.SayAsync(id, "You are wonderful");
        var bond = (await user.GetAsync($"/characters/{id}")).Json!["params"]!["bond"]!.GetValue<int>();

        var emptied = await user.DeleteAsync($"/chat/{id}/history");
        Assert.Equal((HttpStatusCode.NoContent, ""), (emptied.Status, emptied.Body));
        Assert.Equal(
            """{"items":[],"total":0,"page":1,"page_size":50,"total_pages":1}""", (await user.GetAsync($"/chat/{id}/history")).Body);
        Assert.Equal(bond, (await user.GetAsync($"/characters/{id}")).Json!["params"]!["bond"]!.GetValue<int>());
        await user.SayAsync(id, "Hello again");
        Assert.Equal("Hello again", (await user.GetAsync($"/chat/{id}/history")).Json!["items"]![0]!["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_latest_messages_come_oldest_first_and_skip_counts_from_the_newest()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        for (var i = 1; i <= 3; i++) await user.SayAsync(id, $"Message {i}");

        var page = (await user.GetAsync($"/chat/{id}/messages?skip=2&limit=2")).Json!;
        Assert.Equal("Message 2", page["items"]![0]!["content"]!.GetValue<string>());
        Assert.Equal((6, 2, 2, 3), (Int(page, "total"), Int(page, "page"), Int(page, "page_size"), Int(page, "total_pages")));
        Assert.Equal(6, (await user.GetAsync($"/chat/{id}/messages")).Json!["items"]!.AsArray().Count);
        foreach (var query in (string[])["skip=-1", "skip=x", "limit=0", "limit=101"])
            Assert.StartsWith("query.", (await user.GetAsync($"/chat/{id}/messages?{query}")).IsError(422).Text("field"));
    }

    [Fact]
    public async Task A_message_in_the_later_form_is_answered_in_it()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        var answer = await user.PostAsync($"/chat/{id}/chat", new JsonObject { ["message"] = "Hello", ["session_id"] = "tonight" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("tonight", answer.Text("session_id"));
        Assert.NotEmpty(answer.Text("response"));
        Assert.Equal(1, answer.Json!["params_updated"]!["bond"]!.GetValue<int>());
        Assert.Equal(id, (await user.PostAsync($"/chat/{id}/chat", new JsonObject { ["message"] = "Hello" })).Text("session_id"));
        Assert.Equal("body.message", (await user.PostAsync($"/chat/{id}/chat", new JsonObject { ["message"] = " " })).IsError(422).Text("field"));
    }

    [Fact]
    public async Task A_stranger_and_nobody_get_nothing_of_it()
    {
        var owner = await server.SignUpAsync();
        var id = await owner.CreateCharacterAsync();
        await owner.SayAsync(id, "Ours");
        var stranger = await server.SignUpAsync();
        var nobody = new NeuroTamagotchiClient(server.CreateClient());
        foreach (var (client, status) in ((NeuroTamagotchiClient, int)[])[(stranger, 404), (nobody, 401)])
        {
            (await client.DeleteAsync($"/chat/{id}/history")).IsError(status);
            (await client.GetAsync($"/chat/{id}/messages")).IsError(status);
            (await client.PostAsync($"/chat/{id}/chat", new JsonObject { ["message"] = "Hi" })).IsError(status);
        }

        Assert.Equal(2, Int((await owner.GetAsync($"/chat/{id}/history")).Json!, "total"));
    }

    [Theory]
    [InlineData("""{"style":"baroque","appearance":{}}""", 422, "VALIDATION_ERROR")]
    [InlineData("""{"style":"anime"}""", 422, "VALIDATION_ERROR")]
    [InlineData("{}", 422, "VALIDATION_ERROR")]
    public async Task An_avatar_that_is_asked_for_wrongly_is_refused(string body, int status, string code)
    {
        var user = await server.SignUpAsync();
        (await user.SendAsync(HttpMethod.Post, "/characters/generate-avatar", body)).IsError(status, code);
        (await new NeuroTamagotchiClient(server.CreateClient()).SendAsync(HttpMethod.Post, "/characters/generate-avatar", body)).IsError(401);
    }

    private static int Int(JsonNode node, string name) => node[name]!.GetValue<int>();
}
