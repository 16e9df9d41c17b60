using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.FigureForge;

/// <summary>Lists of pictures: with offsets as the contract has them, and with cursors as the web app reads them.</summary>
internal static class Galleries
{
    private const int PageSize = 20;

    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static async Task<JsonHttpResult<ImagesResponse>> Own(HttpContext context, Caller caller, ImageViews views, IGrainFactory grains)
    {
        var (page, query) = Read(context);
        var found = await Of(caller, grains).Own(query);
        return Answer(found, page, caller, views);
    }

    /// <summary>For anybody: how much of it is shown depends on the plan.</summary>
    public static async Task<JsonHttpResult<ImagesResponse>> Public(
        HttpContext context, Admissions admissions, ImageViews views, IGrainFactory grains)
    {
        var (page, query) = Read(context);
        var caller = await admissions.AdmitAnybodyAsync(context);
        return Answer(await Everybodys(grains).List(query, caller?.AccountId), page, caller, views);
    }

    public static async Task<JsonHttpResult<WebAppImagesResponse>> WebAppOwn(
        HttpRequest request, Caller caller, ImageViews views, IGrainFactory grains) =>
        Answer(await Of(caller, grains).Own(FromCursor(request)), caller, views);

    public static async Task<JsonHttpResult<WebAppImagesResponse>> WebAppPublic(
        HttpContext context, Admissions admissions, ImageViews views, IGrainFactory grains)
    {
        var caller = await admissions.AdmitAnybodyAsync(context);
        return Answer(await Everybodys(grains).List(FromCursor(context.Request), caller?.AccountId), caller, views);
    }

    /// <summary>Its cursor counts, because favourites are in the order of their marks.</summary>
    public static async Task<JsonHttpResult<WebAppImagesResponse>> WebAppFavorites(
        HttpRequest request, Caller caller, ImageViews views, IGrainFactory grains)
    {
        var check = new Validation();
        var offset = check.Number(request.Query["cursor"], "query.cursor", 0, 0, int.MaxValue - PageSize);
        check.ThrowIfInvalid();
        var found = await Of(caller, grains).Favorites(new FigureQuery([], offset, PageSize));
        var next = offset + found.Items.Count < found.Total ? Text(offset + PageSize) : null;
        return TypedResults.Json(
            new WebAppImagesResponse([.. found.Items.Select(figure => views.Image(figure, caller.AccountId))], next, next is not null), Json.WebAppImagesResponse);
    }

    /// <summary>All of the caller's own, the newest first, a page at a time.</summary>
    public static async IAsyncEnumerable<ImageResponse> AllAsync(Caller caller, ImageViews views, IGrainFactory grains)
    {
        for (string? before = null; ;)
        {
            var page = await Of(caller, grains).Own(new FigureQuery([], 0, Attachment.PageSize, before));
            foreach (var figure in page.Items) yield return views.Image(figure, caller.AccountId);
            if (page.Items.Count < Attachment.PageSize) yield break;
            before = page.Items[^1].Id;
        }
    }

    /// <summary>Tags come as <c>tag</c>, as <c>tags</c>, several with commas or repeated; all must match.</summary>
    private static (OffsetPage Page, FigureQuery Query) Read(HttpContext context)
    {
        var check = new Validation();
        var page = OffsetPage.Of(context, check);
        var tags = Tags(context.Request, check);
        check.ThrowIfInvalid();
        return (page with { Filter = tags.Count == 0 ? "" : $"&tags={Uri.EscapeDataString(string.Join(',', tags))}" }, new(tags, page.Offset, page.Limit));
    }

    private static List<string> Tags(HttpRequest request, Validation check)
    {
        var tags = request.Query["tag"].Concat(request.Query["tags"]).SelectMany(value => (value ?? "").Split(','))
            .Select(FigureTags.Normalize).Where(tag => tag.Length > 0).Distinct().ToList();
        if (tags.Count > FigureQuery.MaxTags) check.Add("query.tags", $"At most {FigureQuery.MaxTags} tags can be searched for.", "too_long");
        return tags;
    }

    private static FigureQuery FromCursor(HttpRequest request)
    {
        var check = new Validation();
        var tags = Tags(request, check);
        var cursor = request.Query["cursor"].ToString();
        check.ThrowIfInvalid();
        return new FigureQuery(tags, 0, PageSize, cursor.Length == 0 ? null : PublicId.ToImage(cursor));
    }

    private static JsonHttpResult<ImagesResponse> Answer(FigurePage found, OffsetPage page, Caller? caller, ImageViews views) => TypedResults.Json(
        new ImagesResponse(
            [.. found.Items.Select(figure => views.Image(figure, caller?.AccountId))], found.Total, page.Next(found.Total), page.Previous()),
        Json.ImagesResponse);

    private static JsonHttpResult<WebAppImagesResponse> Answer(FigurePage found, Caller? caller, ImageViews views)
    {
        var next = found.Items.Count == PageSize ? PublicId.OfImage(found.Items[^1].Id) : null;
        return TypedResults.Json(
            new WebAppImagesResponse([.. found.Items.Select(figure => views.Image(figure, caller?.AccountId))], next, next is not null),
            Json.WebAppImagesResponse);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IPublicGalleryGrain Everybodys(IGrainFactory grains) => grains.GetGrain<IPublicGalleryGrain>(IPublicGalleryGrain.TheKey);

    private static IGalleryGrain Of(Caller caller, IGrainFactory grains) => grains.GetGrain<IGalleryGrain>(caller.AccountId);
}
