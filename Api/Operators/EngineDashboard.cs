using Orleans.Dashboard;

namespace Platform.Api.Operators;

/// <summary>
/// The engine's own dashboard. It packs all of its files when it is made, which is a tenth of what a start costs, so it is made when somebody
/// first asks for it.
/// </summary>
internal sealed class EngineDashboard
{
    public const string Path = OperatorEndpoints.Base + "/orleans";

    /// <summary>It brings its own scripts and styles, some of them within the page.</summary>
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    /// <summary>All reminders, and the state of any actor. Keys of actors, some of which are an email, and what they keep are not even an admin's.</summary>
    private static readonly string[] Closed = [$"{Path}/Reminders", $"{Path}/GrainState"];

    private readonly Lazy<RequestDelegate> _pages;

    public EngineDashboard(IApplicationBuilder app) => _pages = new(() =>
    {
        // With endpoints of its own, which the front door's don't know.
        var pages = app.New();
        pages.UseRouting();
        pages.UseEndpoints(endpoints => endpoints.MapOrleansDashboard(Path));
        return pages.Build();
    });

    public Task AnswerAsync(HttpContext context)
    {
        if (Closed.Any(path => context.Request.Path.StartsWithSegments(path))) return TypedResults.NotFound().ExecuteAsync(context);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.SetEndpoint(null);
        return _pages.Value(context);
    }
}
