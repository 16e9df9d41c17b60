using System.Text.Json.Serialization;
using Platform.Api.Errors;

namespace Platform.Api.Products.FigureForge;

/// <summary>
/// FigureForge's envelope: <c>{"error": {"code", "message", "details"}, "detail"}</c>. <c>details</c> has the wrong fields, each with a list
/// of sentences, or the <c>reason</c> for which nobody is signed in; the text in <c>detail</c> is what the web app shows.
/// </summary>
internal static class FigureForgeErrors
{
    public static Task WriteAsync(HttpResponse response, ApiError error)
    {
        if (error.Status == 422) response.StatusCode = 400;
        // Where a token is to be judged, this is an answer, and a client asks for the field.
        bool? valid = error.Status == 401 && response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<TokenVerdict>() is not null ? false : null;
        var body = new ErrorBody(new(Code(error), error.Message, Details(error)), error.Message, valid);
        return response.WriteAsJsonAsync(body, FigureForgeJson.Default.ErrorBody);
    }

    /// <summary>The contract's five codes, where they say it; what it doesn't know keeps a code of its own.</summary>
    private static string Code(ApiError error) => error.Status switch
    {
        403 when error.Code == "INSUFFICIENT_CREDITS" => "INSUFFICIENT_QUOTA",
        400 or 422 => "INVALID_REQUEST",
        401 => "AUTHENTICATION_REQUIRED",
        403 => "PERMISSION_DENIED",
        404 => "NOT_FOUND",
        _ => error.Code,
    };

    private static Dictionary<string, IReadOnlyList<string>> Details(ApiError error)
    {
        if (error.Status == 401) return new() { ["reason"] = [error.Code.ToLowerInvariant()] };
        return (error.Fields ?? []).GroupBy(field => field.Field[(field.Field.LastIndexOf('.') + 1)..]).ToDictionary(
            field => field.Key, IReadOnlyList<string> (field) => [.. field.Select(problem => problem.Message)]);
    }
}

/// <summary>Marks the route that says whether a token is valid.</summary>
internal sealed record TokenVerdict
{
    public static readonly TokenVerdict Instance = new();
}

internal sealed record ErrorBody(
    Error Error, string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Valid = null);

internal sealed record Error(string Code, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Details);
