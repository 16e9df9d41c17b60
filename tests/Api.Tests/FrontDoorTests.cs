using System.Net;

namespace Platform.Api.Tests;

/// <summary>What holds for every product: how it is found, who may call, and what is there beside it.</summary>
[Collection(nameof(PlatformServer))]
public sealed class FrontDoorTests(PlatformServer server)
{
    [Theory]
    [InlineData("/neurotamagotchi/api/v1/auth/me/")]
    [InlineData("//neurotamagotchi//api/v1///auth/me")]
    [InlineData("/NeuroTamagotchi/api/v1/auth/me")]
    public async Task A_path_answers_with_any_slashes_directly(string path)
    {
        var user = await server.SignUpAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, path, user.Token)).StatusCode);
    }

    [Theory]
    [InlineData("OPTIONS * HTTP/1.1")]
    [InlineData("CONNECT here:443 HTTP/1.1")]
    public async Task A_request_without_a_path_is_answered(string line)
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{line}\r\nHost: here:443\r\n\r\n");
        Assert.Equal(405, RawConnection.StatusOf(await connection.ReadAsync()));
    }

    /// <summary>Twice unescaped, a path could hold what the server has looked for and not found.</summary>
    [Theory]
    [InlineData("%2500")]
    [InlineData("%252e%252e")]
    [InlineData("%2561")]
    public async Task A_path_is_unescaped_once(string id)
    {
        var user = await server.SignUpAsync();
        using var answer = await SendAsync(HttpMethod.Get, $"/neurotamagotchi/api/v1/characters/{id}", user.Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("\"code\":\"NOT_FOUND\"", await answer.Content.ReadAsStringAsync());
        using var signUp = await SendAsync(HttpMethod.Get, "/neurotamagotchi/api/v1/%2561uth/me", user.Token);
        Assert.Equal(HttpStatusCode.NotFound, signUp.StatusCode);
    }

    [Fact]
    public async Task The_published_keys_verify_a_token()
    {
        var user = await server.SignUpAsync();
        var keys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(await server.CreateClient().GetStringAsync("/.well-known/jwks.json"));
        var result = await new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler().ValidateTokenAsync(user.Token, new()
        {
            ValidIssuer = "orleans-platform",
            ValidAudience = "neurotamagotchi",
            IssuerSigningKeys = keys.Keys,
        });

        Assert.True(result.IsValid);
        Assert.All(keys.Keys, key => Assert.False(key.HasPrivateKey));
    }

    [Fact]
    public async Task A_product_with_a_host_name_of_its_own_needs_no_prefix()
    {
        var user = await server.SignUpAsync();
        using var found = await SendAsync(HttpMethod.Get, "/api/v1/auth/me", user.Token, ("Host", "api.neuro.example"));
        using var elsewhere = await SendAsync(HttpMethod.Get, "/api/v1/auth/me", user.Token);

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Contains("\"code\":\"NOT_FOUND\"", await elsewhere.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("null")]
    [InlineData("https://neuro.example")]
    public async Task A_preflight_is_answered_without_a_token_whatever_header_it_asks_for(string origin)
    {
        using var answer = await SendAsync(
            HttpMethod.Options,
            "/neurotamagotchi/api/v1/characters",
            null,
            ("Origin", origin),
            ("Access-Control-Request-Method", "PATCH"),
            ("Access-Control-Request-Headers", "authorization,content-type,x-anything"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(origin, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("x-anything", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Fact]
    public async Task A_refusal_can_be_read_by_the_page_too_and_a_strange_page_reads_nothing()
    {
        using var known = await SendAsync(HttpMethod.Get, "/neurotamagotchi/api/v1/auth/me", null, ("Origin", "http://localhost:3000"));
        using var strange = await SendAsync(HttpMethod.Get, "/neurotamagotchi/api/v1/auth/me", null, ("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, known.StatusCode);
        Assert.Equal("http://localhost:3000", known.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Retry-After", known.Headers.GetValues("Access-Control-Expose-Headers").Single());
        Assert.False(strange.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/health")]
    [InlineData("/neurotamagotchi/health")]
    [InlineData("/readyz")]
    [InlineData("/docs")]
    [InlineData("/openapi/neurotamagotchi.json")]
    public async Task What_operators_and_readers_need_is_there(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, path, null)).StatusCode);

    [Fact]
    public async Task An_unknown_product_gets_an_error_with_a_body()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/nobody/api/v1/auth/me", null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? token, params (string Name, string Value)[] headers)
    {
        var http = server.CreateClient();
        // Built by hand: a Uri of its own would tidy the slashes away.
        using var request = new HttpRequestMessage(
            method, new Uri(http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }
}
