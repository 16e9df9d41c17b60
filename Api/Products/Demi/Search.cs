using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Conversations;

namespace Platform.Api.Products.Demi;

internal static class Search
{
    public static async Task<JsonHttpResult<SearchResponse>> Find(HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var query = Searches.Read(request, check);
        var before = Chat.Moment(check, request.Query["before"], "query.before");
        check.ThrowIfInvalid();
        // No two messages of the conversation share a moment, so a moment is an exact place in it.
        if (before is { } moment) query = query with { Before = new SearchPlace(moment, "", 0) };

        var demi = grains.GetGrain<ICompanionPastGrain>(caller.AccountId);
        var (items, next) = (await demi.Search(caller.AccountId, query)).OrThrow();
        return TypedResults.Json(
            new SearchResponse(
                [.. items.Select(item => new FoundMessageResponse(Chat.View(item.Message), item.Excerpt))], next is not null, next?.At.UtcDateTime),
            DemiJson.Default.SearchResponse);
    }
}
