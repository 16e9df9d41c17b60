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
}

internal sealed record ErrorBody(
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldProblem>? Errors = null);

internal sealed record FieldProblem(string Field, string Message, string Type);
