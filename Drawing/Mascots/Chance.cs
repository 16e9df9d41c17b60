using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Drawing.Mascots;

/// <summary>Choices that look random and are always the same for the same seed; each is named, so that a new one doesn't change the
/// others.</summary>
internal sealed record Chance(int Seed)
{
    public T Of<T>(string name, ReadOnlySpan<T> options) => options[(int)(Draw(name) % (uint)options.Length)];

    /// <summary>A number within <paramref name="spread"/> of 1.</summary>
    public float Near(string name, float spread) => 1 + spread * (2 * (Draw(name) / (float)uint.MaxValue) - 1);

    private uint Draw(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Seed}:{name}")), hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash);
    }
}
