using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.Api.Documentation;
using Platform.Api.Products;

namespace Platform.Api.Tests.Documentation;

/// <summary>
/// Each product's OpenAPI document is checked in under <c>Api/OpenApi</c>, so that a change of what clients see is seen in review. Whoever
/// means the change runs these tests once with <c>PLATFORM_WRITE_OPENAPI=1</c>, which writes the documents anew.
/// </summary>
[Collection(nameof(PlatformServer))]
public sealed class DocumentTests(PlatformServer server)
{
    public static TheoryData<string> Products => CheckedInDocument.Products;

    [Fact]
    public async Task No_document_has_drifted_from_what_is_served()
    {
        var products = server.Services.GetServices<Product>().Select(product => product.Id).ToList();
        foreach (var product in products)
        {
            var served = await server.CreateClient().GetStringAsync($"/openapi/{product}.json");
            var path = Path.Combine(CheckedInDocument.Folder, $"{product}.json");
            if (Environment.GetEnvironmentVariable("PLATFORM_WRITE_OPENAPI") == "1") await File.WriteAllTextAsync(path, served);
            var kept = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";
            var line = kept.Split('\n').Zip(served.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
            Assert.True(kept == served, $"What is served differs from line {line} of {path}. If that is meant, run this test with PLATFORM_WRITE_OPENAPI=1.");
        }

        Assert.Equal(products.Order(), Directory.GetFiles(CheckedInDocument.Folder).Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Fact]
    public void Every_route_is_documented_with_a_summary_and_examples_and_nothing_else_is()
    {
        foreach (var product in server.Services.GetServices<Product>())
        {
            var routes = ApiRoute.Of(product, server.Services.GetRequiredService<EndpointDataSource>()).ToList();
            var documentation = ProductDocumentation.Of(product);
            Assert.Equal(routes.Select(route => route.Name).Order(), documentation.Routes!.Keys.Order());
            Assert.NotNull(documentation.Description);
            Assert.All(routes, route =>
            {
                var said = documentation.Of(route);
                Assert.NotNull(said.Tag);
                Assert.NotNull(said.Summary);
                Assert.Equal(route.Body is not null, said.Request is not null);
                Assert.Equal(route.AnswerType is not null, said.Answer is not null);
                Assert.True(route.AnswerType is not null || route.AnswersNothing || said.MediaType is not null, $"{route.Name} answers with what?");
            });
        }
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void A_reader_of_OpenAPI_understands_the_document(string product)
    {
        var read = OpenApiDocument.Parse(CheckedInDocument.Of(product).Text, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.NotEmpty(read.Document!.Paths);
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void Every_example_fits_its_schema(string product)
    {
        var document = CheckedInDocument.Of(product);
        var shape = new JsonShape(JsonNode.Parse(document.Text)!);
        Assert.All(document.Operations, operation =>
            Assert.Empty(operation.Examples.SelectMany(example => shape.Problems(example.Schema, example.Example, operation.Name))));
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void Every_operation_has_an_id_of_its_own(string product)
    {
        var ids = CheckedInDocument.Of(product).Operations.Select(operation => operation.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task The_document_is_below_the_products_base_too(string product)
    {
        var document = CheckedInDocument.Of(product);
        Assert.Equal(document.Text, await server.CreateClient().GetStringAsync($"{document.Base}/openapi.json"));
    }

    [Fact]
    public async Task At_a_host_name_of_its_own_the_document_names_paths_as_they_are_there()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/neurotamagotchi.json");
        request.Headers.Host = "api.neuro.example";
        var answer = await server.CreateClient().SendAsync(request);
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("/api/v1", document["servers"]![0]!["url"]!.GetValue<string>());
    }
}
