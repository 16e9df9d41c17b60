using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Platform.Companions.Replies.Models;

namespace Platform.Conversations.Assistant;

/// <summary>Has the assistant's answers written by whatever <see cref="IChatClient"/> is configured, and says what they cost.</summary>
internal sealed partial class AssistantWriter(IChatClient client, TokenCounter counter, ILogger<AssistantWriter> logger)
{
    /// <summary>A longer answer of a model that doesn't stop is cut here.</summary>
    private const int MaxLength = 20_000;

    /// <summary>The answer, or null when the engine failed.</summary>
    public async Task<AssistantReply?> WriteAsync(AssistantRequest request)
    {
        if (await AskAsync(request) is not { } response) return null;
        // PostgreSQL takes no NUL in a text.
        var text = Excerpt.First(response.Text.Replace("\0", "", StringComparison.Ordinal).Trim(), MaxLength);
        if (text.Length == 0)
        {
            LogEmpty();
            return null;
        }

        var textTokens = await counter.CountAsync(text);
        // A server that doesn't count says nothing, or zero.
        var prompt = response.Usage?.InputTokenCount is > 0 and var read ? read : await CountPromptAsync(request);
        var completion = response.Usage?.OutputTokenCount is > 0 and var written ? written : textTokens;
        return new AssistantReply(text, textTokens, prompt + completion);
    }

    private async Task<ChatResponse?> AskAsync(AssistantRequest request)
    {
        try
        {
            var options = new ChatOptions { AdditionalProperties = new() { [AssistantRequest.Key] = request } };
            return await client.GetResponseAsync(AssistantPrompt.Messages(request), options);
        }
        catch (Exception error)
        {
            // Whatever a provider throws, the user's message must survive it.
            LogFailed(ModelFailure.Describe(error));
            return null;
        }
    }

    /// <summary>The texts were counted when they were written.</summary>
    private async ValueTask<long> CountPromptAsync(AssistantRequest request) =>
        await counter.CountAsync(AssistantPrompt.System) + request.Recent.Sum(turn => turn.TextTokens) + request.Heard.TextTokens;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine answered with nothing")]
    private partial void LogEmpty();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine failed: {Reason}")]
    private partial void LogFailed(string reason);
}
