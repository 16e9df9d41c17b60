using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Conversations;
using Reply = Platform.Api.Realtime.FollowedReply<Platform.Conversations.KeptMessage, Platform.Conversations.ConversationExchange>;
using Stream = Platform.Api.Realtime.ReplyStream<Platform.Conversations.KeptMessage, Platform.Conversations.ConversationExchange>;

namespace Platform.Api.Products.ByteForge;

/// <summary>What the assistant answers: whole, or as events while it is written.</summary>
internal static class Replies
{
    private const int MaxMessageLength = 10_000;

    private static readonly ReplyEvents<KeptMessage, ConversationExchange> Events = new(
        "user_message",
        heard => JsonSerializer.Serialize(Chat.View(heard.Message, heard.Conversation), Json.MessageResponse),
        exchange => JsonSerializer.Serialize(View(exchange), Json.SendResponse));

    private static ByteForgeJson Json => ByteForgeJson.Default;

    public static async Task<Results<JsonHttpResult<SendResponse>, Stream>> Send(
        Body<SendRequest> body, Caller caller, Operation operation, IGrainFactory grains, HttpRequest request)
    {
        var check = new Validation();
        if (body.Value.ConversationId is null) check.Add("body.conversation_id", "Conversation id is required.", "missing");
        var message = check.Text(body.Value.Message, "body.message", 1, MaxMessageLength);
        check.ThrowIfInvalid();

        return await AnswerAsync(Chat.Actor(body.Value.ConversationId!.Value, grains), message, caller, operation, request);
    }

    public static Task<Results<JsonHttpResult<SendResponse>, Stream>> Regenerate(
        long conversationId, Caller caller, Operation operation, IGrainFactory grains, HttpRequest request) =>
        AnswerAsync(Chat.Actor(conversationId, grains), message: null, caller, operation, request);

    /// <summary>The reply that is being written, or else the last: from where the client has it.</summary>
    public static async Task<Results<JsonHttpResult<ReplyResponse>, Stream>> Get(
        long conversationId, Caller caller, IGrainFactory grains, HttpRequest request)
    {
        var actor = Chat.Actor(conversationId, grains);
        if (EventStream.IsWanted(request))
        {
            var (replyId, offset) = ReplyPosition.Last(request);
            return new Stream(Follow(actor, caller, replyId), Events, offset);
        }

        var reply = await Follow(actor, caller, replyId: null).NowAsync();
        return TypedResults.Json(View(reply), Json.ReplyResponse);
    }

    private static async Task<Results<JsonHttpResult<SendResponse>, Stream>> AnswerAsync(
        IConversationGrain actor, string? message, Caller caller, Operation operation, HttpRequest request)
    {
        (await actor.Start(caller.AccountId, message, operation.Id)).OrThrow();
        var reply = Follow(actor, caller, operation.Id);
        if (EventStream.IsWanted(request)) return new Stream(reply, Events);
        var exchange = await reply.EndAsync(request.HttpContext.RequestAborted);
        return TypedResults.Json(View(exchange), Json.SendResponse);
    }

    private static Reply Follow(IConversationGrain actor, Caller caller, string? replyId) =>
        new(replyId, (id, at) => actor.Follow(caller.AccountId, id, at));

    private static SendResponse View(ConversationExchange exchange) => new(
        Chat.View(exchange.UserMessage, exchange.Conversation),
        Chat.View(exchange.Answer, exchange.Conversation),
        Chat.View(exchange.Conversation));

    private static ReplyResponse View(ReplyProgress<KeptMessage, ConversationExchange> reply) => new(
        reply.Word(),
        reply.Heard is { } heard ? Chat.View(heard.Message, heard.Conversation) : null,
        reply.Piece,
        reply.End?.Value is { } exchange ? Chat.View(exchange.Answer, exchange.Conversation) : null);
}
