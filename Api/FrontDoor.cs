using Platform.Api.Documentation;
using Platform.Api.Errors;
using Platform.Api.Files;
using Platform.Api.Home;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Limits;
using Platform.Api.Operators;
using Platform.Api.Products;
using Platform.Api.Realtime;
using Platform.Api.Sandbox;
using Platform.Api.Security;
using Platform.Hosting;
using Platform.Hosting.Telemetry;

namespace Platform.Api;

/// <summary>The front door as a whole: what it is made of, what a request passes through, and what is mapped.</summary>
internal static class FrontDoor
{
    /// <summary>How often a silent socket is asked whether it is still there, and how long it may take to say so.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    public static void AddFrontDoor(this WebApplicationBuilder builder)
    {
        builder.RequireSafeSettings();
        builder.ForService("api").AddPlatform();
        // It logs whole addresses, in lines and as a scope around all others: a browser can send a socket's token nowhere else, and an
        // invitation's is a part of the path.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.AddTransport();
        builder.Services.AddLimits();
        builder.Services.AddAccessTokens();
        builder.Services.AddRealtime();
        builder.Services.AddBrowserAccess(builder.Configuration, builder.Environment);
        builder.Services.AddProducts();
        builder.Services.AddDocumentation();
        builder.Services.AddFiles();
        builder.Services.AddOperators();
    }

    public static void UseFrontDoor(this WebApplication app)
    {
        app.UseTransport();
        app.UseTraceContext();
        app.UseMiddleware<QueryText>();
        // Before the routing, which asks whether a request is a handshake.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        app.UseMiddleware<ProductRouting>();
        app.UseCors();
        app.UseMiddleware<ErrorEnvelopes>();
        app.UseRouting();
        app.UseMiddleware<Gate>();
        app.UseMiddleware<IdempotencyKeys>();

        app.MapProducts();
        app.MapDocumentsBelowBases();
        app.MapOperators();
        foreach (var place in app.Places())
        {
            place.MapHome();
            place.MapDocumentation();
            place.MapHealth();
            place.MapSandbox();
            place.MapFiles();
            place.MapJwks();
        }
    }
}
