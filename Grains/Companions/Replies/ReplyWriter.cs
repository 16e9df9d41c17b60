using Microsoft.Extensions.Options;

namespace Platform.Companions.Replies;

/// <summary>Has a companion's replies written.</summary>
internal sealed class ReplyWriter(ReplyEngine engine, IOptions<ChatProviderOptions> options)
{
    public const int MaxLength = 8000;

    /// <inheritdoc cref="ReplyEngine.WriteAsync"/>
    public ValueTask<ReplyResult?> WriteAsync(ReplyRequest request, CancellationToken cancellation = default) =>
        engine.WriteAsync(Assignment(request), cancellation);

    /// <inheritdoc cref="ReplyEngine.StreamAsync"/>
    public ValueTask<ReplyResult?> StreamAsync(
        ReplyRequest request, Func<string, ValueTask> onPiece, CancellationToken cancellation = default) =>
        engine.StreamAsync(Assignment(request), onPiece, cancellation);

    private Assignment Assignment(ReplyRequest request) =>
        new(ReplyPrompt.Messages(request, options.Value.OpenAI.PromptTokens), ReplyRequest.Key, request, MaxLength);
}
