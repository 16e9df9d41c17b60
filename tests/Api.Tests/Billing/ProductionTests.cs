using Microsoft.AspNetCore.Hosting;

namespace Platform.Api.Tests.Billing;

/// <summary>Where payments must be real.</summary>
public sealed class ProductionTests
{
    [Fact]
    public async Task Without_keys_Production_refuses_to_start_and_says_why()
    {
        await using var server = new Server("Production", key: "", secret: "");
        var error = Assert.ThrowsAny<Exception>(server.StartServer);
        Assert.Contains("Stripe__SecretKey", error.ToString());
        Assert.Contains("sandbox", error.ToString());
    }

    [Fact]
    public async Task A_key_without_the_secret_of_the_webhook_is_refused_everywhere()
    {
        await using var server = new Server("Development", key: "sk_test_1", secret: "");
        Assert.Contains("Stripe__WebhookSecret", Assert.ThrowsAny<Exception>(server.StartServer).ToString());
    }

    [Fact]
    public async Task With_both_it_starts_and_there_is_no_sandbox()
    {
        await using var server = new Server("Production", key: "sk_test_1", secret: "whsec_1");
        server.StartServer();
        using var http = Checkouts.Client(server);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync($"/sandbox/checkout/cs_test_{new string('0', 32)}_1")).StatusCode);
    }

    [Theory]
    [InlineData("Passwords:Iterations", "1")]
    [InlineData("Generation:References:AllowPrivateAddresses", "true")]
    [InlineData("Cors:Origins:3", "http://app.example.com")]
    public async Task What_is_fit_for_tests_only_is_refused_by_name(string setting, string value)
    {
        await using var server = new Server("Production", key: "sk_test_1", secret: "whsec_1", (setting, value));
        var name = setting.Split(":3")[0].Replace(":", "__", StringComparison.Ordinal);
        Assert.Contains(name, Assert.ThrowsAny<Exception>(server.StartServer).ToString());
    }

    [Theory]
    [InlineData("Cors:Origins:3", "*")]
    [InlineData("Cors:Origins:3", "null")]
    [InlineData("Cors:Origins:3", "https://app.example.com/")]
    [InlineData("Cors:Origins:3", "https://*")]
    [InlineData("Proxy:KnownProxies:0", "proxy")]
    [InlineData("Proxy:KnownNetworks:0", "0.0.0.0/0")]
    [InlineData("Limits:BodyBytes", "1")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    public async Task What_would_open_everything_is_refused_anywhere(string setting, string value)
    {
        await using var server = new Server("Development", key: "", secret: "", (setting, value));
        Assert.Contains(setting.Split(':')[^1].Trim('0', '3') is { Length: > 0 } name ? name : setting.Split(':')[1], Assert.ThrowsAny<Exception>(server.StartServer).ToString());
    }

    private sealed class Server(string environment, string key, string secret, params (string Setting, string Value)[] more) : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment(environment);
            builder.UseSetting("Stripe:SecretKey", key);
            builder.UseSetting("Stripe:WebhookSecret", secret);
            if (environment == "Production") builder.UseSetting("Passwords:Iterations", "10000");
            foreach (var (setting, value) in more) builder.UseSetting(setting, value);
        }
    }
}
