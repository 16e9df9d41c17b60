using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Platform.Storage.Archives;

/// <summary>
/// How many rows there are, and the sum of the SHA-256 of each as a number of 256 bits: the same for the same rows in any order, for the engines
/// order texts each in its own way.
/// </summary>
internal sealed class RowSum
{
    private readonly ulong[] _sum = new ulong[4];

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        var carry = 0UL;
        for (var i = 0; i < _sum.Length; i++)
        {
            var total = (UInt128)_sum[i] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(8 * i)..]) + carry;
            _sum[i] = (ulong)total;
            carry = (ulong)(total >> 64);
        }

        Rows++;
    }

    /// <summary>The number in hexadecimal digits.</summary>
    public string Digits() => string.Create(CultureInfo.InvariantCulture, $"{_sum[3]:x16}{_sum[2]:x16}{_sum[1]:x16}{_sum[0]:x16}");

    public bool Equals(RowSum other) => Rows == other.Rows && _sum.AsSpan().SequenceEqual(other._sum);
}
