using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Platform.Conversations.Assistant;

namespace Platform.Companions.Replies;

/// <summary>
/// A chat model that is no model: replies are composed from phrase tables, on the spot and without a network. Takes its
/// <see cref="ReplyRequest"/>, or the assistant's <see cref="AssistantRequest"/>, from the options; without one it answers the last user
/// message as a neutral companion.
/// </summary>
internal sealed class BuiltinChatClient : IChatClient
{
    public const string ModelId = "builtin";

    /// <summary>How many words one streamed update has.</summary>
    private const int WordsPerUpdate = 3;

    private static readonly ChatClientMetadata Metadata = new(ModelId, defaultModelId: ModelId);

    private static readonly Persona Neutral = new("Companion", "", [], null, new Dictionary<string, string>());

    /// <summary>Pure computation, so the task is complete when it is returned.</summary>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<ChatResponse>(cancellationToken);
        var text = Compose(messages, options);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = ModelId,
            FinishReason = ChatFinishReason.Stop,
        });
    }

    /// <summary>The same text, a few words at a time.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var text = Compose(messages, options);
        for (var start = 0; start < text.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = GroupEnd(text, start);
            yield return new ChatResponseUpdate(ChatRole.Assistant, text[start..end])
            {
                ModelId = ModelId,
                FinishReason = end == text.Length ? ChatFinishReason.Stop : null,
            };
            start = end;
        }
        await Task.CompletedTask;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? Metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // Holds nothing.
    }

    /// <summary>Each group keeps the space after it, so that the groups joined are the text.</summary>
    private static int GroupEnd(string text, int start)
    {
        var end = start;
        for (var words = 0; words < WordsPerUpdate && end < text.Length; words++)
        {
            var space = text.IndexOf(' ', end);
            end = space < 0 ? text.Length : space + 1;
        }
        return end;
    }

    private static string Compose(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(AssistantRequest.Key, out AssistantRequest? asked) == true && asked is not null
            ? AssistantComposer.Compose(asked)
            : ReplyComposer.Compose(RequestIn(messages, options));

    private static ReplyRequest RequestIn(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (options?.AdditionalProperties?.TryGetValue(ReplyRequest.Key, out ReplyRequest? request) == true && request is not null)
            return request;
        var said = messages.Where(message => message.Role == ChatRole.User || message.Role == ChatRole.Assistant).ToList();
        var last = said.FindLastIndex(message => message.Role == ChatRole.User);
        var text = last < 0 ? "" : said[last].Text;
        var recent = said.Take(Math.Max(last, 0)).Select(message => new PastMessage(message.Role == ChatRole.User, message.Text)).ToList();
        return new ReplyRequest(
            Neutral, new Emotions(0, 0, 0, 0, 0), "neutral", Appraiser.Read(text), 0, TimeSpan.Zero, recent, text, SeedOf(text, recent.Count));
    }

    /// <summary>FNV-1a, which is the same in every process, unlike string hash codes.</summary>
    private static ulong SeedOf(string text, int turn)
    {
        var hash = 14695981039346656037UL ^ (ulong)turn;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
