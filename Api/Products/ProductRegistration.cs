using Platform.Api.Billing;

namespace Platform.Api.Products;

/// <summary>The products that this server serves, and how they are hung into the pipeline.</summary>
internal static class ProductRegistration
{
    public static IServiceCollection AddProducts(this IServiceCollection services)
    {
        services.AddSingleton<Product, ByteForge.ByteForgeProduct>();
        services.AddSingleton<Product, Demi.DemiProduct>();
        services.AddSingleton<Product, FigureForge.FigureForgeProduct>();
        services.AddSingleton<Product, MascotForge.MascotForgeProduct>();
        services.AddSingleton<Product, NeuroTamagotchi.NeuroTamagotchiProduct>();
        services.AddSingleton<ProductHosts>();
        services.AddSingleton<WebApps>();
        return services;
    }

    public static IEndpointRouteBuilder MapProducts(this IEndpointRouteBuilder app)
    {
        foreach (var product in app.ServiceProvider.GetServices<Product>())
            product.Map(app.MapGroup($"/{product.Id}{product.BasePath}").WithGroupName(product.Id));
        return app;
    }

    /// <summary>
    /// Where everything is that is no product's own: at the top, and below each product, because a product with a host name of its own has
    /// nothing else.
    /// </summary>
    public static IEnumerable<IEndpointRouteBuilder> Places(this IEndpointRouteBuilder app) =>
        [app, .. app.ServiceProvider.GetServices<Product>().Select(product => app.MapGroup($"/{product.Id}"))];
}
