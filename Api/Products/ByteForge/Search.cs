using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Conversations;

namespace Platform.Api.Products.ByteForge;

internal static class Search
{
    public static async Task<JsonHttpResult<SearchResponse>> OfConversation(
        long conversationId, HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var query = Searches.Read(request);
        return Answer((await Chat.Actor(conversationId, grains).Search(caller.AccountId, query)).OrThrow());
    }

    public static async Task<JsonHttpResult<SearchResponse>> OfAll(HttpRequest request, Caller caller, IGrainFactory grains) =>
        Answer(await grains.GetGrain<IConversationsGrain>(caller.AccountId).Search(Searches.Read(request)));

    private static JsonHttpResult<SearchResponse> Answer(FoundConversationMessages found) => TypedResults.Json(
        new SearchResponse(
            [.. found.Items.Select(item => new FoundMessageResponse(
                Chat.View(item.Message, item.Conversation), item.Conversation.Title, item.Excerpt))],
            Searches.Cursor(found.Next)),
        ByteForgeJson.Default.SearchResponse);
}
