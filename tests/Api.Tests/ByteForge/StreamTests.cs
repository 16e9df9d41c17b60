using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Platform.Testing;

namespace Platform.Api.Tests.ByteForge;

/// <summary>Replies as events, from a model that writes them under the test's control.</summary>
public sealed class StreamTests : IAsyncLifetime
{
    private ModelledServer _server = null!;
    private ByteForgeClient _user = null!;
    private long _id;

    public async Task InitializeAsync()
    {
        _server = await ModelledServer.StartAsync();
        _user = await ByteForgeClient.SignUpAsync(_server);
        _id = await _user.CreateConversationAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_streamed_is_what_is_kept_and_what_is_answered_without_streaming()
    {
        _server.Model.Then(ModelServer.Says("One, ", "two ", "and three 🦊", "."));
        await using var events = await SayAsync("Count");
        var all = await events.ToListAsync();

        Assert.Equal(HttpStatusCode.OK, events.Response.StatusCode);
        Assert.Equal(("no-store", "no"), (
            events.Response.Headers.CacheControl!.ToString(), events.Response.Headers.GetValues("X-Accel-Buffering").Single()));
        Assert.Equal(("user_message", "done"), (all[0].Name, all[^1].Name));
        Assert.All(all[1..^1], one => Assert.Equal("delta", one.Name));
        var text = string.Concat(all[1..^1].Select(one => (string?)one.Data["text"]));
        Assert.Equal("One, two and three 🦊.", text);

        var done = all[^1].Data;
        var history = (await _user.GetAsync($"/chat/conversations/{_id}/history")).Json!;
        Assert.True(JsonNode.DeepEquals(all[0].Data, done["user_message"]));
        Assert.True(JsonNode.DeepEquals(history["messages"], new JsonArray(done["user_message"]!.DeepClone(), done["ai_response"]!.DeepClone())));
        Assert.True(JsonNode.DeepEquals(history["conversation"], done["conversation"]));
        Assert.Equal(text, (string?)done["ai_response"]!["content"]);
        var whole = (await _user.SayAsync(_id, "Count")).Json!;
        Assert.Equal(whole.AsObject().Select(field => field.Key), done.AsObject().Select(field => field.Key));
        Assert.Equal(text, (string?)whole["ai_response"]!["content"]);
    }

    [Fact]
    public async Task A_second_client_reads_from_the_start_and_one_that_comes_back_from_where_it_was()
    {
        var pieces = Dribble();
        await using var first = await SayAsync("Count");
        await pieces.WriteAsync("One,");
        Assert.Equal("One,", await first.TextAsync(4));
        await first.DisposeAsync();
        await pieces.WriteAsync(" two");

        await using var second = await FollowAsync();
        await using var again = await FollowAsync(first.LastId);
        Assert.Equal("One, two", await second.TextAsync(8));
        Assert.Equal(" two", await again.TextAsync(4));
        var state = (await _user.GetAsync($"/chat/conversations/{_id}/reply")).Json!;
        Assert.Equal(("writing", "One, two", null), ((string?)state["status"], (string?)state["content"], state["ai_response"]));

        await pieces.WriteAsync(" and three.");
        pieces.Complete();
        var (rest, end) = (await second.ToListAsync(), await again.ToListAsync());
        Assert.Equal(rest.Select(one => one.Name), end.Select(one => one.Name));
        Assert.True(JsonNode.DeepEquals(rest[^1].Data, end[^1].Data));
        Assert.Equal("One, two and three.", (string?)rest[^1].Data["ai_response"]!["content"]);

        // Long done, it is still picked up where the client has it.
        await using var late = await FollowAsync(first.LastId);
        Assert.Equal(" two and three.", await late.TextAsync(15));
        Assert.Equal("done", (await late.NextAsync())!.Value.Name);
        Assert.Equal("done", (await _user.GetAsync($"/chat/conversations/{_id}/reply")).Text("status"));
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_a_reply_that_is_finished_and_kept()
    {
        var pieces = Dribble();
        var gone = await SayAsync("Hello");
        await pieces.WriteAsync("I go ");
        await gone.TextAsync(4);
        await gone.DisposeAsync();
        await pieces.WriteAsync("on.");
        pieces.Complete();

        await Poll.UntilAsync(async () => (await MessagesAsync()).Count == 2, TimeSpan.FromSeconds(30));
        var history = (await _user.GetAsync($"/chat/conversations/{_id}/history")).Json!;
        Assert.Equal("I go on.", (string?)history["messages"]![1]!["content"]);
        Assert.Equal(
            history["messages"]!.AsArray().Sum(one => (long)one!["tokens_used"]!), (long)history["conversation"]!["total_tokens_used"]!);
    }

    [Fact]
    public async Task A_reply_that_breaks_in_the_middle_is_an_error_in_the_envelope_and_may_be_asked_for_again()
    {
        var pieces = Dribble();
        var message = new JsonObject { ["conversation_id"] = _id, ["message"] = "Hello" };
        await using var events = await _user.StreamAsync(HttpMethod.Post, "/chat/send", message, "a key");
        await pieces.WriteAsync("I'm ");
        await events.TextAsync(3);
        pieces.Complete(new EndOfStreamException());

        var (name, data) = Assert.Single(await events.ToListAsync());
        Assert.Equal(("error", "error"), (name, Assert.Single(data.AsObject()).Key));
        Assert.Equal("failed", (await _user.GetAsync($"/chat/conversations/{_id}/reply")).Text("status"));
        Assert.Equal("Hello", Assert.Single(await MessagesAsync()));

        // Such an answer is none to be remembered.
        _server.Model.Then(ModelServer.Says("Hi."));
        await using var again = await _user.StreamAsync(HttpMethod.Post, "/chat/send", message, "a key");
        Assert.Equal("done", (await again.ToListAsync())[^1].Name);
        Assert.Equal(["Hello", "Hi."], await MessagesAsync());

        await using var replayed = await _user.StreamAsync(HttpMethod.Post, "/chat/send", message, "a key");
        Assert.Equal("true", replayed.Response.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal("done", (await replayed.ToListAsync())[^1].Name);
        Assert.Equal(["Hello", "Hi."], await MessagesAsync());
    }

    [Fact]
    public async Task What_is_wrong_before_the_first_event_is_an_ordinary_error()
    {
        _server.Model.Then(ModelServer.Fails(400));
        await IsErrorAsync(await SayAsync(" "), HttpStatusCode.BadRequest);
        await IsErrorAsync(await SayAsync("Hello", conversation: long.MaxValue), HttpStatusCode.NotFound);
        await IsErrorAsync(await FollowAsync(), HttpStatusCode.NotFound);
        await IsErrorAsync(await _user.StreamAsync(HttpMethod.Post, $"/chat/conversations/{_id}/regenerate"), HttpStatusCode.Conflict);

        var stranger = await ByteForgeClient.SignUpAsync(_server);
        await _user.SayAsync(_id, "Mine");
        await IsErrorAsync(
            await stranger.StreamAsync(HttpMethod.Get, $"/chat/conversations/{_id}/reply"), HttpStatusCode.NotFound);
        await IsErrorAsync(await FollowAsync(), HttpStatusCode.ServiceUnavailable);
        var nobody = new ByteForgeClient(_server.CreateClient());
        await IsErrorAsync(await nobody.StreamAsync(HttpMethod.Get, $"/chat/conversations/{_id}/reply"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_sends_at_once_are_streamed_one_after_the_other()
    {
        var pieces = Dribble();
        await using var first = await SayAsync("First");
        var second = SayAsync("Second");
        _server.Model.Then(ModelServer.Says("Two."));
        await pieces.WriteAsync("One.");
        Assert.Equal("One.", await first.TextAsync(4));
        pieces.Complete();

        Assert.Equal("done", (await first.ToListAsync())[^1].Name);
        Assert.Equal("done", (await (await second).ToListAsync())[^1].Name);
        Assert.Equal(["First", "One.", "Second", "Two."], await MessagesAsync());
    }

    [Fact]
    public async Task The_last_reply_is_written_again_streamed_or_not()
    {
        _server.Model.Then(ModelServer.Says("One."), ModelServer.Says("Two."), ModelServer.Says("Three."));
        var first = (await _user.SayAsync(_id, "A number, please")).Json!;
        var second = await _user.PostAsync($"/chat/conversations/{_id}/regenerate", body: null);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal("Two.", (string?)second.Json!["ai_response"]!["content"]);
        await using var third = await _user.StreamAsync(HttpMethod.Post, $"/chat/conversations/{_id}/regenerate");
        var done = (await third.ToListAsync())[^1].Data;

        Assert.Equal("Three.", (string?)done["ai_response"]!["content"]);
        Assert.Equal((long)first["ai_response"]!["id"]!, (long)done["ai_response"]!["id"]!);
        Assert.Equal(3 * (long)first["ai_response"]!["tokens_used"]!, (long)done["ai_response"]!["tokens_used"]!);
        Assert.Equal(["A number, please", "Three."], await MessagesAsync());
    }

    private ChannelWriter<string> Dribble()
    {
        var pieces = Channel.CreateUnbounded<string>();
        _server.Model.Then(ModelServer.Dribbles(pieces.Reader));
        return pieces.Writer;
    }

    private Task<EventReader> SayAsync(string message, long? conversation = null) => _user.StreamAsync(
        HttpMethod.Post, "/chat/send", new JsonObject { ["conversation_id"] = conversation ?? _id, ["message"] = message });

    private Task<EventReader> FollowAsync(string? lastEventId = null) =>
        _user.StreamAsync(HttpMethod.Get, $"/chat/conversations/{_id}/reply", lastEventId: lastEventId);

    private async Task<List<string?>> MessagesAsync() =>
        [.. (await _user.GetAsync($"/chat/conversations/{_id}/history")).Json!["messages"]!.AsArray().Select(one => (string?)one!["content"])];

    private static async Task IsErrorAsync(EventReader answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.Response.StatusCode);
        Assert.Equal("application/json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(JsonNode.Parse(await answer.Response.Content.ReadAsStringAsync())!.AsObject());
        await answer.DisposeAsync();
    }
}
