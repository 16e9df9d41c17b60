using System.Buffers.Text;
using System.Text;

namespace Platform.Benchmarks.Load;

/// <summary>The little of HTTP/1.1 (RFC 9112) that a load client has to understand of an answer.</summary>
internal static class Answer
{
    /// <summary>Whether the bytes are a whole answer.</summary>
    /// <exception cref="InvalidDataException">The status is not 2xx: what fails must not count.</exception>
    public static bool IsCompleteSuccess(ReadOnlySpan<byte> bytes)
    {
        if (!IsComplete(bytes)) return false;
        return IsSuccess(bytes) ? true : throw new InvalidDataException($"Not a 2xx answer: {Encoding.UTF8.GetString(bytes)}");
    }

    /// <summary>Whether the status of a whole answer is 2xx.</summary>
    public static bool IsSuccess(ReadOnlySpan<byte> bytes) => bytes.StartsWith("HTTP/1.1 2"u8);

    /// <summary>Whether the bytes are a whole answer, of any status.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = bytes[..end];
        var body = bytes[(end + 4)..];
        var length = head.IndexOf("\r\nContent-Length: "u8);
        if (length < 0) return body.EndsWith("0\r\n\r\n"u8);
        return Utf8Parser.TryParse(head[(length + 18)..], out int expected, out _) && body.Length >= expected;
    }
}
