namespace Platform.Generation;

/// <summary>The types of pictures that are taken from elsewhere.</summary>
internal static class PictureTypes
{
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string Gif = "image/gif";
    private const string Webp = "image/webp";

    /// <summary>Every PNG begins so (https://www.w3.org/TR/png-3/#5PNG-file-signature).</summary>
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    /// <summary>Whether a server or a data URI claims that this is a picture which is taken.</summary>
    public static bool IsKnown(string? contentType) => contentType?.ToLowerInvariant() is Png or Jpeg or "image/jpg" or Gif or Webp;

    /// <summary>
    /// The type by the first bytes; null: it is none of these. Claims are not asked: servers that convert pictures often name the wrong
    /// one.
    /// </summary>
    public static string? Recognize(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(PngSignature)) return Png;
        if (content.StartsWith(JpegSignature)) return Jpeg;
        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8)) return Gif;
        return content.StartsWith("RIFF"u8) && content.Length >= 12 && content[8..].StartsWith("WEBP"u8) ? Webp : null;
    }
}
