using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Platform.Companions.Replies.Models;

namespace Platform.Companions.Replies;

/// <summary>
/// Has a text written by whatever <see cref="IChatClient"/> is configured. Whatever that throws, a failure is an answer here: the user's
/// message must survive it.
/// </summary>
internal sealed partial class ReplyEngine(IChatClient client, ILogger<ReplyEngine> logger)
{
    private readonly string _name = client.GetService<ChatClientMetadata>()?.ProviderName ?? ChatProviderOptions.Builtin;

    /// <summary>The reply, or null when the engine failed. The <c>builtin</c> engine completes before this returns.</summary>
    public async ValueTask<ReplyResult?> WriteAsync(Assignment assignment, CancellationToken cancellation = default)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await client.GetResponseAsync(assignment.Prompt, assignment.Options, cancellation);
            var text = new ReplyText(assignment.MaxLength);
            text.Add(response.Text);
            return Result(text, response.Usage, start);
        }
        catch (Exception error) when (IsFailure(error, cancellation))
        {
            return Failed(error, start);
        }
    }

    /// <summary>
    /// The same, while it is being written: each piece goes to <paramref name="onPiece"/> as it comes, and all of them joined are the reply's
    /// text. Null when the engine failed, even in the middle: what was passed on until then is no reply. What <paramref name="onPiece"/>
    /// throws ends the writing and comes out here.
    /// </summary>
    public async ValueTask<ReplyResult?> StreamAsync(
        Assignment assignment, Func<string, ValueTask> onPiece, CancellationToken cancellation = default)
    {
        var start = Stopwatch.GetTimestamp();
        var text = new ReplyText(assignment.MaxLength);
        var usage = new UsageDetails();
        await using var updates =
            client.GetStreamingResponseAsync(assignment.Prompt, assignment.Options, cancellation).GetAsyncEnumerator(cancellation);
        while (!text.IsFull)
        {
            try
            {
                if (!await updates.MoveNextAsync()) break;
            }
            catch (Exception error) when (IsFailure(error, cancellation))
            {
                return Failed(error, start);
            }

            foreach (var part in updates.Current.Contents.OfType<UsageContent>()) usage.Add(part.Details);
            if (text.Add(updates.Current.Text) is { Length: > 0 } piece) await onPiece(piece);
        }

        return Result(text, usage, start);
    }

    private static bool IsFailure(Exception error, CancellationToken cancellation) =>
        error is not OperationCanceledException || !cancellation.IsCancellationRequested;

    private ReplyResult? Result(ReplyText text, UsageDetails? usage, long start)
    {
        ReplyResult? result = null;
        if (text.ToString() is { Length: > 0 } written) result = new(written, new TokenUsage(usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0));
        else LogEmpty();
        ReplyMeasure.Written(_name, start, result);
        return result;
    }

    private ReplyResult? Failed(Exception error, long start)
    {
        LogFailed(ModelFailure.Describe(error));
        ReplyMeasure.Written(_name, start, reply: null);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine answered with nothing")]
    private partial void LogEmpty();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply engine failed: {Reason}")]
    private partial void LogFailed(string reason);
}

/// <summary>What is to be written.</summary>
/// <param name="Prompt">Read only by engines that need it.</param>
/// <param name="MaxLength">A longer answer of a model that doesn't stop is cut here, in UTF-16 characters.</param>
internal sealed record Assignment(IEnumerable<ChatMessage> Prompt, ChatOptions Options, int MaxLength)
{
    /// <summary>With the request itself for the <c>builtin</c> engine, under the name that it looks for.</summary>
    public Assignment(IEnumerable<ChatMessage> prompt, string key, object request, int maxLength)
        : this(prompt, new ChatOptions { AdditionalProperties = new() { [key] = request } }, maxLength)
    {
    }
}
