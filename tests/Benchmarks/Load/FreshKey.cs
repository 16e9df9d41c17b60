using System.Buffers.Text;

namespace Platform.Benchmarks.Load;

/// <summary>A header <c>Idempotency-Key</c> that is another one each time the request is sent.</summary>
internal static class FreshKey
{
    /// <summary>Put this among the headers of a request.</summary>
    public const string Header = "Idempotency-Key: benchmark-00000000000000000000\r\n";

    // Above those of any earlier process.
    private static long _last = Environment.TickCount64 * 1_000_000;

    /// <summary>Gives the request its next key, if it has one.</summary>
    public static void Write(Span<byte> request)
    {
        var start = request.IndexOf("Idempotency-Key: benchmark-"u8);
        if (start >= 0) Utf8Formatter.TryFormat(++_last, request[(start + "Idempotency-Key: benchmark-".Length)..], out _, new('D', 20));
    }
}
