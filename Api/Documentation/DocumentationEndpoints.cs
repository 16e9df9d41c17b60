using System.Security.Cryptography;
using Platform.Api.Products;
using Scalar.AspNetCore;

namespace Platform.Api.Documentation;

/// <summary>One OpenAPI document a product at <c>/openapi/{product}.json</c>, and pages to browse them at <c>/docs</c>.</summary>
internal static class DocumentationEndpoints
{
    public static IServiceCollection AddDocumentation(this IServiceCollection services) => services.AddSingleton<ApiDocuments>();

    public static void MapDocumentation(this IEndpointRouteBuilder place)
    {
        place.MapGet("/openapi/{product}.json", (string product, HttpRequest request, IEnumerable<Product> products) =>
            AnswerAsync(request, products.FirstOrDefault(one => one.Id == product))).ExcludeFromDescription();
        place.MapScalarApiReference("/docs", Configure).AddEndpointFilter((context, next) =>
        {
            // Its script is large, and has a validator.
            context.HttpContext.Response.Headers.CacheControl = "no-cache";
            return next(context);
        });
    }

    /// <summary>Where clients of the original NeuroTamagotchi look for the document, in every product.</summary>
    public static void MapDocumentsBelowBases(this IEndpointRouteBuilder app)
    {
        foreach (var product in app.ServiceProvider.GetServices<Product>())
        {
            app.MapGet($"/{product.Id}{product.BasePath}/openapi.json", (HttpRequest request) => AnswerAsync(request, product))
                .ExcludeFromDescription();
        }
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, Product? product)
    {
        // A host name of a product's own knows no other.
        if (product is null || (Product.Of(request.HttpContext) ?? product) != product) return TypedResults.NotFound();
        var services = request.HttpContext.RequestServices;
        request.HttpContext.Response.Headers.CacheControl = "no-cache";
        var server = services.GetRequiredService<ProductHosts>().Prefix(product, request) + product.BasePath;
        return TypedResults.Text(await services.GetRequiredService<ApiDocuments>().GetAsync(product, server), "application/json");
    }

    /// <summary>
    /// Nothing of the pages may come from elsewhere, whatever their script would like, and no script runs that this server has not put
    /// there. Their styles are made by the script, each time others.
    /// </summary>
    private static string OnlyFromHere(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static void Configure(ScalarOptions scalar, HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        scalar.WithNonce(nonce);
        context.Response.Headers.ContentSecurityPolicy = OnlyFromHere(nonce);
        var shown = Product.Of(context) is { } only ? [only] : context.RequestServices.GetServices<Product>();
        scalar.WithTitle("Orleans.Platform").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools()
            .AddPreferredSecuritySchemes(ApiDocument.Bearer);
        foreach (var product in shown) scalar.AddDocument(product.Id, product.Title);
    }
}
