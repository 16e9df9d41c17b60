using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Conversations;

namespace Platform.Api.Products.Demi;

/// <summary>The conversation with Demi; its id is the account's, and so is hers.</summary>
internal static class Chat
{
    private static readonly Refusal NoConversation = new(RefusalKind.NotFound, "Conversation not found");

    private static DemiJson Json => DemiJson.Default;

    public static async Task<JsonHttpResult<HistoryResponse>> History(
        HttpRequest request, Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var (items, hasMore) = await RecallAsync(request, caller, grains, clock);
        return TypedResults.Json(
            new HistoryResponse(items, hasMore, hasMore ? items[^1].CreatedAt : null), Json.HistoryResponse);
    }

    /// <summary>The same as a bare array, where the product's app declares it.</summary>
    public static async Task<JsonHttpResult<IReadOnlyList<MessageResponse>>> Messages(
        HttpRequest request, Caller caller, IGrainFactory grains, TimeProvider clock) =>
        TypedResults.Json((await RecallAsync(request, caller, grains, clock)).Items, Json.IReadOnlyListMessageResponse);

    public static async Task<JsonHttpResult<MessageOnly>> Clear(Caller caller, IGrainFactory grains)
    {
        (await Conversation(caller, grains).Clear(caller.AccountId)).OrThrow();
        return TypedResults.Json(new MessageOnly("Conversation deleted"), Json.MessageOnly);
    }

    private static async Task<(IReadOnlyList<MessageResponse> Items, bool HasMore)> RecallAsync(
        HttpRequest request, Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var query = request.Query;
        var check = new Validation();
        var days = check.Number(query["days"], "query.days", 7, 1, 365);
        var limit = check.Number(query["limit"], "query.limit", 100, 1, HistoryQuery.MaxLimit);
        var before = Moment(check, query["before"], "query.before");
        check.ThrowIfInvalid();
        // Nobody else's conversation is there for the caller.
        if (query["conversation_id"].ToString() is { Length: > 0 } id && EntityId.Parse(id) != caller.AccountId)
            throw new RefusedException(NoConversation);

        var wanted = new HistoryQuery(clock.GetUtcNow().AddDays(-days), before, limit);
        var (items, hasMore) = (await Conversation(caller, grains).Recall(caller.AccountId, wanted)).OrThrow();
        return ([.. items.Select(View)], hasMore);
    }

    public static DateTimeOffset? Moment(Validation check, string? text, string field)
    {
        if (string.IsNullOrEmpty(text)) return null;
        // The plus of an offset that was not escaped arrives as a space.
        var seconds = Math.Min(text.Length, "2026-01-01T00:00:00".Length);
        var whole = text[..seconds] + text[seconds..].Replace(' ', '+');
        if (DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        check.Add(field, "This is not an ISO 8601 time.", "datetime_parsing");
        return null;
    }

    private static ICompanionChatGrain Conversation(Caller caller, IGrainFactory grains) => grains.GetGrain<ICompanionChatGrain>(caller.AccountId);

    public static MessageResponse View(TrackedMessage tracked)
    {
        var message = tracked.Message;
        return new(
            message.Id,
            message.ConversationId,
            message.Role == MessageRole.User ? "user" : "demi",
            message.Content,
            tracked.Emotions is { } emotions ? EmotionalState.Of(emotions) : null,
            tracked.ReadAt is not null ? "read" : tracked.DeliveredAt is not null ? "delivered" : "sent",
            tracked.DeliveredAt?.UtcDateTime,
            tracked.ReadAt?.UtcDateTime,
            message.CreatedAt.UtcDateTime);
    }
}
