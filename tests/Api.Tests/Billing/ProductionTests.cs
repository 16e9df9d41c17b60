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

    private sealed class Server(string environment, string key, string secret) : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment(environment);
            builder.UseSetting("Stripe:SecretKey", key);
            builder.UseSetting("Stripe:WebhookSecret", secret);
        }
    }
}
