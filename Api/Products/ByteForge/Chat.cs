using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Conversations;

namespace Platform.Api.Products.ByteForge;

internal static class Chat
{
    private const int MaxTitleLength = 255;

    private static ByteForgeJson Json => ByteForgeJson.Default;

    public static async Task<JsonHttpResult<IReadOnlyList<ConversationResponse>>> List(Caller caller, IGrainFactory grains)
    {
        IReadOnlyList<ConversationResponse> all = [.. (await Conversations(caller, grains).List()).Select(View)];
        return TypedResults.Json(all, Json.IReadOnlyListConversationResponse);
    }

    public static async Task<JsonHttpResult<ConversationResponse>> Create(
        OptionalBody<CreateConversationRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var title = Title(body.Value?.Title ?? Conversation.DefaultTitle);
        return Answer((await Conversations(caller, grains).Create(title, operation.Id)).OrThrow(), 201);
    }

    public static async Task<JsonHttpResult<ConversationResponse>> Get(long conversationId, Caller caller, IGrainFactory grains) =>
        Answer((await Actor(conversationId, grains).Get(caller.AccountId)).OrThrow());

    public static async Task<JsonHttpResult<ConversationResponse>> Rename(
        long conversationId, Body<RenameConversationRequest> body, Caller caller, IGrainFactory grains)
    {
        var title = Title(body.Value.Title);
        return Answer((await Actor(conversationId, grains).Rename(caller.AccountId, title)).OrThrow());
    }

    public static async Task<NoContent> Delete(long conversationId, Caller caller, IGrainFactory grains)
    {
        (await Actor(conversationId, grains).Delete(caller.AccountId)).OrThrow();
        return TypedResults.NoContent();
    }

    public static async Task<JsonHttpResult<HistoryResponse>> History(long conversationId, Caller caller, IGrainFactory grains)
    {
        var (conversation, messages) = (await Actor(conversationId, grains).History(caller.AccountId)).OrThrow();
        var view = new HistoryResponse(View(conversation), [.. messages.Select(message => View(message, conversation))]);
        return TypedResults.Json(view, Json.HistoryResponse);
    }

    public static async Task<JsonHttpResult<TokenUsageResponse>> TokenUsage(long conversationId, Caller caller, IGrainFactory grains)
    {
        var conversation = (await Actor(conversationId, grains).Get(caller.AccountId)).OrThrow();
        var (used, limit) = (conversation.TotalTokens, conversation.TokenLimit);
        // Multiplied first: 1409 of 20000 is 7.045, and not 7.045000000000001.
        var usage = new TokenUsageResponse(conversation.Number, used, limit, Math.Max(0, limit - used), used * 100.0 / limit);
        return TypedResults.Json(usage, Json.TokenUsageResponse);
    }

    private static IConversationsGrain Conversations(Caller caller, IGrainFactory grains) =>
        grains.GetGrain<IConversationsGrain>(caller.AccountId);

    internal static IConversationGrain Actor(long id, IGrainFactory grains) =>
        grains.GetGrain<IConversationGrain>(IConversationGrain.Key(id));

    private static string Title(string? title)
    {
        var check = new Validation();
        var trimmed = check.Text(title, "body.title", 1, MaxTitleLength);
        check.ThrowIfInvalid();
        return trimmed;
    }

    private static JsonHttpResult<ConversationResponse> Answer(Conversation conversation, int status = 200) =>
        TypedResults.Json(View(conversation), Json.ConversationResponse, statusCode: status);

    internal static ConversationResponse View(Conversation conversation) => new(
        conversation.Number,
        conversation.OwnerNumber,
        conversation.Title,
        conversation.TotalTokens,
        conversation.TokenLimit,
        conversation.CreatedAt.UtcDateTime,
        conversation.UpdatedAt.UtcDateTime,
        conversation.MessageCount,
        conversation.LastMessage is { } last ? new(last.Content, last.CreatedAt.UtcDateTime) : null);

    internal static MessageResponse View(ConversationMessage message, Conversation conversation) => new(
        message.Number,
        conversation.Number,
        message.Role == MessageRole.User ? conversation.OwnerNumber : null,
        message.Role == MessageRole.User ? "user" : "assistant",
        message.Content,
        message.Tokens,
        message.CreatedAt.UtcDateTime);
}
