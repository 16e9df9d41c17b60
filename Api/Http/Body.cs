using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Platform.Api.Errors;
using Platform.Api.Limits;
using Platform.Api.Products;

namespace Platform.Api.Http;

/// <summary>
/// A JSON request body, read with the product's own types. What isn't JSON gives 400, a wrong type 422 and the field, in the product's
/// envelope. The Content-Type isn't looked at: what parses is welcome.
/// </summary>
public sealed class Body<T> : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider where T : class
{
    public required T Value { get; init; }

    /// <exception cref="ApiException">The body is not a <typeparamref name="T"/>.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var type = (JsonTypeInfo<T>)Product.Of(context)!.Json.GetTypeInfo(typeof(T))!;
        var bytes = await RequestBody.ReadAsync(context);
        try
        {
            return new Body<T> { Value = Parse(bytes, type, context.Limits().JsonDepth) };
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(bytes.End);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new BodyType(typeof(T)));

    private static T Parse(ReadOnlySequence<byte> bytes, JsonTypeInfo<T> type, int depth)
    {
        if (bytes.IsEmpty) throw Missing();
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = depth });
            var value = JsonSerializer.Deserialize(ref reader, type) ?? throw Missing();
            // A second value after the first is as malformed as half of one.
            return reader.Read() ? throw new JsonException() : value;
        }
        catch (JsonException error)
        {
            throw new ApiException(IsJson(bytes, depth) ? WrongValue(error) : ApiError.MalformedBody);
        }
    }

    private static bool IsJson(ReadOnlySequence<byte> bytes, int depth)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = depth });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ApiException Missing() => new(ApiError.Invalid([new("body", "A JSON object is required as body.", "missing")]));

    private static ApiError WrongValue(JsonException error) =>
        ApiError.WrongType(error.Path is { Length: > 2 } inside ? $"body.{inside.AsSpan(2)}" : "body");
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

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new BodyType(typeof(T), IsOptional: true));
}

/// <summary>What an endpoint's body is. Not the framework's own metadata, which would refuse other content types.</summary>
public sealed record BodyType(Type Type, bool IsOptional = false);
