using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Platform;

/// <summary>Where unpredictable bytes come from. Tests and the simulation give a seeded one.</summary>
public interface IEntropy
{
    void Fill(Span<byte> bytes);
}

/// <summary>The operating system's cryptographic generator.</summary>
public sealed class SystemEntropy : IEntropy
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}

/// <summary>Makes ids: UUIDv7 (RFC 9562, 5.7), 48 bits of the injected clock's milliseconds followed by 74 random bits.</summary>
public sealed class IdSource(TimeProvider clock, IEntropy entropy)
{
    /// <summary>A new id in the canonical form of 36 lower-case characters.</summary>
    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        entropy.Fill(bytes[6..]);
        var milliseconds = clock.GetUtcNow().ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)(milliseconds >> 32));
        BinaryPrimitives.WriteInt32BigEndian(bytes[2..], (int)milliseconds);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>So many random decimal digits, each sequence as likely as any other.</summary>
    public string NextDigits(int count)
    {
        // 250 is the most that a multiple of ten can be in a byte: beyond it the first digits would come more often.
        const byte Fair = 250;
        return string.Create(count, entropy, static (digits, entropy) =>
        {
            Span<byte> one = stackalloc byte[1];
            for (var i = 0; i < digits.Length;)
            {
                entropy.Fill(one);
                if (one[0] < Fair) digits[i++] = (char)('0' + one[0] % 10);
            }
        });
    }

    /// <summary>A secret of 256 bits, in base64url.</summary>
    public string NextSecret()
    {
        Span<byte> bytes = stackalloc byte[32];
        entropy.Fill(bytes);
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }
}
