using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Platform.Conversations;

namespace Platform.Companions.Replies.Models;

/// <summary>
/// A model at the other end of a network. A whole answer has a deadline from the first attempt to its last word; a streamed one may take
/// longer, but never be silent for so long. A stream that ends without saying that it is complete was cut off.
/// </summary>
internal sealed class RemoteChatClient(IChatClient inner, TimeSpan timeout, TimeProvider clock) : DelegatingChatClient(inner)
{
    /// <summary>A model that never stops must not hold up a conversation.</summary>
    private static readonly TimeSpan LongestStream = TimeSpan.Parse(ReplyTimeout.Streamed, CultureInfo.InvariantCulture);

    /// <exception cref="TimeoutException">The deadline passed.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var deadline = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await base.GetResponseAsync(messages, options, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooSlow();
        }
    }

    /// <exception cref="TimeoutException">It was silent for too long, or did not stop.</exception>
    /// <exception cref="EndOfStreamException">The stream ended before the answer did.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(timeout, clock);
        using var longest = new CancellationTokenSource(LongestStream, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token, longest.Token);
        await using var updates = base.GetStreamingResponseAsync(messages, options, either.Token).GetAsyncEnumerator(either.Token);
        var isComplete = false;
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync()) break;
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw silence.IsCancellationRequested ? TooSlow() : new TimeoutException($"The model did not stop within {LongestStream}.");
            }

            silence.CancelAfter(timeout);
            isComplete |= updates.Current.FinishReason is not null;
            yield return updates.Current;
        }

        if (!isComplete) throw new EndOfStreamException("The model's stream ended before its answer did.");
    }

    private TimeoutException TooSlow() => new($"The model did not answer within {timeout}.");
}
