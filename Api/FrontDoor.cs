using Platform.Api.Documentation;
using Platform.Api.Errors;
using Platform.Api.Home;
using Platform.Api.Idempotency;
using Platform.Api.Products;
using Platform.Api.Security;
using Platform.Hosting;

namespace Platform.Api;

/// <summary>The front door as a whole: what it is made of, what a request passes through, and what is mapped.</summary>
internal static class FrontDoor
{
    public static void AddFrontDoor(this WebApplicationBuilder builder)
    {
        builder.AddPlatform();
        builder.Services.AddAccessTokens();
        builder.Services.AddBrowserAccess(builder.Configuration, builder.Environment);
        builder.Services.AddProducts();
        builder.Services.AddDocumentation();
        builder.Services.AddSingleton<Readiness>();
    }

    public static void UseFrontDoor(this WebApplication app)
    {
        app.UseMiddleware<ProductRouting>();
        app.UseCors();
        app.UseMiddleware<ErrorEnvelopes>();
        app.UseRouting();
        app.UseMiddleware<Gate>();
        app.UseMiddleware<IdempotencyKeys>();

        app.MapProducts();
        app.MapDocumentsBelowBases();
        foreach (var place in app.Places())
        {
            place.MapHome();
            place.MapDocumentation();
            place.MapHealth();
            place.MapJwks();
        }
    }
}
