using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Platform.Companions.Replies;

/// <summary>Has a reply written by whatever <see cref="IChatClient"/> is configured.</summary>
internal sealed partial class ReplyWriter(IChatClient client, ILogger<ReplyWriter> logger)
{
    /// <summary>A longer answer of a model that doesn't stop is cut here.</summary>
    private const int MaxLength = 8000;

    /// <summary>The reply, or null when the engine failed. The <c>builtin</c> engine completes before this returns.</summary>
    public async ValueTask<string?> WriteAsync(ReplyRequest request, CancellationToken cancellation = default)
    {
        try
        {
            var options = new ChatOptions { AdditionalProperties = new() { [ReplyRequest.Key] = request } };
            var response = await client.GetResponseAsync(ReplyPrompt.Messages(request), options, cancellation);
            var text = response.Text.Trim();
            if (text.Length > 0) return text.Length <= MaxLength ? text : text[..MaxLength];
            LogEmpty();
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Whatever a provider throws, the user's message must survive it.
            LogFailed(error.GetType().Name);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine answered with nothing")]
    private partial void LogEmpty();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine failed: {Error}")]
    private partial void LogFailed(string error);
}
