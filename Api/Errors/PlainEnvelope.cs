using System.Text.Json.Serialization;

namespace Platform.Api.Errors;

/// <summary>The envelope where no product was asked: an unknown prefix.</summary>
internal static class PlainEnvelope
{
    public static Task WriteAsync(HttpResponse response, ApiError error) =>
        response.WriteAsJsonAsync(new PlainError(error.Message, error.Code), PlainJson.Default.PlainError);
}

internal sealed record PlainError(string Detail, string Code);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PlainError))]
internal sealed partial class PlainJson : JsonSerializerContext;
