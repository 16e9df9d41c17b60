using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.NeuroTamagotchi;

[Collection(nameof(PlatformServer))]
public sealed class ChatTests(PlatformServer server)
{
    private static readonly string[] Emotions = ["neutral", "happy", "sad", "excited", "tired"];

    [Fact]
    public async Task A_message_is_answered_as_the_contract_shows()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        var answer = await user.SayAsync(id, "Hello, how are you?");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var message = answer.Json!["message"]!;
        Assert.Equal(("assistant", id), (message["role"]!.GetValue<string>(), message["character_id"]!.GetValue<string>()));
        Assert.NotEmpty(message["content"]!.GetValue<string>());
        Assert.Contains(message["emotion"]!.GetValue<string>(), Emotions);
        var reaction = answer.Json["character_reaction"]!;
        Assert.Equal("talk", reaction["animation"]!.GetValue<string>());
        Assert.Equal("""{"happiness":2,"affection":1}""", reaction["stat_changes"]!.ToJsonString());
    }

    [Fact]
    public async Task The_reported_changes_add_up_to_what_the_character_then_shows()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        var changes = (await user.SayAsync(id, "Hello"))!.Json!["character_reaction"]!["param_changes"]!;
        var shown = (await user.GetAsync($"/characters/{id}")).Json!["params"]!;

        Assert.Equal(100 + changes["energy"]!.GetValue<int>(), shown["energy"]!.GetValue<int>());
        Assert.Equal(100 + changes["mood"]!.GetValue<int>(), shown["mood"]!.GetValue<int>());
        Assert.Equal(changes["bond"]!.GetValue<int>(), shown["bond"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_empty_history_has_one_page()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        Assert.Equal(
            """{"items":[],"total":0,"page":1,"page_size":50,"total_pages":1}""", (await user.GetAsync($"/chat/{id}/history")).Body);
    }

    [Fact]
    public async Task The_history_pages_from_the_oldest_message_on()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        for (var i = 1; i <= 4; i++) await user.SayAsync(id, $"Message {i}");

        var page = (await user.GetAsync($"/chat/{id}/history?page=2&page_size=3")).Json!;
        Assert.Equal((8, 2, 3, 3), (Int(page, "total"), Int(page, "page"), Int(page, "page_size"), Int(page, "total_pages")));
        var items = page["items"]!.AsArray();
        Assert.Equal(["assistant", "user", "assistant"], items.Select(item => item!["role"]!.GetValue<string>()));
        Assert.Equal("Message 3", items[1]!["content"]!.GetValue<string>());
        Assert.Null(items[1]!["emotion"]);
    }

    [Theory]
    [InlineData("Привет, как дела? 你好 🦊")]
    [InlineData("line one\nline two\t<script>alert('x')</script> \\ \" ' ; DROP TABLE messages; --")]
    [InlineData("\u202Eright to left\u0001")]
    public async Task Whatever_was_written_comes_back_to_the_letter(string content)
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(id, content)).Status);
        var first = (await user.GetAsync($"/chat/{id}/history")).Json!["items"]![0]!;
        Assert.Equal(content, first["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Content_is_trimmed_and_bounded_in_characters_not_in_bytes()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        var foxes = string.Concat(Enumerable.Repeat("🦊", 2000));

        Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(id, $"  {foxes}  ")).Status);
        Assert.Equal("body.content", (await user.SayAsync(id, foxes + "x")).IsError(422).Text("field"));
        (await user.SayAsync(id, "   ")).IsError(422);
        Assert.Equal(2, Int((await user.GetAsync($"/chat/{id}/history")).Json!, "total"));
    }

    [Fact]
    public async Task Messages_sent_at_once_are_all_kept_in_one_order()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        var sent = Enumerable.Range(0, 20).Select(i => $"Message {i}").ToList();
        await Task.WhenAll(sent.Select(content => user.SayAsync(id, content)));

        var items = (await user.GetAsync($"/chat/{id}/history?page_size=100")).Json!["items"]!.AsArray();
        Assert.Equal(40, items.Count);
        Assert.Equal(sent.Order(), items.Where((_, i) => i % 2 == 0).Select(item => item!["content"]!.GetValue<string>()).Order());
        Assert.All(items.Where((_, i) => i % 2 == 1), item => Assert.Equal("assistant", item!["role"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Everything_is_still_there_after_a_restart_and_the_token_too()
    {
        var directory = Directory.CreateTempSubdirectory("platform-restart-").FullName;
        NeuroTamagotchiClient user;
        string id, history, character;
        await using (var before = PlatformServer.On(directory))
        {
            user = await before.SignUpAsync();
            id = await user.CreateCharacterAsync();
            await user.SayAsync(id, "Remember me");
            history = (await user.GetAsync($"/chat/{id}/history")).Body;
            character = (await user.GetAsync($"/characters/{id}")).Text("name");
        }

        await using (var after = PlatformServer.On(directory))
        {
            var again = new NeuroTamagotchiClient(after.CreateClient()) { Token = user.Token };
            Assert.Equal(history, (await again.GetAsync($"/chat/{id}/history")).Body);
            Assert.Equal(character, (await again.GetAsync($"/characters/{id}")).Text("name"));
        }

        Directory.Delete(directory, recursive: true);
    }

    private static int Int(JsonNode node, string name) => node[name]!.GetValue<int>();
}
