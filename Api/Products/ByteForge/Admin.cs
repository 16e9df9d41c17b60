using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Security;
using Platform.Statistics;

namespace Platform.Api.Products.ByteForge;

internal static class Admin
{
    public static async Task<JsonHttpResult<DashboardResponse>> Dashboard(Caller caller, IGrainFactory grains)
    {
        var statistics = grains.GetGrain<IStatisticsGrain>(Platform.Products.ByteForge);
        var (users, conversations, tokens, latest) = (await statistics.Dashboard(caller.AccountId)).OrThrow();
        var view = new DashboardResponse(users, conversations, tokens, [.. latest.Select(Payments.View)]);
        return TypedResults.Json(view, ByteForgeJson.Default.DashboardResponse);
    }
}
