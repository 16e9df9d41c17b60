using System.Runtime.CompilerServices;
using Platform.Api.Errors;
using Platform.Conversations;

namespace Platform.Api.Realtime;

/// <summary>
/// A reply as a reader sees it: what its actor answers to "what follows?", asked again and again. It is written whether anybody follows or
/// not, so whoever was cut off follows again from where it was, and a silo that dies takes no more than the calls to it.
/// </summary>
/// <param name="replyId">Null: the one that is being written, or else the last; it stays the same to its end.</param>
/// <param name="follow">Asks the actor for what follows an offset of a reply.</param>
internal sealed class FollowedReply<THeard, TDone>(
    string? replyId, Func<string?, int, Task<Outcome<ReplyProgress<THeard, TDone>>>> follow)
    where THeard : class
    where TDone : class
{
    /// <summary>The actor may just be on its way from a silo that died to another one.</summary>
    private const int Patience = 3;

    /// <summary>The reply now.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<ReplyProgress<THeard, TDone>> NowAsync() => (await follow(replyId, ReplyOffset.Message)).OrThrow();

    /// <summary>How it ended.</summary>
    /// <exception cref="RefusedException">It was refused.</exception>
    public async Task<TDone> EndAsync(CancellationToken cancellation)
    {
        await foreach (var step in StepsAsync(ReplyOffset.End, cancellation))
        {
            if (step.End is { } end) return end.OrThrow();
        }

        throw new InvalidOperationException("A reply has an end.");
    }

    /// <summary>Step by step, to its end. One step at least every ten seconds, even if it has nothing new.</summary>
    /// <param name="offset">Where to start, in UTF-16 characters, or one of <see cref="ReplyOffset"/>.</param>
    public async IAsyncEnumerable<ReplyProgress<THeard, TDone>> StepsAsync(
        int offset, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (id, at) = (replyId, offset);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = (await AskAsync(id, at).WaitAsync(cancellation)).OrThrow();
            yield return step;
            if (step.End is not null) yield break;
            id = step.ReplyId;
            if (step.Heard is not null) at = Math.Max(0, at) + step.Piece.Length;
        }
    }

    private async Task<Outcome<ReplyProgress<THeard, TDone>>> AskAsync(string? id, int at)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await follow(id, at);
            }
            catch (Exception error) when (attempt < Patience && ErrorEnvelopes.IsOutage(error))
            {
                // Asked again, it is asked of the next activation.
            }
        }
    }
}
