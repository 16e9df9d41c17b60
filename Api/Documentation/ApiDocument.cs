using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Api.Idempotency;
using Platform.Api.Products;
using Platform.Api.Realtime;

namespace Platform.Api.Documentation;

/// <summary>The OpenAPI 3.1 document of a product.</summary>
internal static class ApiDocument
{
    private const string Version = "1.0.0";

    /// <summary>The name of the security scheme.</summary>
    public const string Bearer = "bearer";

    private const string IdempotencyKey = "IdempotencyKey";

    /// <param name="server">The path before every route.</param>
    public static async Task<JsonObject> BuildAsync(Product product, string server, IServiceProvider services)
    {
        var documentation = ProductDocumentation.Of(product);
        var schemas = new SchemaSet(product.Json.Options, documentation.Schemas);
        var errors = new ErrorResponses(product, services);
        var tags = new List<string>();
        var paths = new JsonObject();
        foreach (var route in documentation.InOrder(ApiRoute.Of(product, services.GetRequiredService<EndpointDataSource>())))
        {
            var said = documentation.Of(route);
            if (said.Tag is { } tag && !tags.Contains(tag)) tags.Add(tag);
            if (!paths.ContainsKey(route.Path)) paths[route.Path] = new JsonObject();
            paths[route.Path]![route.Method.ToLowerInvariant()] = await OperationAsync(product, route, said, schemas, errors);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = product.Title, ["description"] = documentation.Description, ["version"] = Version },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["name"] = tag })]),
            ["paths"] = paths,
            ["components"] = Components(documentation, schemas),
        };
    }

    private static async Task<JsonObject> OperationAsync(
        Product product, ApiRoute route, RouteDocumentation said, SchemaSet schemas, ErrorResponses errors)
    {
        var operation = new JsonObject { ["operationId"] = OperationId(route) };
        if (said.Tag is not null) operation["tags"] = new JsonArray(said.Tag);
        if (said.Summary is not null) operation["summary"] = said.Summary;
        if (said.Description is not null) operation["description"] = said.Description;
        if (Security(route) is { Count: > 0 } security) operation["security"] = security;
        if (Parameters(route, said) is { Count: > 0 } parameters) operation["parameters"] = parameters;
        if (route.Body is { } body)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = !body.IsOptional,
                ["content"] = Content("application/json", schemas.Of(body.Type, isRequest: true), said.Request),
            };
        }

        var responses = new JsonObject { [$"{said.Status ?? (route.AnswersNothing ? 204 : 200)}"] = Success(route, said, schemas) };
        if (route.DryRunType is { } dryRun)
        {
            responses["200"] = new JsonObject
            {
                ["description"] = "What it would cost",
                ["content"] = Content("application/json", schemas.Of(dryRun, isRequest: false), DryRunExample(product, dryRun)),
            };
        }

        var bodySchema = route.Body is null ? null : schemas.ComponentOf(route.Body.Type);
        foreach (var (status, response) in await errors.OfAsync(route, RouteErrors.Of(product, route, bodySchema, said)))
            responses[status] = response;
        operation["responses"] = responses;
        return operation;
    }

    private static JsonNode? DryRunExample(Product product, Type type) =>
        JsonSerializer.SerializeToNode(Activator.CreateInstance(type, true, 25L, 30L, true), product.Json.GetTypeInfo(type)!);

    private static JsonObject DryRunSchema => new()
    {
        ["type"] = "boolean",
        ["default"] = false,
        ["description"] = "Answers what it would cost, and begins nothing.",
    };

    private static JsonArray Security(ApiRoute route)
    {
        var bearer = new JsonObject { [Bearer] = new JsonArray() };
        if (route.NeedsSession) return [bearer];
        return route.ExaminesToken ? [bearer, new JsonObject()] : [];
    }

    private static JsonArray Parameters(ApiRoute route, RouteDocumentation said)
    {
        var parameters = new JsonArray();
        foreach (var (name, isNumber) in route.Parameters)
            parameters.Add(Parameter("path", name, said.Parameters?[name] ?? new JsonObject { ["type"] = isNumber ? "integer" : "string" }, true));
        foreach (var (name, schema) in said.Parameters?.Where(parameter => !route.Parameters.ContainsKey(parameter.Key)) ?? [])
            parameters.Add(Parameter("query", name, schema!, said.Required?.Contains(name) == true));
        if (route.DryRunType is not null) parameters.Add(Parameter("query", "dry_run", DryRunSchema, false));
        if (route.Method == "POST") parameters.Add(new JsonObject { ["$ref"] = $"#/components/parameters/{IdempotencyKey}" });
        return parameters;
    }

    private static JsonObject Parameter(string place, string name, JsonNode schema, bool isRequired)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        if (isRequired) parameter["required"] = true;
        parameter["schema"] = schema.DeepClone();
        return parameter;
    }

    private static JsonObject Success(ApiRoute route, RouteDocumentation said, SchemaSet schemas)
    {
        var response = new JsonObject { ["description"] = route.AnswersNothing ? "Done" : "Success" };
        if (route.AnswerType is { } answer)
            response["content"] = Content("application/json", schemas.Of(answer, isRequest: false), said.Answer);
        else if (said.MediaType is { } mediaType)
            response["content"] = Content(mediaType, new JsonObject { ["type"] = "string", ["format"] = "binary" }, null);
        if (route.Streams) response["content"]![EventStream.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        return response;
    }

    private static JsonObject Content(string mediaType, JsonObject schema, JsonNode? example)
    {
        var content = new JsonObject { ["schema"] = schema };
        if (example is not null) content["example"] = example.DeepClone();
        return new JsonObject { [mediaType] = content };
    }

    private static JsonObject Components(ProductDocumentation documentation, SchemaSet schemas) => new()
    {
        ["schemas"] = new JsonObject(
            schemas.Components.Select(component => KeyValuePair.Create(component.Key, (JsonNode?)component.Value))
                .Prepend(new(ErrorResponses.Envelope, documentation.Error?.DeepClone() ?? new JsonObject { ["type"] = "object" }))),
        ["parameters"] = new JsonObject
        {
            [IdempotencyKey] = new JsonObject
            {
                ["name"] = IdempotencyKeys.KeyHeader,
                ["in"] = "header",
                ["description"] = "A key of the client's choice. The same request with the same key is carried out once, and gets the same answer for a day.",
                ["schema"] = new JsonObject { ["type"] = "string" },
            },
        },
        ["headers"] = new JsonObject
        {
            ["RetryAfter"] = new JsonObject
            {
                ["description"] = "The seconds after which another try can succeed.",
                ["schema"] = new JsonObject { ["type"] = "integer" },
            },
        },
        ["securitySchemes"] = new JsonObject
        {
            [Bearer] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
        },
    };

    /// <summary><c>GET /characters/{character_id}</c> is <c>getCharactersCharacterId</c>: as stable as the contract itself.</summary>
    private static string OperationId(ApiRoute route) => route.Method.ToLowerInvariant() + string.Concat(
        route.Path.Split(['/', '{', '}', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
