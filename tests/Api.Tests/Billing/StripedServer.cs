using Microsoft.AspNetCore.Hosting;
using Platform.Testing;

namespace Platform.Api.Tests.Billing;

/// <summary>A server that is paid through Stripe, and Stripe, which a test can make slow, refuse or break.</summary>
public sealed class StripedServer : PlatformServer, IAsyncLifetime
{
    public StripeServer Stripe { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        Stripe = await StripeServer.StartAsync();
        await InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Stripe.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Stripe:SecretKey", StripeServer.SecretKey);
        builder.UseSetting("Stripe:ApiBase", Stripe.ApiBase);
        builder.UseSetting("Stripe:Prices:NeuroTamagotchi:ultimate", "price_of_ultimate");
    }
}
