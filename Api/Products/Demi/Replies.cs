using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Conversations;
using Stream = Platform.Api.Realtime.ReplyStream<Platform.Conversations.Message, Platform.Companions.Exchange>;

namespace Platform.Api.Products.Demi;

/// <summary>What Demi answers: whole, or as events while it is written. Her id is the account's.</summary>
internal static class Replies
{
    public const int MaxContentLength = 4000;

    private static readonly ReplyView<MessageResponse, SendResponse> Sent = new(
        heard => Chat.View(new TrackedMessage(heard, null, heard.CreatedAt, null)), Json.MessageResponse, View, Json.SendResponse);

    private static DemiJson Json => DemiJson.Default;

    public static Task<Results<JsonHttpResult<SendResponse>, Stream>> Send(Body<SendRequest> body, Caller caller, CompanionReplies replies)
    {
        var check = new Validation();
        var content = check.Text(body.Value.Content, "body.content", 1, MaxContentLength);
        check.ThrowIfInvalid();
        return replies.SayAsync(caller.AccountId, content, Sent);
    }

    public static Task<Results<JsonHttpResult<SendResponse>, Stream>> Regenerate(Caller caller, CompanionReplies replies) =>
        replies.RegenerateAsync(caller.AccountId, Sent);

    public static Task<Results<JsonHttpResult<ReplyResponse>, Stream>> Get(Caller caller, CompanionReplies replies) =>
        replies.GetAsync(caller.AccountId, Sent, View, Json.ReplyResponse);

    private static SendResponse View(Exchange exchange)
    {
        var (message, reply, reaction, _) = exchange;
        return new SendResponse(
            Chat.View(new TrackedMessage(message, null, message.CreatedAt, reply.CreatedAt)),
            Chat.View(new TrackedMessage(reply, reaction.Emotions, null, null)),
            EmotionalState.Of(reaction.Emotions),
            reaction.CurrentMood);
    }

    private static ReplyResponse View(ReplyProgress<Message, Exchange> reply) => new(
        reply.Word(),
        reply.Heard is { } heard ? Chat.View(new TrackedMessage(heard, null, heard.CreatedAt, null)) : null,
        reply.Piece,
        reply.End?.Value is { } exchange ? Chat.View(new TrackedMessage(exchange.Reply, exchange.Reaction.Emotions, null, null)) : null);
}
