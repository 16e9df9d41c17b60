using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Documentation;

/// <summary>A reader who copies an example gets what stands beside it.</summary>
public sealed class ExampleTests(DocumentedServer server) : IClassFixture<DocumentedServer>
{
    /// <summary>FigureForge repeats an order as it came, and a gallery has the orders of everybody: whose comes first is chance.</summary>
    private const string FreeForm = "parameters";

    public static TheoryData<string> Products => CheckedInDocument.Products;

    [Theory]
    [MemberData(nameof(Products))]
    public async Task An_example_request_gets_the_status_and_the_names_of_its_example_answer(string product)
    {
        foreach (var operation in CheckedInDocument.Of(product).Operations)
        {
            var answer = await SendAsync(product, operation, operation.Request);
            Assert.True(operation.Status == (int)answer.Status, $"{operation.Name} answered {(int)answer.Status}: {answer.Body}");
            Assert.Equal(Names(operation.Success?["example"], answer.Json), Names(answer.Json, operation.Success?["example"]));
        }

        Personal.IsNotIn(server.Log, CheckedInDocument.Everything.SelectMany(document => document.Operations).Select(operation => operation.Request));
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_field_may_be_left_out_or_null_exactly_where_the_schema_says_so(string product)
    {
        var shape = new JsonShape(JsonNode.Parse(CheckedInDocument.Of(product).Text)!);
        foreach (var operation in CheckedInDocument.Of(product).Operations.Where(operation => operation.Request is JsonObject))
        {
            var schema = operation.RequestSchema!;
            var required = (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToList();
            foreach (var (name, _) in operation.Request!.AsObject())
            {
                var without = operation.Request.DeepClone().AsObject();
                without.Remove(name);
                await AcceptsAsync(product, operation, without, !required.Contains(name), $"without {name}");
                without[name] = null;
                var mayBeNull = !shape.Problems(schema["properties"]![name], null).Any();
                await AcceptsAsync(product, operation, without, mayBeNull, $"with {name} null");
            }
        }
    }

    private async Task AcceptsAsync(string product, Operation operation, JsonObject body, bool expected, string what)
    {
        var answer = await SendAsync(product, operation, body);
        Assert.True(expected == (int)answer.Status < 400, $"{operation.Name} {what} answered {(int)answer.Status}: {answer.Body}");
    }

    private async Task<Answer> SendAsync(string product, Operation operation, JsonNode? body)
    {
        var visitor = await Visitor.ForAsync(operation, server, CheckedInDocument.Of(product));
        return await visitor.SendAsync(operation, body);
    }

    /// <summary>All names, with where they stand; of lists only where both have something to compare.</summary>
    private static IEnumerable<string> Names(JsonNode? node, JsonNode? other, string place = "") => (node, other) switch
    {
        (JsonObject mine, _) => mine.SelectMany(field =>
            (field.Key == FreeForm ? [] : Names(field.Value, (other as JsonObject)?[field.Key], $"{place}.{field.Key}")).Prepend($"{place}.{field.Key}")),
        (JsonArray { Count: > 0 } mine, JsonArray { Count: > 0 } theirs) => Names(mine[0], theirs[0], $"{place}[]"),
        _ => [],
    };
}
