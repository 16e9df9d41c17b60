using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Platform.Api.Products;

namespace Platform.Api.Documentation;

/// <summary>
/// What a product's code can't say of itself, from the <c>documentation.json</c> beside it: sentences, examples, and what is narrower than
/// a type.
/// </summary>
/// <param name="Description">A sentence about the product.</param>
/// <param name="Error">The schema of the error envelope.</param>
/// <param name="Schemas">By the name of a type: what is laid over the schema that follows from it.</param>
/// <param name="Routes">By method and path, such as <c>GET /characters/{character_id}</c>, in the order in which they are shown.</param>
internal sealed record ProductDocumentation(
    string? Description, JsonObject? Error, JsonObject? Schemas, OrderedDictionary<string, RouteDocumentation>? Routes)
{
    public static ProductDocumentation Of(Product product)
    {
        using var file = product.GetType().Assembly.GetManifestResourceStream(product.GetType(), "documentation.json");
        return file is null ? new(null, null, null, null) : JsonSerializer.Deserialize(file, DocumentationJson.Default.ProductDocumentation)!;
    }

    /// <summary>In the order of the file; what isn't there comes last.</summary>
    public IEnumerable<ApiRoute> InOrder(IEnumerable<ApiRoute> routes) =>
        routes.OrderBy(route => Routes?.IndexOf(route.Name) is { } index and >= 0 ? index : int.MaxValue);

    public RouteDocumentation Of(ApiRoute route)
    {
        var found = Routes?.GetValueOrDefault(route.Name) ?? new RouteDocumentation();
        return found.As is { } other ? found.Over(Routes![other]) : found;
    }
}

/// <param name="As">Another route that answers just so: what is not said here is as it is said there.</param>
/// <param name="Tag">The heading that it stands under.</param>
/// <param name="Parameters">By the name of a path or query parameter: its schema, with a description.</param>
/// <param name="Required">The query parameters that must be there; the schema of each has an example.</param>
/// <param name="Request">An example body.</param>
/// <param name="Status">The status of success, where it is neither 200 nor 204.</param>
/// <param name="MediaType">What an answer is that isn't JSON.</param>
/// <param name="Answer">The example's answer.</param>
internal sealed record RouteDocumentation(
    string? As = null,
    string? Tag = null,
    string? Summary = null,
    string? Description = null,
    JsonObject? Parameters = null,
    IReadOnlyList<string>? Required = null,
    JsonNode? Request = null,
    int? Status = null,
    string? MediaType = null,
    JsonNode? Answer = null)
{
    public RouteDocumentation Over(RouteDocumentation other) => new(
        null,
        Tag ?? other.Tag,
        Summary ?? other.Summary,
        Description ?? other.Description,
        Parameters ?? other.Parameters,
        Required ?? other.Required,
        Request ?? other.Request,
        Status ?? other.Status,
        MediaType ?? other.MediaType,
        Answer ?? other.Answer);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ProductDocumentation))]
internal sealed partial class DocumentationJson : JsonSerializerContext;
