using System.Net.Mime;
using Platform.Api.Products;

namespace Platform.Api.Home;

/// <summary><c>/</c> tells where everything is: a page for people, JSON for programs that ask for it.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder place) => place.MapMethods("/", [HttpMethods.Get, HttpMethods.Head],
        (HttpRequest request, IEnumerable<Product> products, ProductHosts hosts) => Answer(request, Overview.Of(request, products, hosts)))
        .ExcludeFromDescription();

    private static IResult Answer(HttpRequest request, Overview overview)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Vary = "Accept";
        headers.CacheControl = "no-cache";
        if (WantsJson(request)) return TypedResults.Json(overview, OverviewJson.Default.Overview);
        headers.ContentSecurityPolicy = HomePage.ContentSecurityPolicy;
        return TypedResults.Content(HomePage.Of(overview), $"{MediaTypeNames.Text.Html}; charset=utf-8");
    }

    /// <summary>JSON is named, and a page is not.</summary>
    private static bool WantsJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept.Select(type => type.MediaType.Value).ToList();
        return accepted.Contains(MediaTypeNames.Application.Json, StringComparer.OrdinalIgnoreCase)
            && !accepted.Contains(MediaTypeNames.Text.Html, StringComparer.OrdinalIgnoreCase);
    }
}
