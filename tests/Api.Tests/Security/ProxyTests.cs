using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Platform.Api.Tests.MascotForge;

namespace Platform.Api.Tests.Security;

/// <summary>What a proxy may say of a client, and what nobody else may.</summary>
public sealed class ProxyTests(ProxyTests.BehindProxy trusting, RequestBudgetTests.LimitedServer alone)
    : IClassFixture<ProxyTests.BehindProxy>, IClassFixture<RequestBudgetTests.LimitedServer>
{
    private const int Allowed = 10;

    private static readonly (string Name, string Value)[] Outside = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "api.example.com")];

    [Fact]
    public async Task Behind_a_known_proxy_every_client_has_its_own_budget_and_cannot_give_itself_another()
    {
        // The proxy appends: what the client itself has claimed stands before it.
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= Allowed; i++) statuses.Add(await AskAsync(trusting, $"198.51.100.{i}, 203.0.113.7"));
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, Allowed).Append(HttpStatusCode.TooManyRequests), statuses);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(trusting, "203.0.113.8"));
    }

    [Fact]
    public async Task Without_one_nobody_gets_another_budget_by_saying_so()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= Allowed; i++) statuses.Add(await AskAsync(alone, $"198.51.100.{i}"));
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, Allowed).Append(HttpStatusCode.TooManyRequests), statuses);
    }

    [Fact]
    public async Task All_addresses_that_are_given_out_are_those_at_which_the_proxy_is_reached()
    {
        using var home = await SendAsync(trusting, "/", [("Accept", "application/json"), .. Outside]);
        var overview = JsonNode.Parse(await home.Content.ReadAsStringAsync())!;
        Assert.All(overview["products"]!.AsArray(), product => Assert.StartsWith("https://api.example.com/", (string)product!["base_url"]!));

        var client = await MascotForgeClient.SignUpAsync(trusting);
        var mascot = await client.MakeMascotAsync();
        using var answer = await SendAsync(trusting, $"{MascotForgeClient.Base}/mascots/{mascot}", [("Authorization", $"Bearer {client.Token}"), .. Outside]);
        Assert.StartsWith("https://api.example.com/files/", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["squareIconUrl"]!);

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{MascotForgeClient.Base}/billing/checkout") { Content = JsonContent.Create(new { plan = "creator" }) };
        foreach (var (name, value) in Outside) request.Headers.Add(name, value);
        request.Headers.Authorization = new("Bearer", client.Token);
        using var checkout = await trusting.CreateClient().SendAsync(request);
        Assert.StartsWith("https://api.example.com/", (string)JsonNode.Parse(await checkout.Content.ReadAsStringAsync())!["checkoutUrl"]!);
    }

    [Fact]
    public async Task Whoever_is_no_proxy_changes_no_address()
    {
        using var home = await SendAsync(alone, "/", [("Accept", "application/json"), .. Outside]);
        Assert.DoesNotContain("api.example.com", await home.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_browser_that_came_over_https_is_told_to_stay_there()
    {
        using var secure = await SendAsync(trusting, "/healthz", Outside);
        using var plain = await SendAsync(trusting, "/healthz", []);
        Assert.Equal("max-age=31536000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Plain_requests_are_sent_on_where_that_is_wanted_and_those_that_came_over_https_are_not()
    {
        await using var server = new Redirecting();
        await ((IAsyncLifetime)server).InitializeAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.ClientOptions.BaseAddress };
        using var plain = await http.GetAsync("/demi/api/v1/status?x=1");
        Assert.Equal(HttpStatusCode.PermanentRedirect, plain.StatusCode);
        Assert.Equal("https://127.0.0.1:8443/demi/api/v1/status?x=1", plain.Headers.Location!.ToString());
        using var secure = await SendAsync(server, "/demi/api/v1/status", Outside);
        Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
        await ((IAsyncLifetime)server).DisposeAsync();
    }

    [Theory]
    [InlineData("api.example.com", null, 200)]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData("evil.example", null, 400)]
    [InlineData("127.0.0.1", "evil.example", 200)]
    public async Task A_host_name_that_is_not_ours_is_refused_or_not_believed(string host, string? forwarded, int status)
    {
        (string, string)[] said = forwarded is null ? [] : [("X-Forwarded-Host", forwarded)];
        using var answer = await SendAsync(trusting, "/", [("Accept", "application/json"), ("Host", host), .. said]);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> AskAsync(PlatformServer server, string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/figureforge/api/auth/magic-link/check-user/")
        {
            Content = JsonContent.Create(new { email = $"{Guid.NewGuid():N}@example.com" }),
        };
        request.Headers.Add("X-Forwarded-For", client);
        using var answer = await server.CreateClient().SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(PlatformServer server, string path, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await server.CreateClient().SendAsync(request);
    }

    private sealed class Redirecting : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Https:Redirect", "true");
            builder.UseSetting("Https:Port", "8443");
            builder.UseSetting("Proxy:KnownProxies:0", "127.0.0.1");
        }
    }

    /// <summary>All tests come from this machine, so it plays the proxy.</summary>
    public sealed class BehindProxy : PlatformServer
    {
        protected override bool RateLimiting => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Staging");
            builder.UseSetting("Proxy:KnownNetworks:0", "127.0.0.0/8");
            builder.UseSetting("AllowedHosts", "api.example.com;127.0.0.1;localhost");
        }
    }
}
