using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Demi;

public sealed class ChatTests(LaterServer server) : IClassFixture<LaterServer>
{
    [Fact]
    public async Task A_message_is_answered_with_both_and_what_she_feels()
    {
        var user = await DemiClient.SignUpAsync(server);
        var answer = await user.SayAsync("Hello Demi!");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var (mine, hers) = (answer.Json!["user_message"]!, answer.Json["message"]!);
        Assert.Equal(("user", "Hello Demi!", "read"), (Text(mine, "sender"), Text(mine, "content"), Text(mine, "status")));
        Assert.Null(mine["emotion_state"]);
        Assert.Equal(("demi", "sent", user.UserId), (Text(hers, "sender"), Text(hers, "status"), Text(hers, "conversation_id")));
        Assert.Null(hers["delivered_at"]);
        Assert.Equal(Text(hers, "created_at"), Text(mine, "read_at"));
        Assert.Equal(answer.Json["emotional_state"]!.ToJsonString(), hers["emotion_state"]!.ToJsonString());
        Assert.Equal(5, hers["emotion_state"]!.AsObject().Count);
        Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(string.Concat(Enumerable.Repeat("🦊", 4000)))).Status);
        (await user.SayAsync(new string('x', 4001))).IsError(422, "validation_error");
        (await user.SayAsync("  ")).IsError(422, "validation_error");
        (await user.PostAsync("/chat/send", new JsonObject())).IsError(400, "validation_error");
    }

    [Fact]
    public async Task The_history_is_newest_first_and_what_was_fetched_is_delivered()
    {
        var user = await DemiClient.SignUpAsync(server);
        var said = (await user.SayAsync("Hello Demi!")).Json!;
        var history = (await user.GetAsync($"/chat/history?conversation_id={user.UserId}")).Json!;

        var messages = history["messages"]!.AsArray();
        Assert.Equal(["demi", "user"], messages.Select(message => Text(message!, "sender")));
        Assert.Equal(["delivered", "read"], messages.Select(message => Text(message!, "status")));
        Assert.Equal(Text(said["message"]!, "message_id"), Text(messages[0]!, "message_id"));
        Assert.Equal(said["message"]!["emotion_state"]!.ToJsonString(), messages[0]!["emotion_state"]!.ToJsonString());
        Assert.False(history["has_more"]!.GetValue<bool>());
        Assert.Null(history["next_cursor"]);
        // Only the first fetch delivers.
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(messages.ToJsonString(), (await user.GetAsync("/messages")).Body);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_double()
    {
        var user = await DemiClient.SignUpAsync(server);
        for (var i = 0; i < 5; i++) await user.SayAsync($"Message {i}");
        var all = (await user.GetAsync("/chat/history")).Json!["messages"]!.AsArray().Select(message => Text(message!, "message_id")).ToList();

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await user.GetAsync($"/chat/history?limit=3{(cursor is null ? "" : $"&before={cursor}")}")).Json!;
            seen.AddRange(page["messages"]!.AsArray().Select(message => Text(message!, "message_id")));
            cursor = page["next_cursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        Assert.Equal(10, all.Count);
        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task Days_bound_the_history_and_a_time_may_have_an_offset()
    {
        var user = await DemiClient.SignUpAsync(server);
        var early = Text((await user.SayAsync("Early")).Json!["message"]!, "created_at");
        server.Clock.Advance(TimeSpan.FromHours(30));
        // The token lives thirty minutes.
        user = await user.SignInAgainAsync();
        await user.SayAsync("Late");

        Assert.Equal(2, Count(await user.GetAsync("/chat/history?days=1")));
        Assert.Equal(4, Count(await user.GetAsync("/chat/history")));
        Assert.Equal(1, Count(await user.GetAsync($"/chat/history?before={early}")));
        Assert.Equal(1, Count(await user.GetAsync($"/chat/history?before={early.TrimEnd('Z')}+00:00")));
    }

    [Theory]
    [InlineData("days=0")]
    [InlineData("days=366")]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("limit=x")]
    [InlineData("before=yesterday-ish")]
    public async Task What_is_out_of_range_is_refused(string query) =>
        (await (await DemiClient.SignUpAsync(server)).GetAsync($"/chat/history?{query}")).IsError(422, "validation_error");

    [Fact]
    public async Task A_strangers_conversation_is_not_found_and_nobody_has_none()
    {
        var owner = await DemiClient.SignUpAsync(server);
        await owner.SayAsync("Between us");
        var stranger = await DemiClient.SignUpAsync(server);
        (await stranger.GetAsync($"/chat/history?conversation_id={owner.UserId}")).IsError(404, "not_found");
        (await stranger.GetAsync("/chat/history?conversation_id=no-id")).IsError(404, "not_found");
        Assert.Equal(0, Count(await stranger.GetAsync("/chat/history")));
        (await new ApiClient(server.CreateClient(), DemiClient.Base).GetAsync("/chat/history")).IsError(401, "unauthorized");
    }

    private static int Count(Answer history) => history.Json!["messages"]!.AsArray().Count;

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
