using Platform.Drawing;

namespace Platform.Generation;

/// <summary>The colours of a brand, as its reference picture shows them.</summary>
internal sealed class BrandColors(PictureFetcher pictures)
{
    /// <returns>As <c>#RRGGBB</c>, the most important first; none where the style doesn't ask for them.</returns>
    /// <exception cref="RenderRefusedException">The picture can't be had, or is none.</exception>
    public async Task<IReadOnlyList<string>> OfAsync(MascotOrder order, CancellationToken cancellation)
    {
        if (order is not { Style: "match_brand", ReferenceUrl: { } address }) return [];
        try
        {
            var picture = await pictures.FetchAsync(address, cancellation);
            return [.. Palettes.FromPicture(picture.Content).Select(color => color.Hex)];
        }
        catch (Exception error) when (error is ReferencePictureException or InvalidDataException)
        {
            throw new RenderRefusedException($"The reference picture could not be used. {error.Message}");
        }
    }
}
