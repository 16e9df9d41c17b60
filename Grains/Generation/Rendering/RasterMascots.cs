using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;

namespace Platform.Generation;

/// <summary>What mascots of any origin share: those that were designed here, and those that only a picture shows.</summary>
internal static class RasterMascots
{
    public static MascotArt Art(MascotImages pictures, string? character) =>
        new(new("png", pictures.FullBody), new("png", pictures.Avatar), new("png", pictures.Icon), character);

    /// <param name="colors">As <c>#RRGGBB</c>.</param>
    public static List<Rgba> Colors(IReadOnlyList<string> colors) => [.. colors.Select(Rgba.FromHex).OfType<Rgba>()];

    public static LogoPack Logos(MascotSource mascot, IReadOnlyList<Rgba> colors) => mascot.Character is { } character
        ? LogoPack.Draw(MascotDesign.FromJson(character), colors)
        : LogoPack.FromPicture(mascot.FullBody.ToArray(), colors);

    public static LogoPackArt Art(LogoPack pack) =>
        new([.. pack.Logos.Select(logo => new LogoArt(logo.Name, logo.Width, logo.Height, new("png", logo.Png)))], new("zip", pack.Zip));
}
