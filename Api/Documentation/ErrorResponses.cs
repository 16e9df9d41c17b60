using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Api.Errors;
using Platform.Api.Products;

namespace Platform.Api.Documentation;

/// <summary>The error answers of a route, made by the code that answers with them: an example can't differ from what is sent.</summary>
internal sealed class ErrorResponses(Product product, IServiceProvider services)
{
    /// <summary>The component that describes every error's body.</summary>
    public const string Envelope = "ErrorEnvelope";

    /// <summary>By status: a response with one example an error.</summary>
    public async Task<IEnumerable<KeyValuePair<string, JsonObject>>> OfAsync(ApiRoute route, IEnumerable<ApiError> errors)
    {
        var responses = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var error in errors)
        {
            var context = await AnswerAsync(route, error);
            var status = context.Response.StatusCode;
            if (!responses.TryGetValue($"{status}", out var response)) responses[$"{status}"] = response = Response(context.Response);
            Add(response["content"]!["application/json"]!["examples"]!.AsObject(), error, Body(context));
        }

        return responses;
    }

    private async Task<HttpContext> AnswerAsync(ApiRoute route, ApiError error)
    {
        var context = new DefaultHttpContext { RequestServices = new SampleServices(services) };
        context.Features.Set(product);
        context.SetEndpoint(route.Endpoint);
        context.Request.Method = route.Method;
        context.Request.Path = $"/{product.Id}{product.BasePath}{route.Path}";
        context.Response.Body = new MemoryStream();
        await ErrorEnvelopes.WriteAsync(context, error);
        await context.Response.CompleteAsync();
        return context;
    }

    private static JsonObject Response(HttpResponse response)
    {
        var shown = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(response.StatusCode) };
        if (response.Headers.RetryAfter.Count > 0)
            shown["headers"] = new JsonObject { ["Retry-After"] = new JsonObject { ["$ref"] = "#/components/headers/RetryAfter" } };
        shown["content"] = new JsonObject
        {
            ["application/json"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{Envelope}" },
                ["examples"] = new JsonObject(),
            },
        };
        return shown;
    }

    private static JsonNode Body(HttpContext context)
    {
        context.Response.Body.Position = 0;
        return JsonNode.Parse(context.Response.Body)!;
    }

    private static void Add(JsonObject examples, ApiError error, JsonNode body)
    {
        var code = body["code"]?.GetValue<string>() ?? error.Code;
        var name = code;
        for (var number = 2; examples.ContainsKey(name); number++) name = $"{code}_{number}";
        examples[name] = new JsonObject { ["summary"] = error.Message, ["value"] = body };
    }

    /// <summary>Services as ever, but at a time that doesn't move.</summary>
    private sealed class SampleServices(IServiceProvider services) : TimeProvider, IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? this : services.GetService(serviceType);

        public override DateTimeOffset GetUtcNow() => RouteErrors.SampleTime;
    }
}
