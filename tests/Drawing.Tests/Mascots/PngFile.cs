using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Platform.Drawing.Tests.Mascots;

/// <summary>Reads 8-bit RGBA and RGB PNG files by the specification (W3C PNG, third edition), so that the encoder isn't tested with
/// itself.</summary>
internal sealed record PngFile(int Width, int Height, int Channels, byte[] Samples)
{
    public static PngFile Read(byte[] file)
    {
        Assert.Equal<byte>([137, 80, 78, 71, 13, 10, 26, 10], file[..8]);
        var (at, width, height, channels) = (8, 0, 0, 0);
        using var packed = new MemoryStream();
        var ended = false;
        while (at < file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var name = Encoding.ASCII.GetString(file, at + 4, 4);
            var data = file.AsSpan(at + 8, length);
            Assert.Equal(Crc(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            if (name == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Assert.Equal(8, data[8]);
                channels = data[9] switch { 6 => 4, 2 => 3, _ => throw new NotSupportedException($"colour type {data[9]}") };
            }
            else if (name == "IDAT")
            {
                packed.Write(data);
            }

            ended = name == "IEND";
            at += length + 12;
        }

        Assert.True(ended);
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Assert.Equal(height * (width * channels + 1), rows.Length);
        return new(width, height, channels, Unfiltered(rows.ToArray(), width * channels, height, channels));
    }

    public byte Alpha(int x, int y) => Channels == 3 ? (byte)255 : Samples[(y * Width + x) * 4 + 3];

    private static byte[] Unfiltered(byte[] rows, int stride, int height, int step)
    {
        var result = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                var left = x >= step ? result[y * stride + x - step] : 0;
                var up = y > 0 ? result[(y - 1) * stride + x] : 0;
                var corner = x >= step && y > 0 ? result[(y - 1) * stride + x - step] : 0;
                var predicted = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ =>
                    throw new InvalidDataException("filter")
                };
                result[y * stride + x] = (byte)(rows[y * (stride + 1) + 1 + x] + predicted);
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
