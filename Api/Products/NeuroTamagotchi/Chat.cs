using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Conversations;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Chat
{
    private const int MaxContentLength = 2000;
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 100;

    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static async Task<JsonHttpResult<HistoryResponse>> History(
        string characterId, HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var page = check.Number(request.Query["page"], "query.page", 1, 1, int.MaxValue);
        var pageSize = check.Number(request.Query["page_size"], "query.page_size", DefaultPageSize, 1, MaxPageSize);
        check.ThrowIfInvalid();

        return Page((await Conversation(characterId, grains).History(caller.AccountId, page, pageSize)).OrThrow(), page, pageSize);
    }

    public static async Task<JsonHttpResult<HistoryResponse>> Latest(
        string characterId, HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var skip = check.Number(request.Query["skip"], "query.skip", 0, 0, int.MaxValue);
        var limit = check.Number(request.Query["limit"], "query.limit", DefaultPageSize, 1, MaxPageSize);
        check.ThrowIfInvalid();

        return Page((await Conversation(characterId, grains).Latest(caller.AccountId, skip, limit)).OrThrow(), skip / limit + 1, limit);
    }

    public static async Task<NoContent> Clear(string characterId, Caller caller, IGrainFactory grains)
    {
        (await Conversation(characterId, grains).Clear(caller.AccountId)).OrThrow();
        return TypedResults.NoContent();
    }

    public static async Task<JsonHttpResult<SendResponse>> Send(
        string characterId, Body<SendRequest> body, Caller caller, Operation operation, HttpResponse response, IGrainFactory grains)
    {
        var check = new Validation();
        var content = check.Text(body.Value.Content, "body.content", 1, MaxContentLength);
        check.ThrowIfInvalid();

        var (reply, (emotion, effect, change, _, _)) = await SayAsync(characterId, content, caller, operation, response, grains);
        var reaction = new CharacterReaction(
            emotion, "talk", new ContractStats(effect.Mood, effect.Bond), new Params(change.Energy, change.Mood, change.Bond));
        return TypedResults.Json(new SendResponse(View(reply), reaction), Json.SendResponse);
    }

    public static async Task<JsonHttpResult<TalkResponse>> Talk(
        string characterId, Body<TalkRequest> body, Caller caller, Operation operation, HttpResponse response, IGrainFactory grains)
    {
        var check = new Validation();
        var message = check.Text(body.Value.Message, "body.message", 1, MaxContentLength);
        var session = body.Value.SessionId is { } id ? check.Length(id, "body.session_id", 0, 200) : null;
        check.ThrowIfInvalid();

        var (reply, reaction) = await SayAsync(characterId, message, caller, operation, response, grains);
        var (energy, mood, bond) = reaction.Change;
        // There is one conversation with each character, so its name is whatever the client calls it.
        var answer = new TalkResponse(reply.Content, session ?? reply.ConversationId, reaction.Emotion, new Params(energy, mood, bond));
        return TypedResults.Json(answer, Json.TalkResponse);
    }

    private static async Task<(Message Reply, Reaction Reaction)> SayAsync(
        string characterId, string text, Caller caller, Operation operation, HttpResponse response, IGrainFactory grains)
    {
        var message = new NewMessage(operation.Id, text, operation.Request);
        var (_, reply, reaction, isReplay) = (await Conversation(characterId, grains).Say(caller.AccountId, message)).OrThrow();
        if (isReplay) response.MarkReplayed();
        return (reply, reaction);
    }

    private static JsonHttpResult<HistoryResponse> Page(MessagePage messages, int page, int pageSize)
    {
        var pages = Math.Max(1, (messages.Total + pageSize - 1) / pageSize);
        return TypedResults.Json(
            new HistoryResponse([.. messages.Items.Select(View)], messages.Total, page, pageSize, pages), Json.HistoryResponse);
    }

    private static ICompanionChatGrain Conversation(string characterId, IGrainFactory grains) =>
        grains.GetGrain<ICompanionChatGrain>(CharacterId.Parse(characterId));

    private static MessageResponse View(Message message) => new(
        message.Id,
        message.ConversationId,
        message.Role == MessageRole.User ? "user" : "assistant",
        message.Content,
        message.Emotion,
        message.CreatedAt.UtcDateTime);
}
