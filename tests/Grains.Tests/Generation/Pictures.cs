using System.Text;

namespace Platform.Tests.Generation;

/// <summary>Pictures as far as their first bytes.</summary>
internal static class Pictures
{
    public static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    public static byte[] Gif => Encoding.ASCII.GetBytes("GIF89a....");

    public static byte[] Webp => Encoding.ASCII.GetBytes("RIFF....WEBPVP8 ");
}
