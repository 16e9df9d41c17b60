using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.FigureForge;

/// <summary>What admins do with pictures that were reported.</summary>
internal static class Moderation
{
    private const int Most = 100;

    private static readonly string[] Actions = ["unflag", "remove"];

    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static async Task<JsonHttpResult<ReportedImagesResponse>> List(Caller caller, ImageViews views, IGrainFactory grains)
    {
        var reported = (await Gallery(grains).Reported(caller.AccountId, Most)).OrThrow();
        return TypedResults.Json(
            new ReportedImagesResponse([.. reported.Items.Select(item => new ReportedImage(
                views.Image(item.Figure, item.Figure.OwnerId), [.. item.Reports.Select(report => new ReportView(report.Reason, report.Details))]))]),
            Json.ReportedImagesResponse);
    }

    public static async Task<JsonHttpResult<SuccessResponse>> Resolve(string imageId, Body<ResolveRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var action = check.OneOf(body.Value.Action, "body.action", Actions);
        check.ThrowIfInvalid();
        (await Gallery(grains).Resolve(caller.AccountId, PublicId.ToImage(imageId), remove: action == "remove")).OrThrow();
        return TypedResults.Json(new SuccessResponse(Success: true, action == "remove" ? "Image removed" : "Image shown again"), Json.SuccessResponse);
    }

    private static IPublicGalleryGrain Gallery(IGrainFactory grains) => grains.GetGrain<IPublicGalleryGrain>(IPublicGalleryGrain.TheKey);
}
