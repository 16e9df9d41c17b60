using System.Text.Json.Serialization;
using Platform.Api.Products;

namespace Platform.Api.Home;

/// <summary>Where everything is, as the client of one request must write it.</summary>
internal sealed record Overview(
    string Name, string Description, IReadOnlyList<ProductPlace> Products, string Docs, string Health, string Readiness, string Keys)
{
    /// <summary>All products, or at a product's own host name or below its prefix that one.</summary>
    public static Overview Of(HttpRequest request, IEnumerable<Product> products, ProductHosts hosts)
    {
        var origin = $"{request.Scheme}://{request.Host}";
        var asked = Product.Of(request.HttpContext);
        var shown =
            from product in products
            where asked is null || product == asked
            let top = origin + hosts.Prefix(product, request)
            select new ProductPlace(product.Title, top + product.BasePath, $"{top}/docs", $"{origin}/openapi/{product.Id}.json");
        return new(
            asked?.Title ?? "Orleans.Platform",
            "Companion apps over REST: every user, companion and conversation is an actor.",
            [.. shown],
            $"{origin}/docs",
            $"{origin}/healthz",
            $"{origin}/readyz",
            $"{origin}/.well-known/jwks.json");
    }
}

/// <param name="BaseUrl">What a client puts before the paths of the product's contract.</param>
internal sealed record ProductPlace(string Name, string BaseUrl, string Docs, string Openapi);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Overview))]
internal sealed partial class OverviewJson : JsonSerializerContext;
