using System.Threading.Channels;
using Platform.Companions.Replies;
using Platform.Testing;
using static Platform.Testing.ModelServer;

namespace Platform.Tests.Companions.Replies.Models;

/// <summary>Replies of a model behind a real HTTP server.</summary>
public sealed class OpenAIChatTests : IAsyncLifetime
{
    private ModelTest _test = null!;

    private ModelServer Server => _test.Server;

    public async Task InitializeAsync() => _test = await ModelTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task A_reply_comes_trimmed_and_with_what_it_used()
    {
        Server.Then(Says("  I'm fine.\n"));
        Assert.Equal(new ReplyResult("I'm fine.", new TokenUsage(11, 7)), await _test.WriteAsync());
    }

    [Fact]
    public async Task The_model_is_sent_the_prompt_and_nothing_else()
    {
        await _test.WriteAsync(new PastMessage(true, "Hi"), new PastMessage(false, "Hello."));
        var body = Assert.Single(Server.Requests);
        Assert.Equal(["messages", "model"], body.Select(member => member.Key).Order());
        Assert.Equal("test", (string?)body["model"]);
        Assert.Equal(["system", "user", "assistant", "user"], body["messages"]!.AsArray().Select(message => (string?)message!["role"]));
        Assert.Contains("How are you?", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_streamed_reply_is_the_whole_one_in_pieces()
    {
        Server.Then(Says(" ", "\nI'm ", "fine", ", ", "thank  ", " you \ud83e\udd8a", " ", "\n"));
        var (reply, pieces) = await _test.StreamAsync();
        Assert.Equal(new ReplyResult("I'm fine, thank   you 🦊", new TokenUsage(11, 7)), reply);
        Assert.True(pieces.Count > 3);
        Assert.Equal(reply!.Text, string.Concat(pieces));
        Assert.Equal(await _test.WriteAsync(), reply);
        Assert.True((bool?)Server.Requests.First()["stream_options"]!["include_usage"]);
    }

    [Fact]
    public async Task A_server_that_does_not_count_tokens_is_no_failure()
    {
        Server.Then(Streams(Chunk("Fine."), Chunk("", "stop"), "[DONE]"));
        Assert.Equal(new ReplyResult("Fine.", new TokenUsage(0, 0)), (await _test.StreamAsync()).Reply);
    }

    [Fact]
    public async Task A_server_that_fails_once_is_asked_again()
    {
        Server.Then(Fails(500), Says("Fine."));
        Assert.Equal("Fine.", (await _test.WriteAsync())?.Text);
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task A_stream_that_fails_before_it_began_is_asked_for_again()
    {
        Server.Then(Fails(503), Says("Fine."));
        Assert.Equal("Fine.", (await _test.StreamAsync()).Reply?.Text);
    }

    [Fact]
    public async Task A_server_that_is_down_is_spared_until_it_had_time_to_recover()
    {
        Server.Then(Fails(500));
        Assert.Null(await _test.WriteAsync());
        Assert.Equal(3, Server.Requests.Count);
        Assert.Null(await _test.WriteAsync());
        Assert.Equal(6, Server.Requests.Count);
        var waits = _test.Clock.Waits.Count;

        Assert.Null(await _test.WriteAsync());
        Assert.Null((await _test.StreamAsync()).Reply);
        Assert.Equal((6, waits), (Server.Requests.Count, _test.Clock.Waits.Count));
        Assert.Contains("spared for a while", _test.Log, StringComparison.Ordinal);

        Server.Then(Says("I'm back."));
        _test.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("I'm back.", (await _test.WriteAsync())?.Text);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_given_the_time_it_asks_for()
    {
        Server.Then(Fails(429, "7"), Says("Fine."));
        Assert.Equal("Fine.", (await _test.WriteAsync())?.Text);
        Assert.Equal([TimeSpan.FromSeconds(7)], _test.Clock.Waits);
    }

    [Fact]
    public async Task A_server_that_is_busy_until_a_moment_is_given_time_until_then()
    {
        Server.Then(Fails(429, _test.Clock.GetUtcNow().AddSeconds(5).ToString("R")), Says("Fine."));
        Assert.Equal("Fine.", (await _test.WriteAsync())?.Text);
        Assert.Equal([TimeSpan.FromSeconds(5)], _test.Clock.Waits);
    }

    [Fact]
    public async Task A_server_that_is_busy_for_an_hour_has_failed_at_once()
    {
        Server.Then(Fails(429, "3600"));
        Assert.Null(await _test.WriteAsync());
        Assert.Single(Server.Requests);
        Assert.Empty(_test.Clock.Waits);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_refusal_is_not_asked_for_twice_and_the_log_says_which(int status)
    {
        Server.Then(Fails(status));
        Assert.Null(await _test.WriteAsync());
        Assert.Single(Server.Requests);
        Assert.Contains($"the server answered {status}", _test.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_holds_the_key_even_when_the_server_repeats_it()
    {
        Server.Then(Fails(401), Fails(500));
        Assert.Null(await _test.WriteAsync());
        Assert.Null((await _test.StreamAsync()).Reply);
        Assert.NotEmpty(_test.Log);
        Assert.DoesNotContain(ModelTest.Key, _test.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_takes_too_long_has_failed_and_is_told_so()
    {
        var (arrived, gaveUp) = (Signal(), Signal());
        Server.Then(Hangs(arrived, gaveUp));
        var writing = _test.Writer.WriteAsync(Requests.Of("How are you?")).AsTask();
        await Within(arrived.Task);
        _test.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await writing.WaitAsync(TimeSpan.FromSeconds(30)));
        await Within(gaveUp.Task);
        Assert.Single(Server.Requests);
        Assert.Contains("it took too long", _test.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_stalls_has_failed()
    {
        var (arrived, gaveUp, heard) = (Signal(), Signal(), Signal());
        Server.Then(async context =>
        {
            await Streams(Chunk("I'm"))(context);
            await Hangs(arrived, gaveUp)(context);
        });
        var writing = _test.Writer.StreamAsync(Requests.Of("How are you?"), _ =>
        {
            heard.TrySetResult();
            return ValueTask.CompletedTask;
        }).AsTask();
        await Within(heard.Task);
        _test.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await writing.WaitAsync(TimeSpan.FromSeconds(30)));
        await Within(gaveUp.Task);
        Assert.Contains("it took too long", _test.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_may_take_longer_than_a_whole_reply_but_not_for_ever()
    {
        var pieces = Channel.CreateUnbounded<string>();
        var heard = Channel.CreateUnbounded<string>();
        Server.Then(Dribbles(pieces.Reader));
        var writing = _test.Writer.StreamAsync(Requests.Of("How are you?"), piece => heard.Writer.WriteAsync(piece)).AsTask();
        // Six times twenty seconds: a silence of more than twenty-five has never been.
        for (var i = 0; i < 5; i++)
        {
            await pieces.Writer.WriteAsync($"Piece {i}, ");
            await heard.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            _test.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.False(writing.IsCompleted);
        }

        await pieces.Writer.WriteAsync("and no end");
        await heard.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        _test.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(await writing.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("it took too long", _test.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_in_the_middle_is_no_reply()
    {
        var heard = Signal();
        Server.Then(BreaksAfter(heard.Task, Chunk("I'm ")));
        var writing = _test.Writer.StreamAsync(Requests.Of("How are you?"), _ =>
        {
            heard.TrySetResult();
            return ValueTask.CompletedTask;
        }).AsTask();
        Assert.Null(await _test.Clock.FinishAsync(writing));
        Assert.True(heard.Task.IsCompleted);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_stream_that_ends_before_the_model_did_is_no_reply()
    {
        Server.Then(Streams(Chunk("I'm "), Chunk("fi")));
        Assert.Null((await _test.StreamAsync()).Reply);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<html>It works!</html>")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"id":"1","object":"chat.completion","created":1,"model":"test","choices":[]}""")]
    [InlineData("""{"choices":"none"}""")]
    public async Task An_answer_that_makes_no_sense_is_no_reply(string body)
    {
        Server.Then(Writes(body));
        Assert.Null(await _test.WriteAsync());
    }

    [Fact]
    public async Task A_stream_that_makes_no_sense_is_no_reply()
    {
        Server.Then(Streams(Chunk("I'm"), "{ nonsense", "[DONE]"));
        Assert.Null((await _test.StreamAsync()).Reply);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task An_empty_answer_is_no_reply(string text)
    {
        Server.Then(Says(text));
        Assert.Null(await _test.WriteAsync());
        Assert.Null((await _test.StreamAsync()).Reply);
    }

    [Fact]
    public async Task A_very_long_answer_is_cut_at_a_whole_character()
    {
        var foxes = string.Concat(Enumerable.Repeat("🦊", 300));
        string[] pieces = ["x", .. Enumerable.Repeat(foxes, 40)];
        Server.Then(Says(pieces));
        var whole = (await _test.WriteAsync())!.Text;
        Assert.Equal(string.Concat(pieces)[..7999], whole);
        var (reply, passedOn) = await _test.StreamAsync();
        Assert.Equal(whole, reply!.Text);
        Assert.Equal(whole, string.Concat(passedOn));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_failure_after_a_few_attempts()
    {
        await Server.DisposeAsync();
        Assert.Null(await _test.WriteAsync());
        Assert.Equal(2, _test.Clock.Waits.Count);
        Assert.Contains("The reply engine failed: ConnectionError", _test.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_of_a_failure()
    {
        var (arrived, gaveUp) = (Signal(), Signal());
        Server.Then(Hangs(arrived, gaveUp));
        using var caller = new CancellationTokenSource();
        var writing = _test.Writer.WriteAsync(Requests.Of("How are you?"), caller.Token).AsTask();
        await Within(arrived.Task);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        await Within(gaveUp.Task);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task Within(Task task) => task.WaitAsync(TimeSpan.FromSeconds(30));
}
