using System.Net;

namespace Platform.Billing.Payments;

/// <summary>
/// Stripe's library repeats a call that was answered 429 only where the answer says so, and there it doesn't always: too much at once is
/// over in a moment, unless Stripe says that it isn't.
/// </summary>
internal sealed class TooManyRequests : DelegatingHandler
{
    private const string ShouldRetry = "Stripe-Should-Retry";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests && !response.Headers.Contains(ShouldRetry)) response.Headers.Add(ShouldRetry, "true");
        return response;
    }
}
