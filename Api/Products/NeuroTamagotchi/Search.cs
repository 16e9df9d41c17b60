using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Conversations;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Search
{
    public static async Task<JsonHttpResult<SearchResponse>> OfCharacter(
        string characterId, HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var query = Searches.Read(request);
        var companion = grains.GetGrain<ICompanionPastGrain>(CharacterId.Parse(characterId));
        return Answer((await companion.Search(caller.AccountId, query)).OrThrow());
    }

    public static async Task<JsonHttpResult<SearchResponse>> OfAll(HttpRequest request, Caller caller, IGrainFactory grains) =>
        Answer(await grains.GetGrain<ICompanionsGrain>(caller.AccountId).Search(Searches.Read(request)));

    private static JsonHttpResult<SearchResponse> Answer(FoundMessages found) => TypedResults.Json(
        new SearchResponse(
            [.. found.Items.Select(item => new FoundMessageResponse(Chat.View(item.Message.Message), item.Excerpt))],
            Searches.Cursor(found.Next)),
        NeuroTamagotchiJson.Default.SearchResponse);
}
