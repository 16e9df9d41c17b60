using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
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

        var (items, total) = (await Conversation(characterId, grains).History(caller.AccountId, page, pageSize)).OrThrow();
        var pages = Math.Max(1, (total + pageSize - 1) / pageSize);
        return TypedResults.Json(new HistoryResponse([.. items.Select(View)], total, page, pageSize, pages), Json.HistoryResponse);
    }

    public static async Task<JsonHttpResult<SendResponse>> Send(
        string characterId, Body<SendRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var content = check.Text(body.Value.Content, "body.content", 1, MaxContentLength);
        check.ThrowIfInvalid();

        var exchange = (await Conversation(characterId, grains).Say(caller.AccountId, content)).OrThrow();
        var (emotion, effect, change) = exchange.Reaction;
        var reaction = new CharacterReaction(
            emotion, "talk", new ContractStats(effect.Mood, effect.Bond), new Params(change.Energy, change.Mood, change.Bond));
        return TypedResults.Json(new SendResponse(View(exchange.Reply), reaction), Json.SendResponse);
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
