using System.Buffers.Binary;
using System.Globalization;

namespace Platform.Storage.Archives;

/// <summary>
/// A grain's key as Orleans splits it for a relational store: a GUID fills both numbers, an integer the low one, and text, or what is added to
/// one of these two, is the text. Which it is, Orleans tells by the looks of the key.
/// </summary>
internal readonly record struct StoredKey(long High, long Low, string Text)
{
    public static StoredKey Of(GrainId grain)
    {
        if (grain.TryGetGuidKey(out var guid, out var more))
        {
            Span<byte> bytes = stackalloc byte[16];
            guid.TryWriteBytes(bytes);
            return new(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), more ?? "");
        }

        return grain.TryGetIntegerKey(out var number, out more) ? new(0, number, more ?? "") : new(0, 0, grain.Key.ToString()!);
    }

    /// <summary>The key as Orleans itself would write it.</summary>
    public override string ToString()
    {
        if ((High, Low) == (0, 0) && Text.Length > 0) return Text;
        return High == 0
            ? Joined(Low.ToString("X", CultureInfo.InvariantCulture))
            : Joined(Guid().ToString("N", CultureInfo.InvariantCulture));
    }

    private string Joined(string key) => Text.Length == 0 ? key : $"{key}+{Text}";

    private Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, High);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Low);
        return new(bytes);
    }
}
