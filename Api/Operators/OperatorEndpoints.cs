using Platform.Api.Security;
using Platform.Hosting.Operations;
using Platform.Operations;

namespace Platform.Api.Operators;

/// <summary>
/// <c>/operator</c>: what goes on in the cluster, for admins. The page itself is anybody's, and empty without a session; everything that it shows
/// needs one, and so does the engine's own dashboard below it. <c>/metrics</c> is here too, for admins without an operations port.
/// </summary>
internal static class OperatorEndpoints
{
    public const string Base = "/operator";

    private static readonly string[] Assets = ["operator.css", "operator.js", "plots.js"];

    public static IServiceCollection AddOperators(this IServiceCollection services) => services.AddSingleton<OperatorSessions>();

    public static void MapOperators(this WebApplication app)
    {
        app.MapGet(Base, Page).ExcludeFromDescription();
        foreach (var asset in Assets) app.MapGet($"{Base}/{asset}", (HttpContext context) => OperatorAssets.WriteAsync(context, asset)).ExcludeFromDescription();
        app.MapPost($"{Base}/code", MailCodeAsync).ExcludeFromDescription();
        app.MapPost($"{Base}/session", OpenAsync).ExcludeFromDescription();
        app.MapDelete($"{Base}/session", CloseAsync).ExcludeFromDescription();

        var operators = app.MapGroup("").WithMetadata(new OperatorRequired()).ExcludeFromDescription();
        operators.MapGet($"{Base}/view", ViewAsync);
        // With a token, and where the cookie comes along.
        foreach (var path in (string[])[OperationsPaths.Metrics, Base + OperationsPaths.Metrics]) operators.MapPrometheusScrapingEndpoint(path);
        operators.Map($"{EngineDashboard.Path}/{{**page}}", new EngineDashboard(app).AnswerAsync);
    }

    private static Task Page(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return OperatorAssets.WriteAsync(context, "operator.html");
    }

    private static async Task<IResult> MailCodeAsync(HttpContext context, OperatorSessions sessions)
    {
        var request = await OperatorRequest.ReadAsync(context);
        await sessions.MailCodeAsync(context, request.Email);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> OpenAsync(HttpContext context, OperatorSessions sessions)
    {
        var request = await OperatorRequest.ReadAsync(context);
        await sessions.OpenAsync(context, request.Email, request.Code);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> CloseAsync(HttpContext context, OperatorSessions sessions)
    {
        await sessions.CloseAsync(context);
        return TypedResults.NoContent();
    }

    /// <param name="after">The last moment that the page has; none: all of them.</param>
    private static async Task<IResult> ViewAsync(HttpContext context, IGrainFactory grains, DateTimeOffset? after)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(await grains.GetGrain<IOperationsGrain>(IOperationsGrain.TheKey).Look(after), OperatorJson.Default.ClusterView);
    }
}
