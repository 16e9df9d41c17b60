using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Billing.Payments;
using Platform.Billing.Sandbox;

namespace Platform.Billing;

internal static class BillingServices
{
    /// <summary>Stripe, or the sandbox where no key is configured.</summary>
    public static void AddBilling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStripeOptions(configuration);
        services.AddHttpClient(StripePayments.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10));
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

    private static void AddStripeOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<StripeOptions>, StripeOptionsValidator>();
        services.AddOptions<StripeOptions>().Bind(configuration.GetSection("Stripe")).ValidateOnStart();
    }
}
