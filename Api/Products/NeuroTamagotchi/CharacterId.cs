using Platform.Api.Errors;
using Platform.Api.Http;

namespace Platform.Api.Products.NeuroTamagotchi;

/// <summary>The id of a character in a path.</summary>
internal static class CharacterId
{
    /// <exception cref="ApiException">404: no character can have such an id.</exception>
    public static string Parse(string text) =>
        EntityId.Parse(text) ?? throw new ApiException(new(404, "NOT_FOUND", "Character not found"));
}
