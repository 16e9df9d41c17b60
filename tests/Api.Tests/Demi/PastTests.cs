using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Demi;

/// <summary>Searching, taking away and deleting the conversation with Demi.</summary>
[Collection(nameof(PlatformServer))]
public sealed class PastTests(PlatformServer server)
{
    [Fact]
    public async Task A_search_pages_like_the_history_and_delivers_nothing()
    {
        var user = await DemiClient.SignUpAsync(server);
        for (var i = 0; i < 5; i++) await user.SayAsync($"Xylophone {i}");
        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await user.GetAsync($"/chat/search?q=XYLO&limit=2{(cursor is null ? "" : $"&before={cursor}")}")).Json!;
            found.AddRange(page["messages"]!.AsArray().Where(item => Text(item!["message"]!, "sender") == "user").Select(item => Text(item!["message"]!, "content")));
            cursor = page["next_cursor"]?.GetValue<string>();
            Assert.Equal(cursor is not null, page["has_more"]!.GetValue<bool>());
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 5).Reverse().Select(i => $"Xylophone {i}"), found);
        Assert.All(
            (await user.GetAsync("/chat/export")).Json!["messages"]!.AsArray().Where(message => Text(message!, "sender") == "demi"),
            message => Assert.Equal("sent", Text(message!, "status")));
        Assert.True(JsonNode.DeepEquals(
            (await user.GetAsync("/chat/history?limit=1&before=2100-01-01")).Json!["messages"]![0],
            (await user.GetAsync("/chat/export")).Json!["messages"]!.AsArray()[^1]));
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone_and_another_begins()
    {
        var user = await DemiClient.SignUpAsync(server);
        await user.SayAsync("Xylophone");
        var answer = await user.DeleteAsync("/chat/history");
        Assert.Equal("""{"message":"Conversation deleted"}""", answer.Body);

        Assert.Empty((await user.GetAsync("/chat/history")).Json!["messages"]!.AsArray());
        Assert.Empty((await user.GetAsync("/chat/search?q=xylophone")).Json!["messages"]!.AsArray());
        Assert.Empty((await user.GetAsync("/chat/export")).Json!["messages"]!.AsArray());
        await user.SayAsync("Hello again");
        Assert.Equal(2, (await user.GetAsync("/chat/export")).Json!["messages"]!.AsArray().Count);
        (await new ApiClient(server.CreateClient(), DemiClient.Base).DeleteAsync("/chat/history")).IsError(401, "unauthorized");
    }

    [Theory]
    [InlineData("limit=5", 400)]
    [InlineData("q=", 422)]
    [InlineData("q=x&limit=101", 422)]
    [InlineData("q=x&before=yesterday-ish", 422)]
    public async Task What_is_out_of_range_is_refused(string query, int status) =>
        (await (await DemiClient.SignUpAsync(server)).GetAsync($"/chat/search?{query}")).IsError(status, "validation_error");

    [Fact]
    public async Task The_account_is_exported_with_what_is_its_own_only()
    {
        var (user, other) = (await DemiClient.SignUpAsync(server), await DemiClient.SignUpAsync(server));
        await user.SayAsync("Mine");
        await other.SayAsync("Somebody else's");
        var export = await user.GetAsync("/auth/account/export");

        Assert.Equal(user.UserId, Text(export.Json!["user"]!, "user_id"));
        Assert.Equal("Mine", Text(export.Json["messages"]![0]!, "content"));
        Assert.Equal(2, export.Json["messages"]!.AsArray().Count);
        Assert.True(JsonNode.DeepEquals((await user.GetAsync("/autonomy/config")).Json, export.Json["autonomy"]));
        Assert.DoesNotContain("Somebody else's", export.Body);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
