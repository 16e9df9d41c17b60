using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Operations;

namespace Platform.Api.Operators;

/// <summary>What the sign-in form sends.</summary>
internal sealed record OperatorRequest(string? Email, string? Code)
{
    /// <exception cref="ApiException">It is no such thing.</exception>
    public static async Task<OperatorRequest> ReadAsync(HttpContext context)
    {
        // A form of another site can't say this without asking first.
        if (!context.Request.HasJsonContentType()) throw new ApiException(ApiError.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        var bytes = await RequestBody.ReadAsync(context);
        try
        {
            var reader = new Utf8JsonReader(bytes);
            if (JsonSerializer.Deserialize(ref reader, OperatorJson.Default.OperatorRequest) is { } request) return request;
        }
        catch (JsonException)
        {
            // Answered below.
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(bytes.End);
        }

        throw new ApiException(ApiError.MalformedBody);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OperatorRequest))]
[JsonSerializable(typeof(ClusterView))]
internal sealed partial class OperatorJson : JsonSerializerContext;
