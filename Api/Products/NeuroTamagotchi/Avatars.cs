using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Avatars
{
    /// <summary>As long as no pictures can be made here, a request that is right gets this one answer.</summary>
    private static readonly ErrorBody NotImplemented = new("Avatars can't be generated yet.", "NOT_IMPLEMENTED");

    public static JsonHttpResult<ErrorBody> Generate(Body<GenerateAvatarRequest> body)
    {
        var check = new Validation();
        check.OneOf(body.Value.Style, "body.style", Characters.Styles);
        if (Characters.Appearance(body.Value.Appearance, check) is null) check.Add("body.appearance", "Appearance is required.", "missing");
        check.ThrowIfInvalid();
        return TypedResults.Json(NotImplemented, NeuroTamagotchiJson.Default.ErrorBody, statusCode: 501);
    }
}
