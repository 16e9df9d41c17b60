using SkiaSharp;

namespace Platform.Drawing;

/// <summary>Pictures that came from outside: files of any kind that SkiaSharp reads (PNG, JPEG, WebP, GIF…), of bounded size.</summary>
public static class RasterPictures
{
    /// <summary>No side is longer, so that a small file can't unfold to more memory than a server has.</summary>
    public const int LongestSide = 4096;

    /// <summary>Decodes a picture to RGBA.</summary>
    /// <exception cref="InvalidDataException">It can't be decoded, or is too large.</exception>
    public static SKBitmap Decode(byte[] picture)
    {
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data) ?? throw new InvalidDataException("The file is not a picture of a known kind.");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1 || width > LongestSide || height > LongestSide)
        {
            throw new InvalidDataException($"The picture has {width} by {height} pixels; no side may have more than {LongestSide}.");
        }

        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw new InvalidDataException("The picture is damaged.");
    }
}
