using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Platform.Billing.Payments;

/// <summary>The section <c>Stripe</c>.</summary>
public sealed class StripeOptions
{
    /// <summary><c>sk_…</c>. None: payments are played in the sandbox, which Production refuses.</summary>
    public string? SecretKey { get; set; }

    /// <summary><c>whsec_…</c>, with which Stripe signs what it tells; needed with a key.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Where a product's endpoint has a secret of its own.</summary>
    public Dictionary<string, string> WebhookSecrets { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Another address of the API; none: Stripe's own.</summary>
    public string? ApiBase { get; set; }

    /// <summary>
    /// Prices that were set up at Stripe, as <c>Stripe:Prices:{product}:{plan}</c>. A plan without one is sold at the price of the catalogue.
    /// </summary>
    public Dictionary<string, Dictionary<string, string>> Prices { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public bool IsSandbox => string.IsNullOrEmpty(SecretKey);

    public string? WebhookSecretOf(string product) => WebhookSecrets.GetValueOrDefault(product) ?? WebhookSecret;

    public string? PriceOf(string product, string planId) => Prices.GetValueOrDefault(product)?.GetValueOrDefault(planId);

    /// <summary>The plan that is sold at a price, or null.</summary>
    public string? PlanOf(string product, string? priceId) => priceId is null
        ? null
        : Prices.GetValueOrDefault(product)?.FirstOrDefault(price => price.Value == priceId).Key;
}

/// <summary>Refuses to start with half a configuration, and in Production with none.</summary>
internal sealed class StripeOptionsValidator(IHostEnvironment environment) : IValidateOptions<StripeOptions>
{
    public ValidateOptionsResult Validate(string? name, StripeOptions options)
    {
        if (options.IsSandbox)
        {
            return environment.IsProduction()
                ? ValidateOptionsResult.Fail(
                    "Production needs Stripe__SecretKey and Stripe__WebhookSecret: without them payments are played in a sandbox, where anybody can buy for nothing. "
                    + "Set DOTNET_ENVIRONMENT=Development to try things out.")
                : ValidateOptionsResult.Success;
        }

        if (string.IsNullOrEmpty(options.WebhookSecret) && options.WebhookSecrets.Count == 0)
            return ValidateOptionsResult.Fail("Stripe__SecretKey needs Stripe__WebhookSecret beside it: without it nothing that was paid is ever heard of.");
        return options.ApiBase is not null && !Uri.IsWellFormedUriString(options.ApiBase, UriKind.Absolute)
            ? ValidateOptionsResult.Fail("Stripe__ApiBase must be an absolute address.")
            : ValidateOptionsResult.Success;
    }
}
