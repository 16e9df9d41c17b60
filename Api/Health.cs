using Platform.Api.Errors;
using Platform.Hosting.Operations;

namespace Platform.Api;

/// <summary>
/// <c>/healthz</c>, also <c>/health</c>: the process lives. <c>/readyz</c>: the silos answer, and their storage has just been read and
/// has taken a write; if not, 503.
/// </summary>
internal static class Health
{
    private static readonly ApiError NotReady = ApiError.Unavailable with { Code = "NOT_READY", Message = "The storage does not answer." };

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        // The second is where clients of the original NeuroTamagotchi look.
        foreach (var path in (string[])["/healthz", "/health"]) app.MapGet(path, () => TypedResults.Text("ok")).ExcludeFromDescription();
        app.MapGet("/readyz", async (Readiness readiness) =>
            await readiness.ProbeAsync() ? TypedResults.Text("ready") : throw new ApiException(NotReady)).ExcludeFromDescription();
    }
}
