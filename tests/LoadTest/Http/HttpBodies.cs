using System.Buffers;

namespace Platform.LoadTest.Http;

/// <summary>Bodies of requests and answers, with little garbage.</summary>
internal static class HttpBodies
{
    /// <summary>A JSON body that may be sent many times at once.</summary>
    public static HttpContent Json(byte[] utf8)
    {
        var content = new ByteArrayContent(utf8);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return content;
    }

    /// <summary>Reads an answer to its end and hands it on, in a buffer that is used again.</summary>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, Func<ReadOnlyMemory<byte>, T> use, CancellationToken cancellation)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var length = 0;
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(length), cancellation)) > 0;)
            {
                length += read;
                if (length < buffer.Length) continue;
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            return use(buffer.AsMemory(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
