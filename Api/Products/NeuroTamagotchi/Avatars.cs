using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Generation;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Avatars
{
    /// <summary>Somebody waits before the screen.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(2);

    private static readonly Refusal Late = new(RefusalKind.Busy, "Avatars can't be generated right now. Please try again in a moment.");

    public static async Task<JsonHttpResult<AvatarsResponse>> Generate(
        Body<GenerateAvatarRequest> body, Operation operation, IGrainFactory grains, TimeProvider clock, HttpContext context)
    {
        var check = new Validation();
        var style = check.OneOf(body.Value.Style, "body.style", Characters.Styles);
        var appearance = Characters.Appearance(body.Value.Appearance, check);
        if (appearance is null) check.Add("body.appearance", "Appearance is required.", "missing");
        check.ThrowIfInvalid();

        var order = new PortraitOrder(style, appearance!);
        var artist = grains.GetGrain<IPortraitsGrain>(operation.Id);
        for (var began = clock.GetTimestamp(); clock.GetElapsedTime(began) < Wait;)
        {
            var portraits = (await artist.Draw(order).WaitAsync(context.RequestAborted)).OrThrow();
            if (portraits.Pictures.Count > 0) return TypedResults.Json(View(portraits), NeuroTamagotchiJson.Default.AvatarsResponse);
        }

        throw new RefusedException(Late);
    }

    private static AvatarsResponse View(Portraits portraits) =>
        new([.. portraits.Pictures.Select(picture => $"data:image/png;base64,{Convert.ToBase64String(picture)}")]);
}
