using Microsoft.Extensions.AI;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

public sealed class BuiltinChatClientTests : IDisposable
{
    private readonly BuiltinChatClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task It_answers_the_request_in_the_options_at_once()
    {
        var request = Requests.Of("what's your name?");
        var task = _client.GetResponseAsync([], Options(request));
        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal(ReplyComposer.Compose(request), (await task).Text);
    }

    [Fact]
    public async Task The_streamed_text_is_the_same_text_in_several_updates()
    {
        var request = Requests.Of("tell me a story");
        var updates = new List<string>();
        await foreach (var update in _client.GetStreamingResponseAsync([], Options(request)))
            updates.Add(update.Text);
        Assert.True(updates.Count > 3);
        Assert.Equal(ReplyComposer.Compose(request), string.Concat(updates));
    }

    [Fact]
    public async Task Without_a_request_it_answers_the_last_user_message()
    {
        ChatMessage[] messages = [new(ChatRole.User, "my name is Ana"), new(ChatRole.Assistant, "Hello."), new(ChatRole.User, "do you remember my name?")];
        Assert.Contains("Ana", (await _client.GetResponseAsync(messages)).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await _client.GetResponseAsync([])).Text);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.GetResponseAsync([], null, new CancellationToken(canceled: true)));

    [Fact]
    public void It_tells_what_it_is()
    {
        Assert.Equal("builtin", _client.GetService<ChatClientMetadata>()?.DefaultModelId);
        Assert.Same(_client, _client.GetService<IChatClient>());
    }

    private static ChatOptions Options(ReplyRequest request) =>
        new() { AdditionalProperties = new() { [ReplyRequest.Key] = request } };
}
