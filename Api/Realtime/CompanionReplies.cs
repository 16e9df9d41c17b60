using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Conversations;

namespace Platform.Api.Realtime;

/// <summary>How a product shows a companion's replies.</summary>
/// <param name="Heard">The message that is answered, when it is kept.</param>
/// <param name="Done">What the route answers.</param>
internal sealed record ReplyView<THeard, TDone>(
    Func<Message, THeard> Heard, JsonTypeInfo<THeard> HeardJson, Func<Exchange, TDone> Done, JsonTypeInfo<TDone> DoneJson)
{
    public ReplyEvents<Message, Exchange> Events { get; } = new(
        "user_message",
        message => JsonSerializer.Serialize(Heard(message), HeardJson),
        exchange => JsonSerializer.Serialize(Done(exchange), DoneJson));
}

/// <summary>A companion's replies to one request: whole, or as events where the client wants those.</summary>
internal sealed class CompanionReplies(
    Caller caller, Operation operation, HttpContext context, IGrainFactory grains)
{
    public static async ValueTask<CompanionReplies?> BindAsync(HttpContext context) => new(
        context.Features.GetRequiredFeature<Caller>(),
        (await Operation.BindAsync(context))!,
        context,
        context.RequestServices.GetRequiredService<IGrainFactory>());

    /// <summary>Says something, and answers with the reply.</summary>
    public async Task<Results<JsonHttpResult<TDone>, ReplyStream<Message, Exchange>>> SayAsync<THeard, TDone>(
        string companionId, string text, ReplyView<THeard, TDone> view)
    {
        var message = new NewMessage(operation.Id, text, operation.Request);
        if (EventStream.IsWanted(context.Request)) return await StreamAsync(companionId, message, view);
        return Whole((await Actor(companionId).Say(caller.AccountId, message)).OrThrow(), view);
    }

    /// <summary>Has the last reply written again.</summary>
    public async Task<Results<JsonHttpResult<TDone>, ReplyStream<Message, Exchange>>> RegenerateAsync<THeard, TDone>(
        string companionId, ReplyView<THeard, TDone> view)
    {
        if (EventStream.IsWanted(context.Request)) return await StreamAsync(companionId, message: null, view);
        var actor = Actor(companionId);
        (await actor.Start(caller.AccountId, null, operation.Id)).OrThrow();
        return Whole(await Follow(actor, operation.Id).EndAsync(context.RequestAborted), view);
    }

    /// <summary>The reply that is being written, or else the last, from where the client has it.</summary>
    public async Task<Results<JsonHttpResult<TReply>, ReplyStream<Message, Exchange>>> GetAsync<THeard, TDone, TReply>(
        string companionId,
        ReplyView<THeard, TDone> view,
        Func<ReplyProgress<Message, Exchange>, TReply> now,
        JsonTypeInfo<TReply> json)
    {
        var actor = Actor(companionId);
        if (!EventStream.IsWanted(context.Request)) return TypedResults.Json(now(await Follow(actor, null).NowAsync()), json);
        var (replyId, offset) = ReplyPosition.Last(context.Request);
        return new ReplyStream<Message, Exchange>(Follow(actor, replyId), view.Events, offset);
    }

    private async Task<ReplyStream<Message, Exchange>> StreamAsync<THeard, TDone>(
        string companionId, NewMessage? message, ReplyView<THeard, TDone> view)
    {
        var actor = Actor(companionId);
        (await actor.Start(caller.AccountId, message, operation.Id)).OrThrow();
        return new ReplyStream<Message, Exchange>(Follow(actor, operation.Id), view.Events);
    }

    private JsonHttpResult<TDone> Whole<THeard, TDone>(Exchange exchange, ReplyView<THeard, TDone> view)
    {
        if (exchange.IsReplay) context.Response.MarkReplayed();
        return TypedResults.Json(view.Done(exchange), view.DoneJson);
    }

    private FollowedReply<Message, Exchange> Follow(ICompanionChatGrain actor, string? replyId) =>
        new(replyId, (id, at) => actor.Follow(caller.AccountId, id, at));

    private ICompanionChatGrain Actor(string companionId) => grains.GetGrain<ICompanionChatGrain>(companionId);
}
