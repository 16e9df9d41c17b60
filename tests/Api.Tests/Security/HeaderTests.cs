using System.Net;
using Platform.Api.Tests.MascotForge;

namespace Platform.Api.Tests.Security;

/// <summary>What every answer says to browsers, whatever it is.</summary>
[Collection(nameof(PlatformServer))]
public sealed class HeaderTests(PlatformServer server)
{
    [Theory]
    [InlineData("/neurotamagotchi/api/v1/auth/me", 401)]
    [InlineData("/neurotamagotchi/api/v1/nothing", 404)]
    [InlineData("/nobody", 404)]
    [InlineData("/demi/api/v1/status", 200)]
    [InlineData("/healthz", 200)]
    [InlineData("/socket.io/?EIO=3", 400)]
    [InlineData("/files/a/b/c", 403)]
    public async Task What_is_no_page_loads_nothing_and_is_kept_by_nobody(string path, int status)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", Header(answer, "Content-Security-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/docs/")]
    [InlineData("/openapi/demi.json")]
    [InlineData("/demi/api/v1/status")]
    [InlineData("/.well-known/jwks.json")]
    [InlineData("/checkout/done")]
    [InlineData("/sandbox/checkout/nothing")]
    [InlineData("/nobody")]
    public async Task Every_answer_is_what_its_type_says_and_tells_no_other_site_or_what_answered(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"));
        Assert.DoesNotContain("script-src 'unsafe", Header(answer, "Content-Security-Policy"));
        Assert.Empty(answer.Headers.Server);
        // Not in Development, and not over plain HTTP.
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Tokens_are_kept_by_nobody_also_where_they_are_remembered_for_a_key()
    {
        var anyone = new ApiClient(server.CreateClient(), "/demi/api/v1");
        var body = System.Text.Json.Nodes.JsonNode.Parse($$"""{"email":"{{Guid.NewGuid():N}}@example.com","password":"password123"}""");
        foreach (var isReplayed in (bool[])[false, true])
        {
            var answer = await anyone.PostAsync("/auth/register", body, "a-key");
            Assert.Equal((HttpStatusCode.Created, isReplayed), (answer.Status, answer.Headers.Contains("Idempotency-Replayed")));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task A_script_of_the_docs_runs_only_with_the_word_of_its_own_answer()
    {
        using var first = await GetAsync("/docs/");
        using var second = await GetAsync("/docs/");
        var (nonce, other) = (Nonce(first), Nonce(second));
        Assert.NotEqual(nonce, other);
        Assert.Contains($"nonce=\"{nonce}\"", await first.Content.ReadAsStringAsync());
        Assert.True(first.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_picture_may_stand_in_pages_of_other_sites_and_does_nothing_by_itself()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var address = (await client.GetAsync($"/mascots/{await client.MakeMascotAsync()}")).Text("squareIconUrl");
        using var answer = await GetAsync(address, ("Origin", "https://neuro.example"));
        Assert.Equal("cross-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("https://neuro.example", Header(answer, "Access-Control-Allow-Origin"));
        Assert.StartsWith("default-src 'none';", Header(answer, "Content-Security-Policy"));
        Assert.EndsWith("; sandbox", Header(answer, "Content-Security-Policy"));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await server.CreateClient().SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static string Nonce(HttpResponseMessage answer) => Header(answer, "Content-Security-Policy").Split("'nonce-")[1].Split('\'')[0];
}
