using Microsoft.AspNetCore.WebUtilities;
using Platform.Api.Errors;

namespace Platform.Api.Products.MascotForge;

/// <summary>
/// MascotForge's envelope: <c>{statusCode, message, error, timestamp, path}</c>. <c>message</c> is one sentence, or a list of them for
/// wrong fields, which answer 400; <c>error</c> is the status in words.
/// </summary>
internal static class MascotForgeErrors
{
    public static Task WriteAsync(HttpResponse response, ApiError error)
    {
        var context = response.HttpContext;
        if (error.Status == 422) response.StatusCode = 400;
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        object message = error is { Status: 422, Fields.Count: > 0 } ? error.Fields.Select(field => field.Message).ToArray() : error.Message;
        return response.WriteAsJsonAsync(
            new ErrorBody(
                response.StatusCode,
                message,
                ReasonPhrases.GetReasonPhrase(response.StatusCode),
                clock.GetUtcNow().UtcDateTime,
                context.Request.Path.Value ?? "/"),
            MascotForgeJson.Default.ErrorBody);
    }
}

internal sealed record ErrorBody(int StatusCode, object Message, string Error, DateTime Timestamp, string Path);
