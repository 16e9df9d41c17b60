using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Platform.Api.Errors;
using Platform.Api.Products;

namespace Platform.Api.Http;

/// <summary>
/// A JSON request body, read with the product's own types. What isn't JSON gives 400, a wrong type 422 and the field, in the product's
/// envelope. The Content-Type isn't looked at: what parses is welcome.
/// </summary>
public sealed class Body<T> : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider where T : class
{
    private const int DefaultLimit = 256 * 1024;

    public required T Value { get; init; }

    /// <exception cref="ApiException">The body is not a <typeparamref name="T"/>.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? DefaultLimit;
        var type = (JsonTypeInfo<T>)Product.Of(context)!.Json.GetTypeInfo(typeof(T))!;
        var reader = context.Request.BodyReader;
        var bytes = await ReadAsync(context.Request, limit);
        try
        {
            return new Body<T> { Value = Parse(bytes, type) };
        }
        finally
        {
            reader.AdvanceTo(bytes.End);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new BodyType(typeof(T)));

    /// <summary>The whole body, where it lies in the connection's buffers: the caller advances past it.</summary>
    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit) throw new ApiException(ApiError.OfStatus(413));
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.IsCompleted && read.Buffer.Length <= limit) return read.Buffer;
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.Buffer.Length > limit) throw new ApiException(ApiError.OfStatus(413));
        }
    }

    private static T Parse(ReadOnlySequence<byte> bytes, JsonTypeInfo<T> type)
    {
        if (bytes.IsEmpty) throw Missing();
        try
        {
            var reader = new Utf8JsonReader(bytes);
            var value = JsonSerializer.Deserialize(ref reader, type) ?? throw Missing();
            // A second value after the first is as malformed as half of one.
            return reader.Read() ? throw new JsonException() : value;
        }
        catch (JsonException error)
        {
            throw new ApiException(IsJson(bytes) ? WrongValue(error) : ApiError.MalformedBody);
        }
    }

    private static bool IsJson(ReadOnlySequence<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ApiException Missing() => new(ApiError.Invalid([new("body", "A JSON object is required as body.", "missing")]));

    private static ApiError WrongValue(JsonException error)
    {
        var path = error.Path is { Length: > 2 } inside ? $"body.{inside.AsSpan(2)}" : "body";
        return ApiError.Invalid([new(path, $"The value of {path} is not valid.", "type_error")]);
    }
}

/// <summary>As <see cref="Body{T}"/>, where a request may also have none.</summary>
public sealed class OptionalBody<T> : IBindableFromHttpContext<OptionalBody<T>>, IEndpointParameterMetadataProvider where T : class
{
    /// <summary>Null where there is no body.</summary>
    public required T? Value { get; init; }

    /// <inheritdoc cref="Body{T}.BindAsync"/>
    public static async ValueTask<OptionalBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true && context.Request.ContentLength != 0;
        return new() { Value = hasBody ? (await Body<T>.BindAsync(context, parameter))!.Value : null };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => Body<T>.PopulateMetadata(parameter, builder);
}

/// <summary>What an endpoint's body is. Not the framework's own metadata, which would refuse other content types.</summary>
public sealed record BodyType(Type Type);

/// <summary>The most bytes that an endpoint's body may have.</summary>
public sealed record BodyLimit(int Bytes);
