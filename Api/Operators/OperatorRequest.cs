using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Api.Errors;
using Platform.Operations;

namespace Platform.Api.Operators;

/// <summary>What the sign-in form sends.</summary>
internal sealed record OperatorRequest(string? Email, string? Code)
{
    /// <exception cref="ApiException">It is no such thing.</exception>
    public static async Task<OperatorRequest> ReadAsync(HttpContext context)
    {
        try
        {
            // A form of another site can't say this without asking first.
            if (context.Request.HasJsonContentType()
                && await context.Request.ReadFromJsonAsync(OperatorJson.Default.OperatorRequest, context.RequestAborted) is { } request)
            {
                return request;
            }
        }
        catch (JsonException)
        {
            // Answered below.
        }

        throw new ApiException(ApiError.OfStatus(StatusCodes.Status400BadRequest));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OperatorRequest))]
[JsonSerializable(typeof(ClusterView))]
internal sealed partial class OperatorJson : JsonSerializerContext;
