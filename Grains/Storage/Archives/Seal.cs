using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Storage.Archives;

/// <summary>
/// The last bytes of an archive, by which any change of any byte is seen: the SHA-256 of all that is before them. They are a member of a gzip
/// file too, made byte by byte, so that the tools for gzip take the whole and show the hash as its last line.
/// </summary>
internal static class Seal
{
    private const int LineLength = 78;
    private const int HeaderLength = 15;

    /// <summary>How long a seal is.</summary>
    public const int Length = HeaderLength + LineLength + 8;

    /// <summary>The seal of the next so many bytes of a stream.</summary>
    public static async Task<byte[]> OfAsync(Stream stream, long count, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        while (count > 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), cancellation);
            if (read == 0) throw new EndOfStreamException("The file got shorter while it was read.");
            hash.AppendData(buffer.AsSpan(0, read));
            count -= read;
        }

        return Make(Encoding.ASCII.GetBytes($$"""{"sha256":"{{Convert.ToHexStringLower(hash.GetCurrentHash())}}"}""" + "\n"));
    }

    /// <summary>RFC 1952 around one stored block of RFC 1951.</summary>
    private static byte[] Make(byte[] line)
    {
        var seal = new byte[HeaderLength + line.Length + 8];
        // A gzip member of no name, no time and no known system …
        ReadOnlySpan<byte> header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
        header.CopyTo(seal);
        // … whose last block is stored as it is: its length, and that again with all bits turned.
        seal[10] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(seal.AsSpan(11), (ushort)line.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(seal.AsSpan(13), (ushort)~line.Length);
        line.CopyTo(seal, HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(seal.AsSpan(HeaderLength + line.Length), Crc32(line));
        BinaryPrimitives.WriteUInt32LittleEndian(seal.AsSpan(HeaderLength + line.Length + 4), (uint)line.Length);
        return seal;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}
