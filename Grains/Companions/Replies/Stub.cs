using Microsoft.Extensions.AI;
namespace Platform.Companions.Replies;
internal static class ReplyPrompt { public static IReadOnlyList<ChatMessage> Messages(ReplyRequest r) => [new(ChatRole.User, r.Text)]; }
internal sealed class BuiltinChatClient : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "I hear you: " + messages.Last().Text)));
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    public object? GetService(Type serviceType, object? serviceKey = null) => null;
    public void Dispose() { }
}
