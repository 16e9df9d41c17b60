using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.ByteForge;

[Collection(nameof(PlatformServer))]
public sealed class ChatTests(PlatformServer server)
{
    private static readonly string[] Fields =
        ["id", "user", "title", "total_tokens_used", "token_limit", "created_at", "updated_at", "message_count", "last_message"];

    [Fact]
    public async Task A_new_conversation_is_as_the_contract_shows()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var made = await user.PostAsync("/chat/conversations", new JsonObject { ["title"] = " My Chat " });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(Fields, made.Json!.AsObject().Select(field => field.Key));
        Assert.Equal((user.UserId, "My Chat", 0, 20_000, 0), (
            Number(made.Json, "user"), made.Text("title"), Number(made.Json, "total_tokens_used"), Number(made.Json, "token_limit"),
            Number(made.Json, "message_count")));
        Assert.Null(made.Json["last_message"]);
        Assert.EndsWith("Z", made.Text("created_at"));
        Assert.True(JsonNode.DeepEquals(made.Json, (await user.GetAsync($"/chat/conversations/{Number(made.Json, "id")}/")).Json));
        Assert.True(JsonNode.DeepEquals(new JsonArray(made.Json.DeepClone()), (await user.GetAsync("/chat/conversations")).Json));
    }

    [Fact]
    public async Task A_message_is_answered_counted_and_in_the_history()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var sent = (await user.SayAsync(id, "  What is machine learning?  ")).Json!;

        var (asked, answer, conversation) = (sent["user_message"]!, sent["ai_response"]!, sent["conversation"]!);
        Assert.Equal(
            ["id", "conversation", "user", "role", "content", "tokens_used", "created_at"], asked.AsObject().Select(field => field.Key));
        Assert.Equal(("user", "What is machine learning?", 5), (Text(asked, "role"), Text(asked, "content"), Number(asked, "tokens_used")));
        Assert.Equal((id, user.UserId), (Number(asked, "conversation"), Number(asked, "user")));
        Assert.Equal(("assistant", null), (Text(answer, "role"), answer["user"]));
        Assert.True(Number(answer, "tokens_used") > 5);
        Assert.NotEqual(Number(asked, "id"), Number(answer, "id"));

        Assert.Equal(Fields, conversation.AsObject().Select(field => field.Key));
        Assert.Equal("What is machine learning?", Text(conversation, "title"));
        Assert.Equal(5 + Number(answer, "tokens_used"), Number(conversation, "total_tokens_used"));
        Assert.Equal(2, Number(conversation, "message_count"));
        Assert.StartsWith(Text(conversation["last_message"]!, "content"), Text(answer, "content"));

        var history = (await user.GetAsync($"/chat/conversations/{id}/history")).Json!;
        Assert.True(JsonNode.DeepEquals(conversation, history["conversation"]));
        Assert.True(JsonNode.DeepEquals(new JsonArray(asked.DeepClone(), answer.DeepClone()), history["messages"]));
    }

    [Fact]
    public async Task The_usage_is_the_total_over_the_limit()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        Assert.Equal(
            $$"""{"conversation_id":{{id}},"total_tokens_used":0,"token_limit":20000,"tokens_remaining":20000,"percentage_used":0}""",
            (await user.GetAsync($"/chat/conversations/{id}/token-usage")).Body);

        var total = Number((await user.SayAsync(id, "Hello")).Json!["conversation"]!, "total_tokens_used");

        var usage = (await user.GetAsync($"/chat/conversations/{id}/token-usage")).Json!;
        Assert.Equal((total, 20_000 - total), (Number(usage, "total_tokens_used"), Number(usage, "tokens_remaining")));
        Assert.Equal((decimal)total / 200, usage["percentage_used"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Twenty_messages_at_the_edge_pass_the_limit_once_and_the_others_hear_why()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var text = string.Concat(Enumerable.Repeat("word ", 2_000)).TrimEnd();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => user.SayAsync(id, text)));

        var totals = answers.Where(answer => answer.Status == HttpStatusCode.OK)
            .Select(answer => Number(answer.Json!["conversation"]!, "total_tokens_used")).Order().ToList();
        Assert.NotEmpty(totals);
        Assert.All(totals.SkipLast(1), total => Assert.True(total < 20_000));
        Assert.True(totals[^1] >= 20_000);
        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        Assert.Equal(20, totals.Count + refused.Count);
        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.All(refused, answer => Assert.Equal(
            """{"error":"Token limit reached for this conversation. Please make a payment to continue.","token_limit_reached":true}""",
            answer.Body));

        var usage = (await user.GetAsync($"/chat/conversations/{id}/token-usage")).Json!;
        Assert.Equal((totals[^1], 0), (Number(usage, "total_tokens_used"), Number(usage, "tokens_remaining")));
        Assert.True(usage["percentage_used"]!.GetValue<double>() >= 100);
    }

    [Fact]
    public async Task The_last_updated_comes_first_and_a_title_can_be_changed()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var first = await user.CreateConversationAsync();
        var second = await user.CreateConversationAsync("Trains");
        Assert.Equal([second, first], await IdsAsync(user));
        await user.SayAsync(first, "Hello");
        Assert.Equal([first, second], await IdsAsync(user));

        var renamed = await user.PatchAsync($"/chat/conversations/{second}", new JsonObject { ["title"] = "Old trains" });
        Assert.Equal("Old trains", renamed.Text("title"));
        Assert.Equal([second, first], await IdsAsync(user));
        Assert.Equal("Old trains", Text((await user.SayAsync(second, "Hello")).Json!["conversation"]!, "title"));
    }

    [Theory]
    [InlineData(null, "New Conversation")]
    [InlineData("{}", "New Conversation")]
    [InlineData("""{"title":null}""", "New Conversation")]
    public async Task A_title_may_be_left_out(string? body, string title)
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        Assert.Equal(title, (await user.SendAsync(HttpMethod.Post, "/chat/conversations", body)).Text("title"));
    }

    [Fact]
    public async Task What_is_wrong_stands_under_its_name()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var longest = string.Concat(Enumerable.Repeat("🦊", 255));
        Wrong(await user.PostAsync("/chat/conversations", new JsonObject { ["title"] = "  " }), "title");
        Wrong(await user.PostAsync("/chat/conversations", new JsonObject { ["title"] = longest + "x" }), "title");
        Assert.Equal(longest, (await user.PostAsync("/chat/conversations", new JsonObject { ["title"] = longest })).Text("title"));
        Wrong(await user.PatchAsync($"/chat/conversations/{id}", new JsonObject()), "title");
        Wrong(await user.PostAsync("/chat/send", new JsonObject { ["message"] = "Hello" }), "conversation_id");
        Wrong(await user.PostAsync("/chat/send", new JsonObject { ["conversation_id"] = "abc", ["message"] = "Hello" }), "conversation_id");
        Wrong(await user.SayAsync(id, " \n "), "message");
        Wrong(await user.SayAsync(id, new string('x', 10_001)), "message");
        Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(id, new string('x', 10_000))).Status);
        Assert.Equal(2, Number((await user.GetAsync($"/chat/conversations/{id}")).Json!, "message_count"));
    }

    [Fact]
    public async Task A_stranger_finds_nothing_and_nobody_gets_in()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync("Mine");
        foreach (var (client, status, sentence) in ((ApiClient, HttpStatusCode, string)[])
            [
                (await ByteForgeClient.SignUpAsync(server), HttpStatusCode.NotFound, "Not found."),
                (new ByteForgeClient(server.CreateClient()), HttpStatusCode.Unauthorized, "Authentication credentials were not provided."),
            ])
        {
            Answer[] answers =
            [
                await client.GetAsync($"/chat/conversations/{id}"),
                await client.GetAsync($"/chat/conversations/{id}/history"),
                await client.GetAsync($"/chat/conversations/{id}/token-usage"),
                await client.PatchAsync($"/chat/conversations/{id}", new JsonObject { ["title"] = "Yours" }),
                await client.DeleteAsync($"/chat/conversations/{id}"),
                await client.PostAsync("/chat/send", new JsonObject { ["conversation_id"] = id, ["message"] = "Hello" }),
            ];
            Assert.All(answers, answer => Assert.Equal((status, sentence), (answer.Status, answer.Text("detail"))));
        }

        Assert.Equal(("Mine", 0), (
            (await user.GetAsync($"/chat/conversations/{id}")).Text("title"),
            Number((await user.GetAsync($"/chat/conversations/{id}")).Json!, "message_count")));
        Assert.Equal(HttpStatusCode.NotFound, (await user.SayAsync(long.MaxValue, "Hello")).Status);
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        await user.SayAsync(id, "Hello");
        Assert.Equal(HttpStatusCode.NoContent, (await user.DeleteAsync($"/chat/conversations/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"/chat/conversations/{id}/history")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await user.SayAsync(id, "Hello?")).Status);
        Assert.Empty(await IdsAsync(user));
    }

    [Fact]
    public async Task A_request_that_is_sent_again_under_its_key_has_its_effect_once()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => user.PostAsync("/chat/conversations", new JsonObject(), "a key")));
        var id = Assert.Single(made.Select(answer => Number(answer.Json!, "id")).Distinct());
        var message = new JsonObject { ["conversation_id"] = id, ["message"] = "Hello" };
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => user.PostAsync("/chat/send", message.DeepClone(), "a key")));

        Assert.Single(sent.Select(answer => answer.Body).Distinct());
        Assert.Equal([id], await IdsAsync(user));
        Assert.Equal(2, Number((await user.GetAsync($"/chat/conversations/{id}")).Json!, "message_count"));
    }

    [Fact]
    public async Task Everything_is_still_there_after_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("platform-restart-").FullName;
        string token, list, history;
        long id;
        await using (var before = PlatformServer.On(directory))
        {
            var user = await ByteForgeClient.SignUpAsync(before);
            id = await user.CreateConversationAsync();
            await user.SayAsync(id, "Remember me");
            (token, list) = (user.Token, (await user.GetAsync("/chat/conversations")).Body);
            history = (await user.GetAsync($"/chat/conversations/{id}/history")).Body;
        }

        await using (var after = PlatformServer.On(directory))
        {
            var again = new ByteForgeClient(after.CreateClient()) { Token = token };
            Assert.Equal(list, (await again.GetAsync("/chat/conversations")).Body);
            Assert.Equal(history, (await again.GetAsync($"/chat/conversations/{id}/history")).Body);
            Assert.Equal(4, Number((await again.SayAsync(id, "And on")).Json!["conversation"]!, "message_count"));
        }

        Directory.Delete(directory, recursive: true);
    }

    private static void Wrong(Answer answer, string field)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Text("error"));
        Assert.NotEmpty(answer.Json![field]![0]!.GetValue<string>());
    }

    private static async Task<IEnumerable<long>> IdsAsync(ByteForgeClient user) =>
        (await user.GetAsync("/chat/conversations")).Json!.AsArray().Select(one => Number(one!, "id"));

    private static long Number(JsonNode node, string name) => node[name]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
