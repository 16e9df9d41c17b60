using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;
using Platform.Api.Realtime;
using Platform.Companions;
using Platform.Conversations;
using Stream = Platform.Api.Realtime.ReplyStream<Platform.Conversations.Message, Platform.Companions.Exchange>;

namespace Platform.Api.Products.NeuroTamagotchi;

/// <summary>What characters answer: whole, or as events while it is written.</summary>
internal static class Replies
{
    private const int MaxContentLength = 2000;

    private static readonly ReplyView<MessageResponse, SendResponse> Sent =
        new(Chat.View, Json.MessageResponse, View, Json.SendResponse);

    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static Task<Results<JsonHttpResult<SendResponse>, Stream>> Send(string characterId, Body<SendRequest> body, CompanionReplies replies)
    {
        var check = new Validation();
        var content = check.Text(body.Value.Content, "body.content", 1, MaxContentLength);
        check.ThrowIfInvalid();
        return replies.SayAsync(CharacterId.Parse(characterId), content, Sent);
    }

    public static Task<Results<JsonHttpResult<TalkResponse>, Stream>> Talk(string characterId, Body<TalkRequest> body, CompanionReplies replies)
    {
        var check = new Validation();
        var message = check.Text(body.Value.Message, "body.message", 1, MaxContentLength);
        var session = body.Value.SessionId is { } id ? check.Length(id, "body.session_id", 0, 200) : null;
        check.ThrowIfInvalid();
        return replies.SayAsync(
            CharacterId.Parse(characterId),
            message,
            new ReplyView<MessageResponse, TalkResponse>(
                Chat.View, Json.MessageResponse, exchange => ViewTalk(exchange, session), Json.TalkResponse));
    }

    public static Task<Results<JsonHttpResult<SendResponse>, Stream>> Regenerate(string characterId, CompanionReplies replies) =>
        replies.RegenerateAsync(CharacterId.Parse(characterId), Sent);

    public static Task<Results<JsonHttpResult<ReplyResponse>, Stream>> Get(string characterId, CompanionReplies replies) =>
        replies.GetAsync(CharacterId.Parse(characterId), Sent, View, Json.ReplyResponse);

    private static SendResponse View(Exchange exchange)
    {
        var (emotion, effect, change, _, _) = exchange.Reaction;
        var reaction = new CharacterReaction(
            emotion, "talk", new ContractStats(effect.Mood, effect.Bond), new Params(change.Energy, change.Mood, change.Bond));
        return new SendResponse(Chat.View(exchange.Reply), reaction);
    }

    private static TalkResponse ViewTalk(Exchange exchange, string? session)
    {
        var (energy, mood, bond) = exchange.Reaction.Change;
        // There is one conversation with each character, so its name is whatever the client calls it.
        return new TalkResponse(
            exchange.Reply.Content, session ?? exchange.Reply.ConversationId, exchange.Reaction.Emotion, new Params(energy, mood, bond));
    }

    private static ReplyResponse View(ReplyProgress<Message, Exchange> reply) => new(
        reply.Word(),
        reply.Heard is { } heard ? Chat.View(heard) : null,
        reply.Piece,
        reply.End?.Value is { } exchange ? Chat.View(exchange.Reply) : null);
}
