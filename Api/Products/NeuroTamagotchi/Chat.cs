using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Conversations;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Chat
{
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

    private static JsonHttpResult<HistoryResponse> Page(MessagePage messages, int page, int pageSize)
    {
        var pages = Math.Max(1, (messages.Total + pageSize - 1) / pageSize);
        return TypedResults.Json(
            new HistoryResponse([.. messages.Items.Select(View)], messages.Total, page, pageSize, pages), Json.HistoryResponse);
    }

    private static ICompanionChatGrain Conversation(string characterId, IGrainFactory grains) =>
        grains.GetGrain<ICompanionChatGrain>(CharacterId.Parse(characterId));

    public static MessageResponse View(Message message) => new(
        message.Id,
        message.ConversationId,
        message.Role == MessageRole.User ? "user" : "assistant",
        message.Content,
        message.Emotion,
        message.CreatedAt.UtcDateTime);
}
