using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Tests;

/// <summary>A reply engine whose next answers a test writes: at once, late, in pieces, or a failure.</summary>
public sealed class ScriptedChatClient : IChatClient
{
    private Func<Task<string>>? _next;
    private ChannelReader<string>? _pieces;

    /// <summary>Completes when the engine was asked.</summary>
    public TaskCompletionSource Asked { get; private set; } = new();

    /// <summary>What the companion who asked last knew of her user.</summary>
    internal Known? Known { get; private set; }

    /// <summary>What she was shown of the conversation.</summary>
    internal IReadOnlyList<PastMessage>? Recent { get; private set; }

    /// <summary>Scripts the next answer; later ones are "ok" again.</summary>
    public void Next(Func<Task<string>> answer)
    {
        Asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _next = answer;
    }

    /// <summary>Scripts the next answer piece by piece. It ends when the test completes it; with an exception: in the middle.</summary>
    public ChannelWriter<string> NextPieces()
    {
        var pieces = Channel.CreateUnbounded<string>();
        _pieces = pieces.Reader;
        return pieces.Writer;
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.AdditionalProperties?.GetValueOrDefault(ReplyRequest.Key) is ReplyRequest request) (Known, Recent) = (request.Known, request.Recent);
        var next = Interlocked.Exchange(ref _next, null);
        if (next is null) return Answer("ok");
        Asked.TrySetResult();
        return Answer(await next());
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _pieces, null) is { } pieces)
        {
            await foreach (var piece in pieces.ReadAllAsync(cancellationToken)) yield return new(ChatRole.Assistant, piece);
            yield break;
        }

        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    private static ChatResponse Answer(string text) =>
        new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
