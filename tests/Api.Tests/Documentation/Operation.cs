using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Documentation;

/// <summary>One operation of a document.</summary>
public sealed class Operation(string method, string path, JsonNode content, JsonShape shape)
{
    public string Method => method;

    public string Path => path;

    public string Name => $"{method} {path}";

    public bool NeedsSession => content["security"] is not null;

    /// <summary>Whether a token can be refused; some operations take a bad one for none.</summary>
    public bool JudgesToken => content["responses"]?["401"] is not null;

    public string Id => content["operationId"]!.GetValue<string>();

    public JsonNode? Summary => content["summary"];

    public JsonNode? Request => content["requestBody"]?["content"]!["application/json"]!["example"];

    /// <summary>The query parameters that must be there, as the document shows them; empty where there are none.</summary>
    public string Query => string.Concat(
        from parameter in content["parameters"]?.AsArray() ?? []
        where parameter!["in"]?.GetValue<string>() == "query" && parameter["required"]?.GetValue<bool>() == true
        select $"?{parameter["name"]}={Uri.EscapeDataString(parameter["schema"]!["examples"]![0]!.GetValue<string>())}");

    /// <summary>What may stand in the query: the name, its schema, and whether it must be there.</summary>
    public IEnumerable<(string Name, JsonNode Schema, bool IsRequired)> QueryParameters =>
        from parameter in content["parameters"]?.AsArray() ?? []
        where parameter!["in"]?.GetValue<string>() == "query"
        select (parameter["name"]!.GetValue<string>(), parameter["schema"]!, parameter["required"]?.GetValue<bool>() == true);

    /// <summary>Whether it answers with events where a client wants those.</summary>
    public bool Streams => Responses.First().Value!["content"]?["text/event-stream"] is not null;

    public JsonNode? RequestSchema => content["requestBody"]?["content"]!["application/json"]!["schema"] is { } schema
        ? shape.Resolve(schema["$ref"]!.GetValue<string>())
        : null;

    /// <summary>The first response is that of success.</summary>
    public int Status => int.Parse(Responses.First().Key, System.Globalization.CultureInfo.InvariantCulture);

    public JsonNode? Success => Responses.First().Value!["content"]?["application/json"];

    /// <summary>Each example with the schema that it must fit.</summary>
    public IEnumerable<(JsonNode? Schema, JsonNode? Example)> Examples =>
    [
        .. RequestSchema is { } request ? [(request, Request)] : Array.Empty<(JsonNode?, JsonNode?)>(),
        .. Success is { } success ? [(success["schema"], success["example"])] : Array.Empty<(JsonNode?, JsonNode?)>(),
        .. from response in Responses.Skip(1)
           let json = response.Value!["content"]!["application/json"]!
           // Errors have one for each code; another answer of success has its own.
           from example in json["example"] is { } own ? [own] : json["examples"]!.AsObject().Select(error => error.Value!["value"])
           select (json["schema"], example),
    ];

    private JsonObject Responses => content["responses"]!.AsObject();

    public bool Matches(string asked)
    {
        var segments = path.Trim('/').Split('/');
        var others = asked.Trim('/').Split('/');
        return segments.Length == others.Length && segments.Zip(others).All(pair =>
            pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What is wrong with an answer to this path and query.</summary>
    public IEnumerable<string> Problems(Answer answer, string asked)
    {
        foreach (var name in QueryOf(asked).Where(name => !IsParameter(name))) yield return $"The parameter {name} is not described.";
        if (Responses[$"{(int)answer.Status}"] is not { } response)
        {
            yield return "The status is not described.";
        }
        else if (response["content"]?["application/json"] is not { } json)
        {
            if (answer.Json is not null) yield return "There is a body.";
        }
        else
        {
            foreach (var problem in shape.Problems(json["schema"], answer.Json)) yield return problem;
            if (json["examples"] is JsonObject errors && !IsKnown(errors, answer.Json)) yield return "The code is not described.";
        }
    }

    private static IEnumerable<string> QueryOf(string asked) => asked.Split('?') is [_, var query]
        ? query.Split('&').Select(parameter => parameter.Split('=')[0])
        : [];

    private bool IsParameter(string name) =>
        content["parameters"]?.AsArray().Any(one => one!["in"]?.GetValue<string>() == "query" && one["name"]!.GetValue<string>() == name) == true;

    /// <summary>An error with this code is among the examples, where errors have codes.</summary>
    private static bool IsKnown(JsonObject errors, JsonNode? body) =>
        Code(body) is not { } code || errors.Any(error => JsonNode.DeepEquals(Code(error.Value!["value"]), code));

    private static JsonNode? Code(JsonNode? body) => body?["code"] ?? (body?["error"] as JsonObject)?["code"];
}
