using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Api.Http;
using Platform.Api.Products;
using Scalar.AspNetCore;

namespace Platform.Api;

/// <summary>One OpenAPI document a product at <c>/openapi/{product}.json</c>, and pages to browse them at <c>/docs</c>.</summary>
internal static class Documentation
{
    public static IServiceCollection AddDocumentation(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
        foreach (var product in (string[])[Platform.Products.ByteForge, Platform.Products.Demi, Platform.Products.FigureForge, Platform.Products.MascotForge, Platform.Products.NeuroTamagotchi])
            services.AddOpenApi(product, openApi => openApi.AddOperationTransformer(DescribeBodyAsync));
        return services;
    }

    private static async Task DescribeBodyAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyType>().FirstOrDefault() is not { } body) return;
        var schema = await context.GetOrCreateSchemaAsync(body.Type, cancellationToken: cancellation);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
        };
    }

    public static void MapDocumentation(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", scalar =>
        {
            foreach (var product in app.Services.GetServices<Product>()) scalar.AddDocument(product.Id, product.Title);
        });
    }
}
