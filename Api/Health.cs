using Platform.Security;

namespace Platform.Api;

/// <summary><c>/healthz</c> and <c>/health</c>: the process lives. <c>/readyz</c>: the silos and their storage answer.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok")).ExcludeFromDescription();
        // Where clients of the original NeuroTamagotchi look.
        app.MapGet("/health", () => TypedResults.Text("ok")).ExcludeFromDescription();
        app.MapGet("/readyz", async (IGrainFactory grains) =>
        {
            await grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).Get();
            return TypedResults.Text("ready");
        }).ExcludeFromDescription();
    }
}
