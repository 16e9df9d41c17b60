using Platform.Drawing.Figures;
using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>Draws portraits of a person, head and shoulders. The same style, words and seed give the same bytes.</summary>
public static class AvatarArtist
{
    /// <summary>Width and height, in pixels.</summary>
    public const int Size = 512;

    /// <summary>The manners there are.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["anime", "cyberpunk", "fantasy"];

    /// <summary>One portrait as a PNG.</summary>
    /// <param name="style">One of <see cref="Styles"/>; what is none of them is drawn as anime.</param>
    /// <param name="appearance">Free text by keys such as <c>hair_color</c>, <c>eye_color</c>, <c>skin_tone</c>, <c>outfit</c>,
    /// <c>hair_style</c>, <c>accessories</c>, <c>gender</c>, <c>age</c>, <c>mood</c>.</param>
    /// <param name="seed">Four seeds in a row give four takes of the same person.</param>
    public static byte[] Draw(string style, IReadOnlyDictionary<string, string> appearance, long seed)
    {
        var manner = Styles.FirstOrDefault(known => known.Equals(style?.Trim(), StringComparison.OrdinalIgnoreCase)) ?? Styles[0];
        var person = Appearance.Read(appearance, manner);
        var take = Take.Of(person, seed, manner);
        using var bitmap = new SKBitmap(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        Scenery.Draw(new Sitting(new Easel(canvas), person, take, manner), new Dice(seed ^ 0x5EED));
        using var portrait = Portrait(person, take, manner);
        Light.Compose(canvas, portrait, manner, take);
        Coarsen(bitmap.GetPixelSpan());
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    // The last bit of a soft gradient can't be seen, but it is a fifth of the file.
    private static void Coarsen(Span<byte> pixels)
    {
        foreach (ref var pixel in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(pixels)) pixel &= 0xFFFEFEFE;
    }

    private static SKImage Portrait(Appearance person, Take take, string manner)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Premul));
        var at = new Sitting(new Easel(surface.Canvas), person, take, manner);
        at.Tilted(() => HairBehind.Draw(at));
        Faces.Neck(at);
        Outfits.Draw(at);
        at.Tilted(() =>
        {
            Faces.Ears(at);
            Faces.Face(at);
            Eyes.Draw(at);
            HairBefore.Draw(at);
            Accessories.Draw(at);
        });
        return surface.Snapshot();
    }
}
