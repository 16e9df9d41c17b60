using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.ByteForge;

/// <summary>Searching conversations, and taking them away.</summary>
[Collection(nameof(PlatformServer))]
public sealed class PastTests(PlatformServer server)
{
    [Fact]
    public async Task One_conversation_or_all_of_them_are_searched_the_newest_message_first()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var ids = new List<long>();
        for (var i = 0; i < 12; i++) ids.Add(await user.CreateConversationAsync($"Chat {i}"));
        for (var i = 0; i < 24; i++) await user.SayAsync(ids[i % 12], $"Xylophone {i}");

        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await user.GetAsync($"/chat/search?q=XYLO&limit=5{(cursor is null ? "" : $"&cursor={cursor}")}")).Json!;
            Assert.True(page["results"]!.AsArray().Count <= 5);
            found.AddRange(Asked(page));
            cursor = page["next_cursor"]?.GetValue<string>();
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Range(0, 24).Reverse().Select(i => $"Xylophone {i}"), found);

        var one = (await user.GetAsync($"/chat/conversations/{ids[3]}/search?q=xylophone")).Json!;
        Assert.Equal(["Xylophone 15", "Xylophone 3"], Asked(one));
        Assert.Equal("Chat 3", one["results"]![0]!["conversation_title"]!.GetValue<string>());
        var history = (await user.GetAsync($"/chat/conversations/{ids[3]}/history")).Json!["messages"]!.AsArray();
        Assert.Contains(history, message => JsonNode.DeepEquals(message, one["results"]!.AsArray()[^1]!["message"]));
    }

    [Fact]
    public async Task A_strangers_conversations_are_not_there_and_wrong_questions_are_refused()
    {
        var owner = await ByteForgeClient.SignUpAsync(server);
        var id = await owner.CreateConversationAsync();
        await owner.SayAsync(id, "Xylophone");
        var stranger = await ByteForgeClient.SignUpAsync(server);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/chat/conversations/{id}/search?q=xylophone")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/chat/conversations/{id}/export")).Status);
        Assert.Empty((await stranger.GetAsync("/chat/search?q=xylophone")).Json!["results"]!.AsArray());

        var refused = await owner.GetAsync("/chat/search");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Json!["q"]);
        Assert.NotNull((await owner.GetAsync("/chat/search?q=x&cursor=nonsense")).Json!["cursor"]);
    }

    [Fact]
    public async Task Conversations_are_exported_whole_one_or_all()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var (first, second) = (await user.CreateConversationAsync("First"), await user.CreateConversationAsync("Second"));
        await user.SayAsync(first, "One");
        await user.SayAsync(second, "Two");
        var history = (await user.GetAsync($"/chat/conversations/{first}/history")).Json!;

        var export = (await user.GetAsync($"/chat/conversations/{first}/export")).Json!;
        Assert.True(JsonNode.DeepEquals(history["conversation"], export["conversation"]));
        Assert.True(JsonNode.DeepEquals(history["messages"], export["messages"]));

        var all = (await user.GetAsync("/auth/profile/export")).Json!;
        Assert.True(JsonNode.DeepEquals((await user.GetAsync("/auth/profile")).Json, all["user"]));
        Assert.Equal([second, first], all["conversations"]!.AsArray().Select(one => one!["conversation"]!["id"]!.GetValue<long>()));
        Assert.True(JsonNode.DeepEquals(history["messages"], all["conversations"]![1]!["messages"]));
    }

    private static IEnumerable<string> Asked(JsonNode page) => page["results"]!.AsArray()
        .Where(item => item!["message"]!["role"]!.GetValue<string>() == "user")
        .Select(item => item!["message"]!["content"]!.GetValue<string>());
}
