using Platform.Api.Errors;

namespace Platform.Api.Products.Demi;

/// <summary>
/// Demi's envelope: <c>{"detail": "…", "code": "…"}</c>, <c>detail</c> being a sentence and the code in lower case. A field that is missing
/// gives 400, one whose value is wrong 422.
/// </summary>
internal static class DemiErrors
{
    public static Task WriteAsync(HttpResponse response, ApiError error)
    {
        if (error is { Status: 422, Fields: { } fields } && fields.Any(field => field.Type == "missing")) response.StatusCode = 400;
        return response.WriteAsJsonAsync(new ErrorBody(error.Message, error.Code.ToLowerInvariant()), DemiJson.Default.ErrorBody);
    }
}

internal sealed record ErrorBody(string Detail, string Code);
