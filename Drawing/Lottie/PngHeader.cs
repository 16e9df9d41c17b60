using System.Buffers.Binary;

namespace Platform.Drawing.Lottie;

/// <summary>What the head of a PNG file tells (W3C PNG, section 11.2.1).</summary>
internal static class PngHeader
{
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) => png.Length < 24
        ? throw new InvalidDataException("The picture is no PNG.")
        : (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
