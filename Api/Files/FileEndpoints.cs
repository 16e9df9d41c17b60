using System.Globalization;
using Microsoft.Net.Http.Headers;
using Platform.Api.Errors;
using Platform.Api.Security;
using Platform.Blobs;

namespace Platform.Api.Files;

/// <summary>
/// Serves files to whoever has a signed link. What a link leads to never changes, so browsers may keep it for good; one that expires is kept
/// as long as it lasts. Ranges, validators and HEAD as in RFC 9110.
/// </summary>
internal static class FileEndpoints
{
    private static readonly TimeSpan ForGood = TimeSpan.FromDays(365);

    /// <summary>
    /// Opened by itself a file is shown and does nothing: an SVG could hold a script. It may stand in pages of any other site, where its
    /// link is what protects it.
    /// </summary>
    private const string OnlyShown = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    private static readonly ApiError Altered = new(403, "LINK_INVALID", "This link is not valid.");
    private static readonly ApiError Expired = new(403, "LINK_EXPIRED", "This link has expired. Please ask for a new one.");
    private static readonly ApiError Gone = new(404, "NOT_FOUND", "This file is not there any more.");

    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileLinkKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<FileLinkKeys>());
    }

    public static void MapFiles(this IEndpointRouteBuilder place) =>
        place.MapMethods("/files/{kind}/{id}/{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync).ExcludeFromDescription();

    private static async Task ServeAsync(HttpContext context, string kind, string id, string name, FileLinkKeys keys, IBlobStore blobs, TimeProvider clock)
    {
        var (request, response) = (context.Request, context.Response);
        var now = clock.GetUtcNow();
        // As the link has it, wherever it is served.
        var link = keys.Links.Verify($"/files/{kind}/{id}/{name}", request.QueryString.Value ?? "", now);
        if (link.Key is not { } key) throw new ApiException(link.Status == FileLinkStatus.Expired ? Expired : Altered);
        if (await blobs.FindAsync(key, context.RequestAborted) is not { } blob) throw new ApiException(Gone);

        var etag = new EntityTagHeaderValue($"\"{key.Hash}\"");
        var headers = response.GetTypedHeaders();
        headers.ETag = etag;
        headers.LastModified = blob.LastModified;
        var kept = (long)(link.Expires - now ?? ForGood).TotalSeconds;
        response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"private, max-age={kept}, immutable");
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ContentSecurityPolicy = OnlyShown;
        response.Headers[SecurityHeaders.ResourcePolicy] = "cross-origin";
        if (link.DownloadName is { } saved)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(saved);
            headers.ContentDisposition = disposition;
        }

        if (IsKnown(request, etag, blob.LastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = key.ContentType;
        var range = Range(request, etag, blob);
        if (range is { } asked && asked.From > asked.To)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            headers.ContentRange = new ContentRangeHeaderValue(blob.Length);
            return;
        }

        response.ContentLength = blob.Length;
        if (range is var (from, to))
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            headers.ContentRange = new ContentRangeHeaderValue(from, to, blob.Length);
            response.ContentLength = to - from + 1;
        }

        if (HttpMethods.IsHead(request.Method)) return;
        await using var file = range is { } part
            ? await blobs.OpenAsync(key, part.From, part.To, context.RequestAborted)
            : await blobs.OpenAsync(key, context.RequestAborted);
        if (file is null) throw new ApiException(Gone);
        await file.Content.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue etag, DateTimeOffset modified)
    {
        var headers = request.GetTypedHeaders();
        if (headers.IfNoneMatch is { Count: > 0 } tags) return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(etag, useStrongComparison: false));
        return headers.IfModifiedSince is { } since && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    /// <summary>The one range that is asked for; null: the whole file. One that begins behind its end lies outside.</summary>
    private static (long From, long To)? Range(HttpRequest request, EntityTagHeaderValue etag, StoredBlob blob)
    {
        var headers = request.GetTypedHeaders();
        if (headers.Range is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges }) return null;
        if (headers.IfRange is { } known && !IsStill(known, etag, blob)) return null;
        var range = ranges.Single();
        var last = blob.Length - 1;
        return range.From is { } from ? (from, Math.Min(range.To ?? last, last)) : (Math.Max(0, blob.Length - range.To!.Value), last);
    }

    private static bool IsStill(RangeConditionHeaderValue known, EntityTagHeaderValue etag, StoredBlob blob) =>
        known.EntityTag?.Compare(etag, useStrongComparison: true)
        ?? known.LastModified?.ToUnixTimeSeconds() == blob.LastModified.ToUnixTimeSeconds();
}
