using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Platform.Api.Documentation;

/// <summary>
/// The schemas of a product's types, from the metadata that its JSON is really written and read with, so that every name is as it is sent.
/// Objects become named components, and what the product says of them is laid over.
/// </summary>
internal sealed class SchemaSet(JsonSerializerOptions json, JsonObject? overlays)
{
    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, JsonObject>> Components => _components;

    /// <summary>The component of a request's body itself.</summary>
    public JsonObject? ComponentOf(Type body) => _components.GetValueOrDefault(Name(body, isRequest: true));

    /// <summary>
    /// A type as it is sent or read: an answer has all its fields, in a request those are required that the product says are. Adds what
    /// it refers to.
    /// </summary>
    public JsonObject Of(Type type, bool isRequest)
    {
        // Its converter hides what it is from the exporter.
        if (type == typeof(string)) return new JsonObject { ["type"] = "string" };
        var info = json.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                return Component(info, isRequest);
            case JsonTypeInfoKind.Enumerable:
                return new JsonObject { ["type"] = "array", ["items"] = Of(info.ElementType!, isRequest) };
            case JsonTypeInfoKind.Dictionary:
                return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(info.ElementType!, isRequest) };
            default:
                // "Anything" is the schema true, which an overlay can't be laid on.
                return info.GetJsonSchemaAsNode() as JsonObject ?? [];
        }
    }

    private static string Name(Type type, bool isRequest) =>
        // A type that is both read and sent is two components, for only one of them must be complete.
        isRequest && !type.Name.EndsWith("Request", StringComparison.Ordinal) ? $"{type.Name}Input" : type.Name;

    private JsonObject Component(JsonTypeInfo info, bool isRequest)
    {
        var name = Name(info.Type, isRequest);
        if (_components.TryAdd(name, []))
        {
            var schema = _components[name];
            schema["type"] = "object";
            schema["properties"] = new JsonObject(info.Properties.Select(property =>
                KeyValuePair.Create(property.Name, (JsonNode?)Property(property, isRequest))));
            if (!isRequest) schema["required"] = new JsonArray([.. AlwaysSent(info)]);
            if (overlays?[name] is JsonObject overlay) Lay(overlay, schema);
            if (isRequest) RefuseNull(schema);
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private static IEnumerable<JsonNode> AlwaysSent(JsonTypeInfo info) =>
        info.Properties.Where(property => property.ShouldSerialize is null).Select(property => (JsonNode)property.Name);

    private JsonObject Property(JsonPropertyInfo property, bool isRequest)
    {
        var schema = Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, isRequest);
        var isNullable = isRequest
            ? property.AssociatedParameter?.IsNullable ?? property.IsSetNullable
            // What may be left out is left out where it is null.
            : property.IsGetNullable && property.ShouldSerialize is null;
        if (!isNullable) return schema;
        if (schema.ContainsKey("$ref")) return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        if (schema["type"] is JsonValue type) schema["type"] = new JsonArray(type.DeepClone(), "null");
        return schema;
    }

    /// <summary>Objects are merged, all else is replaced. What isn't there can't be described.</summary>
    private static void Lay(JsonObject overlay, JsonObject schema)
    {
        foreach (var (key, value) in overlay)
        {
            if (key == "properties")
            {
                foreach (var (name, property) in value!.AsObject())
                    Lay(property!.AsObject(), schema["properties"]?[name]?.AsObject() ?? throw new InvalidOperationException($"There is no {name}."));
            }
            else
            {
                schema[key] = value?.DeepClone();
            }
        }
    }

    /// <summary>A required field must not be null either.</summary>
    private static void RefuseNull(JsonObject schema)
    {
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            var field = name!.GetValue<string>();
            var property = schema["properties"]![field]!.AsObject();
            if (property["anyOf"] is JsonArray choices) schema["properties"]![field] = choices[0]!.DeepClone();
            else if (property["type"] is JsonArray types) property["type"] = types[0]!.DeepClone();
        }
    }
}
