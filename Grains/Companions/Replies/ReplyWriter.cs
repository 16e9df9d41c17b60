using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Companions.Replies.Models;

namespace Platform.Companions.Replies;

/// <summary>Has a reply written by whatever <see cref="IChatClient"/> is configured.</summary>
internal sealed partial class ReplyWriter(IChatClient client, IOptions<ChatProviderOptions> options, ILogger<ReplyWriter> logger)
{
    /// <summary>A longer answer of a model that doesn't stop is cut here, in UTF-16 characters.</summary>
    public const int MaxLength = 8000;

    /// <summary>The reply, or null when the engine failed. The <c>builtin</c> engine completes before this returns.</summary>
    public async ValueTask<ReplyResult?> WriteAsync(ReplyRequest request, CancellationToken cancellation = default)
    {
        try
        {
            var response = await client.GetResponseAsync(Prompt(request), Options(request), cancellation);
            var text = new ReplyText(MaxLength);
            text.Add(response.Text);
            return Result(text, response.Usage);
        }
        catch (Exception error) when (IsFailure(error, cancellation))
        {
            // Whatever a provider throws, the user's message must survive it.
            LogFailed(ModelFailure.Describe(error));
            return null;
        }
    }

    /// <summary>
    /// The same, while it is being written: each piece goes to <paramref name="onPiece"/> as it comes, and all of them joined are the reply's
    /// text. Null when the engine failed, even in the middle: what was passed on until then is no reply. What <paramref name="onPiece"/>
    /// throws ends the writing and comes out here.
    /// </summary>
    public async ValueTask<ReplyResult?> StreamAsync(
        ReplyRequest request, Func<string, ValueTask> onPiece, CancellationToken cancellation = default)
    {
        var text = new ReplyText(MaxLength);
        var usage = new UsageDetails();
        await using var updates = client.GetStreamingResponseAsync(Prompt(request), Options(request), cancellation).GetAsyncEnumerator(cancellation);
        while (!text.IsFull)
        {
            try
            {
                if (!await updates.MoveNextAsync()) break;
            }
            catch (Exception error) when (IsFailure(error, cancellation))
            {
                LogFailed(ModelFailure.Describe(error));
                return null;
            }

            foreach (var part in updates.Current.Contents.OfType<UsageContent>()) usage.Add(part.Details);
            if (text.Add(updates.Current.Text) is { Length: > 0 } piece) await onPiece(piece);
        }

        return Result(text, usage);
    }

    private static ChatOptions Options(ReplyRequest request) => new() { AdditionalProperties = new() { [ReplyRequest.Key] = request } };

    private static bool IsFailure(Exception error, CancellationToken cancellation) =>
        error is not OperationCanceledException || !cancellation.IsCancellationRequested;

    private IEnumerable<ChatMessage> Prompt(ReplyRequest request) => ReplyPrompt.Messages(request, options.Value.OpenAI.PromptTokens);

    private ReplyResult? Result(ReplyText text, UsageDetails? usage)
    {
        if (text.ToString() is { Length: > 0 } written)
        {
            return new(written, usage is { InputTokenCount: >= 0 and var input, OutputTokenCount: >= 0 and var output }
                ? new TokenUsage(input, output)
                : null);
        }

        LogEmpty();
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine answered with nothing")]
    private partial void LogEmpty();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine failed: {Reason}")]
    private partial void LogFailed(string reason);
}
