using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>Values for the schemas of a document, as JSON texts: what they allow, its bounds, and now and then something else.</summary>
/// <param name="oddity">How often a value is not as its schema wants it, from 0 to 1.</param>
internal sealed class SchemaValues(JsonShape shape, Random luck, double oddity)
{
    private static readonly string[] Letters = ["a", "B", "7", " ", "é", "日", "🦊", "e\u0301", "ש"];

    /// <param name="example">A value that is right; null: none is known.</param>
    public string Value(JsonNode? schema, JsonNode? example)
    {
        if (Happens(oddity)) return Odd.Json(luck);
        if (schema is not JsonObject rules) return example?.ToJsonString() ?? Odd.Json(luck);
        if (rules["$ref"]?.GetValue<string>() is { } reference) return Value(shape.Resolve(reference), example);
        if (rules["anyOf"] is JsonArray choices) return Value(choices[luck.Next(choices.Count)], example);
        var types = rules["type"] is JsonArray many ? many.Select(type => (string)type!).ToList() : rules["type"] is { } one ? [(string)one!] : [];
        if (types.Contains("null") && Happens(0.1)) return "null";
        return types.FirstOrDefault(type => type != "null") switch
        {
            "object" => Object(rules, example as JsonObject),
            "array" => Array(rules, example as JsonArray),
            "boolean" => rules["enum"] is JsonArray booleans ? booleans[0]!.ToJsonString() : Happens(0.5) ? "true" : "false",
            "integer" or "number" => Number(rules, example),
            "string" => Text(rules, example),
            _ => example?.ToJsonString() ?? Odd.Json(luck),
        };
    }

    private string Object(JsonObject rules, JsonObject? example)
    {
        var required = (rules["required"] as JsonArray ?? []).Select(name => (string)name!).ToList();
        var fields = new List<string>();
        foreach (var (name, schema) in rules["properties"] as JsonObject ?? [])
        {
            if (Happens(required.Contains(name) ? oddity / 3 : 0.3)) continue;
            fields.Add($"{Odd.Quoted(name, luck)}:{Value(schema, example?[name])}");
        }

        if (rules["additionalProperties"] is { } others) fields.AddRange(Entries(others, example));
        // Twice the same, and what nobody knows.
        if (fields.Count > 0 && Happens(oddity / 3)) fields.Add(fields[luck.Next(fields.Count)]);
        if (Happens(oddity / 3)) fields.Insert(luck.Next(fields.Count + 1), $"{Odd.Quoted(Odd.Text(luck), luck)}:{Odd.Json(luck)}");
        return $"{{{string.Join(',', fields)}}}";
    }

    private IEnumerable<string> Entries(JsonNode schema, JsonObject? example)
    {
        foreach (var (name, value) in example ?? [])
        {
            var key = Happens(oddity) ? Odd.Text(luck) : name;
            yield return $"{Odd.Quoted(key, luck)}:{(Happens(0.5) && value is not null ? value.ToJsonString() : Value(schema, value))}";
        }
    }

    private string Array(JsonObject rules, JsonArray? example)
    {
        var most = (int?)rules["maxItems"] ?? 5;
        var count = Happens(0.1) ? most + luck.Next(2) : luck.Next(Math.Min(most, 5) + 1);
        return $"[{string.Join(',', Enumerable.Range(0, count).Select(_ => Value(rules["items"], example is { Count: > 0 } ? example[luck.Next(example.Count)] : null)))}]";
    }

    private string Number(JsonObject rules, JsonNode? example)
    {
        if (rules["enum"] is JsonArray allowed) return allowed[luck.Next(allowed.Count)]?.ToJsonString() ?? "null";
        if (example is not null && Happens(0.5)) return example.ToJsonString();
        var (least, most) = ((double?)rules["minimum"] ?? 0, (double?)rules["maximum"] ?? 1000);
        var isStrange = Happens(oddity);
        var number = luck.Next(4) switch
        {
            0 => least - (isStrange ? 1 : 0),
            1 => most + (isStrange ? 1 : 0),
            _ => Math.Floor(least + (luck.NextDouble() * (most - least))),
        };
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private string Text(JsonObject rules, JsonNode? example)
    {
        if (rules["enum"] is JsonArray allowed) return allowed[luck.Next(allowed.Count)]?.ToJsonString() ?? "null";
        if (example is not null && (Happens(0.5) || rules["pattern"] is not null)) return example.ToJsonString();
        if ((string?)rules["format"] == "email") return $"\"f{Guid.NewGuid():N}@example.com\"";
        var (least, most) = ((int?)rules["minLength"] ?? 0, (int?)rules["maxLength"] ?? 300);
        var length = luck.Next(5) switch
        {
            0 => least,
            1 => most,
            2 => Happens(oddity) ? most + 1 : least,
            _ => luck.Next(least, Math.Min(most, least + 60) + 1),
        };
        var letter = Letters[luck.Next(Letters.Length)];
        return Odd.Quoted(string.Concat(Enumerable.Repeat(letter, length)), luck);
    }

    private bool Happens(double chance) => luck.NextDouble() < chance;
}
