using System.Text.Json.Serialization;
using Platform.Api.Errors;

namespace Platform.Api.Products.NeuroTamagotchi;

/// <summary>
/// NeuroTamagotchi's envelope: <c>{"detail": "…", "code": "…"}</c>, <c>detail</c> being a sentence that its pages show as it is; for wrong
/// fields also <c>field</c> and the list <c>errors</c>.
/// </summary>
internal static class NeuroTamagotchiErrors
{
    public static Task WriteAsync(HttpResponse response, ApiError error)
    {
        var fields = error.Fields?.Select(field => new FieldProblem(field.Field, field.Message, field.Type)).ToList();
        return response.WriteAsJsonAsync(
            new ErrorBody(error.Message, error.Code, fields?[0].Field, fields), NeuroTamagotchiJson.Default.ErrorBody);
    }

    /// <summary>The answer for what a grain refused.</summary>
    public static ApiException Of(Refusal refusal) => new(refusal.Kind switch
    {
        RefusalKind.NotFound => new(404, "NOT_FOUND", refusal.Message),
        RefusalKind.Invalid => ApiError.Invalid([new($"body.{refusal.Field}", refusal.Message, "value_error")]),
        // The original answers 400 here, not 409.
        RefusalKind.Taken => new(400, $"{refusal.Field?.ToUpperInvariant()}_TAKEN", refusal.Message),
        RefusalKind.WrongCredentials => new(401, "INVALID_CREDENTIALS", refusal.Message),
        RefusalKind.Locked => new(403, "ACCOUNT_LOCKED", refusal.Message),
        RefusalKind.LimitReached => new(403, "LIMIT_REACHED", refusal.Message),
        RefusalKind.ReplyFailed => new(503, "REPLY_FAILED", refusal.Message),
        _ => ApiError.Unexpected,
    });

    /// <summary>The value of a "yes"; a "no" leaves through the envelope.</summary>
    public static T OrThrow<T>(this Outcome<T> outcome) where T : class => outcome.Value ?? throw Of(outcome.Refusal!);
}

internal sealed record ErrorBody(
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldProblem>? Errors = null);

internal sealed record FieldProblem(string Field, string Message, string Type);
