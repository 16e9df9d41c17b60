using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Platform.Billing.Payments;
using Platform.Billing.Sandbox;

namespace Platform.Billing;

public static class BillingServices
{
    /// <summary>Stripe, or the sandbox where no key is configured.</summary>
    internal static void AddBilling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StripeOptions>().Bind(configuration.GetSection("Stripe"));
        services.AddTransient<TooManyRequests>();
        services.AddHttpClient(StripePayments.ClientName, client => client.Timeout = StripePayments.Timeout).AddHttpMessageHandler<TooManyRequests>();
        services.AddHttpClient(SandboxGrain.ClientName, client => client.Timeout = TimeSpan.FromSeconds(20));
        services.AddSingleton<BillingStore>();
        services.AddSingleton<SandboxStore>();
        services.AddSingleton<WebhookSignatures>();
        services.AddSingleton<StripePayments>();
        services.AddSingleton<SandboxPayments>();
        services.AddSingleton<IPaymentService>(provider => provider.GetRequiredService<IOptions<StripeOptions>>().Value.IsSandbox
            ? provider.GetRequiredService<SandboxPayments>()
            : provider.GetRequiredService<StripePayments>());
    }

    /// <summary>Lets the host start only with a configuration under which nobody gets for nothing what is for sale.</summary>
    public static void RequirePayments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<StripeOptions>, StripeOptionsValidator>();
        builder.Services.AddOptions<StripeOptions>().Bind(builder.Configuration.GetSection("Stripe")).ValidateOnStart();
    }
}
