using System.Buffers;
using Platform.Api.Errors;
using Platform.Api.Limits;

namespace Platform.Api.Http;

/// <summary>The whole body of a request, as far as its endpoint takes it.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The body where it lies in the connection's buffers. The caller advances the reader: past it, or only to its start, so that whoever
    /// comes next reads it again.
    /// </summary>
    /// <exception cref="ApiException">413: it is larger than the endpoint's <see cref="BodyLimit"/>.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? context.Limits().BodyBytes;
        if (request.ContentLength > limit) throw new ApiException(ApiError.OfStatus(413));
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted && read.Buffer.Length <= limit) return read.Buffer;
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.Buffer.Length > limit) throw new ApiException(ApiError.OfStatus(413));
        }
    }
}

/// <summary>The most bytes that an endpoint's body may have.</summary>
public sealed record BodyLimit(int Bytes);
