using Platform.Companions.Replies;

namespace Platform.Conversations.Assistant;

/// <summary>Has the assistant's answers written, and says what they cost.</summary>
internal sealed class AssistantWriter(ReplyEngine engine, TokenCounter counter)
{
    private const int MaxLength = 20_000;

    /// <summary>The answer, each piece of which has gone to <paramref name="onPiece"/>, or null when the engine failed.</summary>
    public async Task<AssistantReply?> WriteAsync(AssistantRequest request, Action<string> onPiece)
    {
        var assignment = new Assignment(AssistantPrompt.Messages(request), AssistantRequest.Key, request, MaxLength);
        var reply = await engine.StreamAsync(assignment, piece =>
        {
            onPiece(piece);
            return ValueTask.CompletedTask;
        });
        if (reply is null) return null;
        var textTokens = await counter.CountAsync(reply.Text);
        var prompt = reply.Usage.Input > 0 ? reply.Usage.Input : await CountPromptAsync(request);
        var completion = reply.Usage.Output > 0 ? reply.Usage.Output : textTokens;
        return new AssistantReply(reply.Text, textTokens, prompt + completion);
    }

    /// <summary>The texts were counted when they were written.</summary>
    private async ValueTask<long> CountPromptAsync(AssistantRequest request) =>
        await counter.CountAsync(AssistantPrompt.System) + request.Recent.Sum(turn => turn.TextTokens) + request.Heard.TextTokens;
}
