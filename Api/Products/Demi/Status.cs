using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Security;
using Platform.Companions;

namespace Platform.Api.Products.Demi;

internal static class Status
{
    private const string Service = "demi-android-api";

    private const string Version = "1.0.0";

    private static DemiJson Json => DemiJson.Default;

    /// <summary>For anybody; who is signed in is also told how she feels. A token that is not to be believed counts as none.</summary>
    public static async Task<JsonHttpResult<StatusResponse>> Get(HttpContext context, Admissions admissions, IGrainFactory grains)
    {
        var status = new StatusResponse("ok", Service, Version);
        if (await admissions.AdmitAnybodyAsync(context) is { AccountId: var id }
            && (await grains.GetGrain<ICompanionGrain>(id).Get(id)).Value is { } demi)
        {
            status = status with { EmotionalState = EmotionalState.Of(demi.Emotions), CurrentMood = demi.CurrentMood };
        }

        return TypedResults.Json(status, Json.StatusResponse);
    }

    /// <summary>Where the product's app may look: an object of strings.</summary>
    public static JsonHttpResult<HealthResponse> Health() =>
        TypedResults.Json(new HealthResponse("ok", Service, Version), Json.HealthResponse);
}
