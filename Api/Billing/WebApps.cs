using Platform.Api.Products;

namespace Platform.Api.Billing;

/// <summary>The products' own web apps (<c>Products:{Product}:WebAppUrl</c>), as far as they are known.</summary>
internal sealed class WebApps(IConfiguration configuration)
{
    /// <summary>A page of the web app of the product that the request asks, or null where it has none.</summary>
    public string? PageOf(HttpContext context, string path) =>
        configuration[$"Products:{Product.Of(context)!.Id}:WebAppUrl"]?.TrimEnd('/') is { Length: > 0 } app ? app + path : null;
}
