using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Products;

namespace Platform.Api.Tests;

/// <summary><c>/</c> and <c>/docs</c>: where everything is.</summary>
[Collection(nameof(PlatformServer))]
public sealed class HomeTests(PlatformServer server)
{
    private string Origin => server.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task A_browser_gets_a_page_that_leads_to_every_product()
    {
        using var answer = await GetAsync("/", accept: "text/html,application/xhtml+xml,*/*;q=0.8");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.All(server.Services.GetServices<Product>(), product =>
        {
            Assert.Contains(product.Title, page);
            Assert.Contains($"{Origin}/{product.Id}{product.BasePath}<", page);
        });
        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public async Task Every_address_that_a_program_is_given_answers()
    {
        var overview = await OverviewAsync();
        var products = overview["products"]!.AsArray();
        Assert.Equal(server.Services.GetServices<Product>().Count(), products.Count);
        string[] places =
        [
            .. from product in products from name in new[] { "docs", "openapi" } select product[name]!.GetValue<string>(),
            .. from name in new[] { "docs", "health", "readiness", "keys" } select overview[name]!.GetValue<string>(),
        ];
        foreach (var place in places) Assert.Equal(HttpStatusCode.OK, (await GetAsync(place)).StatusCode);
    }

    [Fact]
    public async Task At_a_products_own_host_name_everything_is_that_products_and_is_there()
    {
        const string Host = "api.neuro.example";
        var overview = await OverviewAsync(Host);
        var product = Assert.Single(overview["products"]!.AsArray())!;
        Assert.Equal($"http://{Host}/api/v1", product["base_url"]!.GetValue<string>());
        string[] paths = ["/", "/docs", "/health", "/healthz", "/readyz", "/.well-known/jwks.json", "/openapi/neurotamagotchi.json", "/api/v1/openapi.json"];
        foreach (var path in paths) Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, Host)).StatusCode);

        using var other = await GetAsync("/openapi/demi.json", Host);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Contains("\"code\":\"NOT_FOUND\"", await other.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/docs/")]
    [InlineData("/demi/docs/")]
    public async Task The_pages_to_browse_load_nothing_from_elsewhere(string path)
    {
        using var answer = await GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("default-src 'self';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("Demi", page);
        Assert.DoesNotContain("https://", page);
        Assert.DoesNotMatch("(src|href)=\"(http|//)", page);
    }

    private async Task<JsonNode> OverviewAsync(string? host = null)
    {
        using var answer = await GetAsync("/", host, "application/json");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? host = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (host is not null) request.Headers.TryAddWithoutValidation("Host", host);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.CreateClient().SendAsync(request);
    }
}
