using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Documentation;

/// <summary>
/// Holds JSON against the schemas of an OpenAPI document, more strictly than a schema does: a property that isn't described is wrong too.
/// </summary>
public sealed class JsonShape(JsonNode document)
{
    /// <returns>A sentence for each thing that is wrong.</returns>
    public IEnumerable<string> Problems(JsonNode? schema, JsonNode? value, string place = "$")
    {
        if (schema is not JsonObject { Count: > 0 } rules) return [];
        if (rules["$ref"]?.GetValue<string>() is { } reference) return Problems(Resolve(reference), value, place);
        if (rules["anyOf"] is JsonArray options)
        {
            return options.Any(option => !Problems(option, value, place).Any()) ? [] : [$"{place} is none of the kinds that it may be."];
        }

        if (!Types(rules).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(rules).Contains("number")))
            return Types(rules).Count == 0 ? [] : [$"{place} is {TypeOf(value)}, not {string.Join(" or ", Types(rules))}."];
        return value switch
        {
            JsonObject properties => OfObject(rules, properties, place),
            JsonArray items => items.SelectMany((item, index) => Problems(rules["items"], item, $"{place}[{index}]")),
            _ => OfScalar(rules, value, place),
        };
    }

    public JsonNode Resolve(string reference) =>
        reference[2..].Split('/').Aggregate(document, (node, name) => node[name] ?? throw new InvalidDataException(reference));

    private static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray many => [.. many.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private IEnumerable<string> OfObject(JsonObject schema, JsonObject value, string place)
    {
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()))
        {
            if (!value.ContainsKey(name)) yield return $"{place}.{name} is missing.";
        }

        foreach (var (name, inner) in value)
        {
            var described = schema["properties"]?[name] ?? schema["additionalProperties"];
            if (described is null) yield return $"{place}.{name} is not described.";
            foreach (var problem in Problems(described, inner, $"{place}.{name}")) yield return problem;
        }
    }

    private static IEnumerable<string> OfScalar(JsonObject schema, JsonNode? value, string place)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
            yield return $"{place} is {value}, which is none of {allowed.ToJsonString()}.";
        if (schema["format"]?.GetValue<string>() == "date-time" && value is not null && !IsUtcTime(value.GetValue<string>()))
            yield return $"{place} is {value}, which is no time in UTC.";
    }

    private static bool IsUtcTime(string text) =>
        text.EndsWith('Z') && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().All(letter => char.IsAsciiDigit(letter) || letter == '-') ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
