using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.FigureForge;

/// <summary>Pictures, one by one.</summary>
internal static class Images
{
    private const int MaxDetailsLength = 2000;

    private static FigureForgeJson Json => FigureForgeJson.Default;

    /// <summary>For anybody, where the picture is public.</summary>
    public static async Task<JsonHttpResult<ImageResponse>> Get(
        string imageId, HttpContext context, Admissions admissions, ImageViews views, IGrainFactory grains)
    {
        var caller = await admissions.AdmitAnybodyAsync(context);
        var id = PublicId.ToImage(imageId);
        var found = caller is null
            ? await grains.GetGrain<IPublicGalleryGrain>(IPublicGalleryGrain.TheKey).Get(id)
            : await Of(caller, grains).Get(id);
        return TypedResults.Json(views.Image(found.OrThrow(), caller?.AccountId), Json.ImageResponse);
    }

    public static async Task<JsonHttpResult<SuccessResponse>> Delete(string imageId, Caller caller, IGrainFactory grains)
    {
        (await Of(caller, grains).Delete(PublicId.ToImage(imageId))).OrThrow();
        return TypedResults.Json(new SuccessResponse(Success: true, "Image deleted"), Json.SuccessResponse);
    }

    public static async Task<JsonHttpResult<ImageResponse>> Update(
        string imageId, Body<UpdateImageRequest> body, Caller caller, ImageViews views, IGrainFactory grains)
    {
        var check = new Validation();
        var tags = body.Value.Tags is null ? null : FigureOrders.Tags(body.Value.Tags, check);
        check.ThrowIfInvalid();
        var change = new FigureChange(tags, body.Value.IsPublic ?? body.Value.Public);
        var changed = (await Of(caller, grains).Change(PublicId.ToImage(imageId), change)).OrThrow();
        return TypedResults.Json(views.Image(changed, caller.AccountId), Json.ImageResponse);
    }

    public static async Task<JsonHttpResult<FavoriteResponse>> ToggleFavorite(string imageId, Caller caller, IGrainFactory grains)
    {
        var toggled = (await Of(caller, grains).ToggleFavorite(PublicId.ToImage(imageId))).OrThrow();
        return TypedResults.Json(new FavoriteResponse(PublicId.OfImage(toggled.Id), toggled.IsFavorite), Json.FavoriteResponse);
    }

    public static async Task<JsonHttpResult<SuccessResponse>> Report(string imageId, Body<ReportRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var report = new FigureReport(
            check.Text(body.Value.Reason, "body.reason", 1, 50), check.Text(body.Value.Details ?? "", "body.details", 0, MaxDetailsLength));
        check.ThrowIfInvalid();
        (await Of(caller, grains).Report(PublicId.ToImage(imageId), report)).OrThrow();
        return TypedResults.Json(new SuccessResponse(Success: true, "Thank you. The image is hidden until somebody has looked at it."), Json.SuccessResponse);
    }

    private static IGalleryGrain Of(Caller caller, IGrainFactory grains) => grains.GetGrain<IGalleryGrain>(caller.AccountId);
}
