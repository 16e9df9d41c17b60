using System.Text.Json;
using Platform.Api.Errors;

namespace Platform.Api.Products.ByteForge;

/// <summary>
/// ByteForge's envelope. 401, 404 and 405 have <c>detail</c>, all others <c>error</c>; wrong fields answer 400 and stand beside it under
/// their names, each with a list of sentences. <c>code</c> is the one for a token that is no good.
/// </summary>
internal static class ByteForgeErrors
{
    public static async Task WriteAsync(HttpResponse response, ApiError error)
    {
        if (error.Status == 422) response.StatusCode = 400;
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString(error.Status is 401 or 404 or 405 ? "detail" : "error", Sentence(error));
        if (error.Status == 401 && error.Code != ApiError.NotAuthenticated.Code) json.WriteString("code", error.Code.ToLowerInvariant());
        // By this the page knows to open the form for a payment.
        if (error.Code == "TOKEN_LIMIT_REACHED") json.WriteBoolean("token_limit_reached", true);
        foreach (var field in (error.Fields ?? []).GroupBy(field => field.Field[(field.Field.LastIndexOf('.') + 1)..]))
        {
            json.WriteStartArray(field.Key);
            foreach (var problem in field) json.WriteStringValue(problem.Message);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync();
    }

    /// <summary>The contract's own sentences, where it has one.</summary>
    private static string Sentence(ApiError error) => error switch
    {
        _ when error == ApiError.NotAuthenticated => "Authentication credentials were not provided.",
        { Status: 401, Code: "INVALID_CREDENTIALS" } => error.Message,
        { Status: 401 } => "Given token not valid for any token type",
        { Status: 404 } => "Not found.",
        _ => error.Message,
    };
}
