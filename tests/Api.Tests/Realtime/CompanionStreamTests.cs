using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Tests.Demi;
using Platform.Api.Tests.MascotForge;
using Platform.Testing;

namespace Platform.Api.Tests.Realtime;

/// <summary>Companions' replies as events, from a model that writes them under the test's control.</summary>
public sealed class CompanionStreamTests : IAsyncLifetime
{
    private ModelledServer _server = null!;

    public async Task InitializeAsync() => _server = await ModelledServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("demi")]
    [InlineData("neurotamagotchi")]
    public async Task What_is_streamed_is_what_is_kept_and_what_is_answered_without_streaming(string product)
    {
        var talk = await TalkAsync(product);
        _server.Model.Then(ModelServer.Says("One, ", "two ", "and three 🦊", "."));
        await using var events = await talk.StreamAsync("Count");
        var all = await events.ToListAsync();

        Assert.Equal(("user_message", "done"), (all[0].Name, all[^1].Name));
        var text = string.Concat(all[1..^1].Select(one => (string?)one.Data["text"]));
        Assert.Equal("One, two and three 🦊.", text);
        var done = all[^1].Data;
        Assert.Equal(text, (string?)done["message"]!["content"]);
        Assert.Equal(["Count", text], await talk.ContentsAsync());
        var whole = (await talk.SayAsync("Count")).Json!;
        Assert.Equal(whole.AsObject().Select(field => field.Key), done.AsObject().Select(field => field.Key));
        Assert.Equal(text, (string?)whole["message"]!["content"]);
    }

    [Theory]
    [InlineData("demi")]
    [InlineData("neurotamagotchi")]
    public async Task Who_goes_away_comes_back_to_where_it_was(string product)
    {
        var talk = await TalkAsync(product);
        var pieces = Dribble();
        var first = await talk.StreamAsync("Count");
        await pieces.WriteAsync("One,");
        Assert.Equal("One,", await first.TextAsync(4));
        await first.DisposeAsync();
        await pieces.WriteAsync(" two");

        await using var second = await talk.FollowAsync();
        await using var again = await talk.FollowAsync(first.LastId);
        Assert.Equal(("One, two", " two"), (await second.TextAsync(8), await again.TextAsync(4)));
        Assert.Equal("writing", (await talk.ReplyAsync()).Text("status"));
        await pieces.WriteAsync(" and three.");
        pieces.Complete();
        Assert.Equal("done", (await second.ToListAsync())[^1].Name);
        Assert.Equal("done", (await again.ToListAsync())[^1].Name);
        Assert.Equal("done", (await talk.ReplyAsync()).Text("status"));
        Assert.Equal(["Count", "One, two and three."], await talk.ContentsAsync());
    }

    [Fact]
    public async Task Streams_end_when_the_process_serves_no_longer()
    {
        var talk = await TalkAsync("demi");
        var pieces = Dribble();
        await using var reply = await talk.StreamAsync("Count");
        await pieces.WriteAsync("One,");
        await reply.TextAsync(4);
        var artist = await MascotForgeClient.SignUpAsync(_server);
        await using var job = await artist.StreamAsync(HttpMethod.Get, $"/mascots/{await artist.MakeMascotAsync(isHeld: true)}");
        await job.NextAsync();

        _server.Services.GetRequiredService<Serving>().End();
        foreach (var events in (EventReader[])[reply, job]) Assert.Equal("error", (await events.ToListAsync())[^1].Name);
        pieces.Complete();
    }

    [Theory]
    [InlineData("demi")]
    [InlineData("neurotamagotchi")]
    public async Task What_breaks_in_the_middle_is_an_error_in_the_envelope_and_is_owed(string product)
    {
        var talk = await TalkAsync(product);
        var pieces = Dribble();
        await using var events = await talk.StreamAsync("Hello", "a key");
        await pieces.WriteAsync("I'm ");
        await events.TextAsync(3);
        pieces.Complete(new EndOfStreamException());
        var (name, data) = Assert.Single(await events.ToListAsync());
        Assert.Equal("error", name);
        Assert.Equal("reply_failed", ((string?)data["code"])!.ToLowerInvariant());
        Assert.Equal("failed", (await talk.ReplyAsync()).Text("status"));

        _server.Model.Then(ModelServer.Says("Hi."));
        await using var again = await talk.StreamAsync("Hello", "a key");
        var answered = (await again.ToListAsync())[^1];
        Assert.Equal("done", answered.Name);
        await using var replayed = await talk.StreamAsync("Hello", "a key");
        Assert.True(JsonNode.DeepEquals(answered.Data, (await replayed.ToListAsync())[^1].Data));
        Assert.Equal(["Hello", "Hi."], await talk.ContentsAsync());
    }

    [Theory]
    [InlineData("demi")]
    [InlineData("neurotamagotchi")]
    public async Task The_last_reply_is_written_again_streamed_or_not(string product)
    {
        var talk = await TalkAsync(product);
        Assert.Equal(HttpStatusCode.Conflict, (await talk.Client.PostAsync(talk.Regenerate, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await talk.ReplyAsync()).Status);
        _server.Model.Then(ModelServer.Says("One."), ModelServer.Says("Two."), ModelServer.Says("Three."));
        var first = (await talk.SayAsync("A number, please")).Json!;
        var second = await talk.Client.PostAsync(talk.Regenerate, null);
        Assert.Equal((HttpStatusCode.OK, "Two."), (second.Status, (string?)second.Json!["message"]!["content"]));
        await using var third = await talk.Client.StreamAsync(HttpMethod.Post, talk.Regenerate);
        Assert.Equal("Three.", (string?)(await third.ToListAsync())[^1].Data["message"]!["content"]);
        Assert.NotEqual(first["message"]!.ToJsonString(), second.Json["message"]!.ToJsonString());
        Assert.Equal(["A number, please", "Three."], await talk.ContentsAsync());
    }

    [Fact]
    public async Task A_socket_is_told_of_a_reply_that_was_written_again()
    {
        var user = await DemiClient.SignUpAsync(_server);
        var (socket, _) = await DemiSocket.OpenAsync(_server, user);
        _server.Model.Then(ModelServer.Says("One."), ModelServer.Says("Two."));
        await socket.SayAsync("A number, please");
        var first = await socket.UntilAsync("message");
        var regenerated = await user.PostAsync("/chat/regenerate", null);
        Assert.Equal((string?)first["message_id"], (string?)(await socket.UntilAsync("message_removed"))["message_id"]);
        Assert.Equal((string?)regenerated.Json!["message"]!["message_id"], (string?)(await socket.NextAsync("message"))["message_id"]);
    }

    [Fact]
    public async Task A_socket_is_told_that_its_message_is_kept_before_the_reply_is_written_and_that_it_failed()
    {
        var user = await DemiClient.SignUpAsync(_server);
        var (socket, _) = await DemiSocket.OpenAsync(_server, user);
        _server.Model.Then(ModelServer.Fails(400));
        await socket.SayAsync("Hello?");
        await socket.NextAsync("delivered");
        Assert.True((await socket.NextAsync("typing"))["is_typing"]!.GetValue<bool>());
        Assert.False((await socket.NextAsync("typing"))["is_typing"]!.GetValue<bool>());
        Assert.Equal("inference_error", (string?)(await socket.NextAsync("error"))["code"]);
    }

    private ChannelWriter<string> Dribble()
    {
        var pieces = Channel.CreateUnbounded<string>();
        _server.Model.Then(ModelServer.Dribbles(pieces.Reader));
        return pieces.Writer;
    }

    private async Task<Talk> TalkAsync(string product)
    {
        if (product == "demi") return new Talk(await DemiClient.SignUpAsync(_server), "/chat", NewestFirst: true);
        var user = await _server.SignUpAsync();
        return new Talk(user, $"/chat/{await user.CreateCharacterAsync()}", NewestFirst: false);
    }

    /// <summary>One client's conversation, in either product.</summary>
    private sealed record Talk(ApiClient Client, string Path, bool NewestFirst)
    {
        public string Regenerate => $"{Path}/regenerate";

        public Task<Answer> SayAsync(string text) => Client.PostAsync($"{Path}/send", Said(text));

        public Task<EventReader> StreamAsync(string text, string? key = null) =>
            Client.StreamAsync(HttpMethod.Post, $"{Path}/send", Said(text), key);

        public Task<EventReader> FollowAsync(string? lastId = null) =>
            Client.StreamAsync(HttpMethod.Get, $"{Path}/reply", lastEventId: lastId);

        public Task<Answer> ReplyAsync() => Client.GetAsync($"{Path}/reply");

        public async Task<List<string?>> ContentsAsync()
        {
            var history = (await Client.GetAsync($"{Path}/history")).Json!;
            var messages = history[NewestFirst ? "messages" : "items"]!.AsArray().Select(one => (string?)one!["content"]);
            return [.. NewestFirst ? messages.Reverse() : messages];
        }

        private static JsonObject Said(string text) => new() { ["content"] = text };
    }
}
