using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace Platform.Api.Tests.Security;

/// <summary>Which pages may call, where a server is not in Development.</summary>
public sealed class CorsTests(CorsTests.OutsideServer server) : IClassFixture<CorsTests.OutsideServer>
{
    [Theory]
    [InlineData("https://neuro.example", true)]
    [InlineData("https://NEURO.example", true)]
    [InlineData("https://neuro.example:8443", false)]
    [InlineData("http://neuro.example", false)]
    [InlineData("https://a.plugins.example", true)]
    [InlineData("https://a.b.plugins.example", true)]
    [InlineData("https://plugins.example", false)]
    [InlineData("http://a.plugins.example", false)]
    [InlineData("https://a.plugins.example:444", false)]
    [InlineData("https://evilplugins.example", false)]
    [InlineData("https://a.plugins.example.evil.example", false)]
    [InlineData("http://localhost:3000", false)]
    [InlineData("null", false)]
    [InlineData("nonsense", false)]
    public async Task A_page_may_call_if_its_origin_is_named_or_below_a_name_with_a_star(string origin, bool may)
    {
        using var preflight = await SendAsync(HttpMethod.Options, "/demi/api/v1/chat/send", origin);
        using var answer = await SendAsync(HttpMethod.Get, "/demi/api/v1/status", origin);
        Assert.Equal(may, preflight.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(may ? [origin] : [], answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values : []);
        // Credentials are in a header that the page sets itself, so cookies are never asked for.
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("/demi/api/v1/auth/sessions", 401)]
    [InlineData("/demi/api/v1/nothing", 404)]
    [InlineData("/nobody/at/all", 404)]
    [InlineData("/files/a/b/c", 403)]
    [InlineData("/demi/api/v1/chat/ws", 426)]
    [InlineData("/socket.io/?EIO=3", 400)]
    [InlineData("/openapi/demi.json", 200)]
    public async Task Whatever_the_answer_a_page_that_may_call_can_read_it(string path, int status)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, "https://neuro.example");
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("https://neuro.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_body_that_is_too_large_and_one_that_is_no_JSON_can_be_read_about_too()
    {
        foreach (var (body, status) in new[] { (new string('x', 300 * 1024), HttpStatusCode.RequestEntityTooLarge), ("{", HttpStatusCode.BadRequest) })
        {
            using var answer = await SendAsync(HttpMethod.Post, "/demi/api/v1/auth/login", "https://neuro.example", body);
            Assert.Equal(status, answer.StatusCode);
            Assert.True(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string origin, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        if (method == HttpMethod.Options) request.Headers.Add("Access-Control-Request-Method", "POST");
        if (body is not null) request.Content = new StringContent(body);
        return await server.CreateClient().SendAsync(request);
    }

    public sealed class OutsideServer : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Staging");
            builder.UseSetting("Cors:Origins:1", "https://*.plugins.example");
        }
    }
}
