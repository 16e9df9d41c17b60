using System.Text;
using Microsoft.Extensions.Options;
using Platform.Billing.Sandbox;
using Stripe;

namespace Platform.Billing.Payments;

/// <summary>
/// Whether it was Stripe who sent something: <c>Stripe-Signature: t=…,v1=…</c>, an HMAC-SHA256 over the time and the raw body, compared in
/// constant time by Stripe's own library; any of several <c>v1</c> may be right. See https://docs.stripe.com/webhooks/signature.
/// </summary>
internal sealed class WebhookSignatures(IOptions<StripeOptions> options, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>How old a signature may be, or how far ahead, in seconds.</summary>
    private const int Tolerance = 300;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<bool> AreRightAsync(string product, byte[] body, string? signature)
    {
        if (string.IsNullOrEmpty(signature)) return false;
        var secret = await SecretAsync(product);
        try
        {
            EventUtility.ValidateSignature(Strict.GetString(body), signature, secret, Tolerance, clock.GetUtcNow().ToUnixTimeSeconds());
            return true;
        }
        catch (Exception error) when (error is StripeException or FormatException or ArgumentException or OverflowException)
        {
            // The library stumbles over a header of another form, and so does a decoder over bytes that are no text.
            return false;
        }
    }

    public string Sign(string body, string secret) =>
        EventUtility.GenerateSignatureHeader(body, secret, clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>The secret that is shared with whoever sends.</summary>
    public async Task<string> SecretAsync(string product) => options.Value.WebhookSecretOf(product) is { Length: > 0 } configured
        ? configured
        : await grains.GetGrain<ISandboxSecretGrain>(ISandboxSecretGrain.TheKey).Get();
}
