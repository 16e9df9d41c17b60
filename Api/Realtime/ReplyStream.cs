using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Conversations;

namespace Platform.Api.Realtime;

/// <summary>What the events of a product's replies are called and contain, beside <c>delta</c> and <c>error</c>, which are everybody's.</summary>
/// <param name="HeardName">The event with the message that is answered.</param>
/// <param name="Heard">Its JSON.</param>
/// <param name="Done">The JSON of the event <c>done</c>: what the route answers when it doesn't stream.</param>
internal sealed record ReplyEvents<THeard, TDone>(string HeardName, Func<THeard, string> Heard, Func<TDone, string> Done);

/// <summary>
/// A reply as events: the message that is answered, as soon as it is kept; <c>delta</c> with each piece of the text; <c>done</c> when all is
/// kept. What goes wrong before the first of them is an ordinary error with its status; after it, the event <c>error</c>.
/// </summary>
/// <param name="offset">How much of the text the client has, in UTF-16 characters, or <see cref="ReplyOffset.Message"/>.</param>
internal sealed class ReplyStream<THeard, TDone>(
    FollowedReply<THeard, TDone> reply, ReplyEvents<THeard, TDone> events, int offset = ReplyOffset.Message)
    : IResult, IEventStreamResult
    where THeard : class
    where TDone : class
{
    public Task ExecuteAsync(HttpContext httpContext) => EventStream.SendAllAsync(httpContext, SendAllAsync);

    private async Task SendAllAsync(EventStream stream, CancellationToken cancellation)
    {
        var (isHeard, at) = (false, Math.Max(0, offset));
        await foreach (var step in reply.StepsAsync(offset, cancellation))
        {
            // The envelope knows whether the stream has begun.
            if (step.End?.Refusal is { } refusal) throw new RefusedException(refusal);
            var isNew = step.Heard is not null && !isHeard;
            if (isNew)
            {
                isHeard = true;
                await stream.SendAsync(events.HeardName, events.Heard(step.Heard!), ReplyPosition.ToEventId(step.ReplyId, at));
            }

            if (step.Piece.Length > 0)
            {
                at += step.Piece.Length;
                await stream.SendAsync("delta", Delta(step.Piece), ReplyPosition.ToEventId(step.ReplyId, at));
            }

            if (step.End?.Value is { } done) await stream.SendAsync("done", events.Done(done));
            else if (!isNew && step.Piece.Length == 0) await stream.BeatAsync();
        }
    }

    private static string Delta(string text) => JsonSerializer.Serialize(new ReplyDelta(text), RealtimeJson.Default.ReplyDelta);
}

/// <summary>Marks what a route may answer with where events are wanted.</summary>
internal interface IEventStreamResult;

internal sealed record ReplyDelta([property: JsonPropertyName("text")] string Text);

[JsonSerializable(typeof(ReplyDelta))]
internal sealed partial class RealtimeJson : JsonSerializerContext;
