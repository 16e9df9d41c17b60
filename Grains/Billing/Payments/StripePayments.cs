using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace Platform.Billing.Payments;

/// <summary>
/// Stripe, through its own library: it sends our key as <c>Idempotency-Key</c>, and repeats a call whose connection broke or that was answered
/// 409, 429 (see <see cref="TooManyRequests"/>) or 500 and above, unless <c>Stripe-Should-Retry</c> says no. See https://docs.stripe.com/api.
/// </summary>
internal sealed partial class StripePayments(
    IOptions<StripeOptions> options, IHttpClientFactory http, ILogger<StripePayments> logger) : IPaymentService
{
    /// <summary>The name of its HTTP client.</summary>
    public const string ClientName = "stripe";

    private const int Retries = 2;

    /// <summary>With its retries a call takes less than whoever waits for its actor has patience: fifteen seconds.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    private const int InvoicesPerPage = 100;

    private StripeClient Client => new(new StripeClientOptions
    {
        ApiKey = options.Value.SecretKey,
        ApiBase = string.IsNullOrEmpty(options.Value.ApiBase) ? null : options.Value.ApiBase.TrimEnd('/'),
        HttpClient = new SystemNetHttpClient(http.CreateClient(ClientName), Retries, appInfo: null, enableTelemetry: false),
    });

    public async Task<string> CreateCustomerAsync(string ownerId, Payer payer, string key)
    {
        var create = new CustomerCreateOptions { Email = payer.Email, Metadata = StripeMetadata.Of(ownerId, payer.Product) };
        return (await CallAsync(() => new CustomerService(Client).CreateAsync(create, Under(key)))).Id;
    }

    public async Task<CheckoutSession> CreateCheckoutAsync(string ownerId, string customerId, Plan plan, NewCheckout checkout, string key)
    {
        // On the subscription too: what is told of it later has nothing of the session.
        var metadata = StripeMetadata.Of(ownerId, checkout.Payer.Product, plan.Id);
        var create = new SessionCreateOptions
        {
            Mode = "subscription",
            Customer = customerId,
            ClientReferenceId = ownerId,
            SuccessUrl = checkout.SuccessUrl,
            CancelUrl = checkout.CancelUrl,
            Metadata = metadata,
            SubscriptionData = new SessionSubscriptionDataOptions { Metadata = metadata },
            LineItems = [LineItem(checkout.Payer.Product, plan)],
        };
        var session = await CallAsync(() => new SessionService(Client).CreateAsync(create, Under(key)));
        return new CheckoutSession(session.Id, session.Url ?? throw new PaymentsException("Stripe opened a checkout without an address."));
    }

    public async Task<PortalSession> CreatePortalAsync(string customerId, string returnUrl, string origin, string key)
    {
        var create = new Stripe.BillingPortal.SessionCreateOptions { Customer = customerId, ReturnUrl = returnUrl };
        return new PortalSession((await CallAsync(() => new Stripe.BillingPortal.SessionService(Client).CreateAsync(create, Under(key)))).Url);
    }

    public async Task<StripeSubscription?> FindSubscriptionAsync(string id) =>
        Read(await FindAsync(() => new SubscriptionService(Client).GetAsync(id)));

    public async Task<StripeSubscription?> SetCancelAtPeriodEndAsync(string id, bool cancel, string key)
    {
        var update = new SubscriptionUpdateOptions { CancelAtPeriodEnd = cancel };
        // One that has ended can't be changed any more, and is shown as it is.
        return Read(await AcceptAsync(() => new SubscriptionService(Client).UpdateAsync(id, update, Under(key)))) ?? await FindSubscriptionAsync(id);
    }

    public async Task<StripeSubscription?> CancelAsync(string id, string key) =>
        Read(await FindAsync(() => new SubscriptionService(Client).CancelAsync(id, options: null, Under(key))));

    public Task DeleteCustomerAsync(string customerId) => FindAsync(() => new CustomerService(Client).DeleteAsync(customerId));

    public async Task<IReadOnlyList<StripeInvoice>> InvoicesAsync(string customerId)
    {
        var list = new InvoiceListOptions { Customer = customerId, Limit = InvoicesPerPage };
        var page = await CallAsync(() => new InvoiceService(Client).ListAsync(list));
        using var json = JsonDocument.Parse(page.StripeResponse.Content);
        return [.. json.RootElement.Find("data").Items().Select(StripeInvoice.Read)];
    }

    public async Task<PaymentMethod?> UsePaymentMethodAsync(string customerId, string paymentMethodId, string key)
    {
        var attach = new PaymentMethodAttachOptions { Customer = customerId };
        var attached = await AcceptAsync(() => new PaymentMethodService(Client).AttachAsync(paymentMethodId, attach, Under(key)));
        if (attached is null) return null;
        var update = new CustomerUpdateOptions { InvoiceSettings = new() { DefaultPaymentMethod = attached.Id } };
        await CallAsync(() => new CustomerService(Client).UpdateAsync(customerId, update, Under($"{key}:default")));
        return new PaymentMethod(attached.Id, attached.Type, attached.Card?.Brand, attached.Card?.Last4);
    }

    private SessionLineItemOptions LineItem(string product, Plan plan)
    {
        if (options.Value.PriceOf(product, plan.Id) is { } price) return new SessionLineItemOptions { Price = price, Quantity = 1 };
        return new SessionLineItemOptions
        {
            Quantity = 1,
            PriceData = new SessionLineItemPriceDataOptions
            {
                Currency = PlanCatalogue.Currency.ToLowerInvariant(),
                UnitAmount = plan.Price,
                Recurring = new SessionLineItemPriceDataRecurringOptions { Interval = PlanCatalogue.Interval },
                ProductData = new SessionLineItemPriceDataProductDataOptions { Name = $"{product} {plan.Name}" },
            },
        };
    }

    private static RequestOptions Under(string key) => new() { IdempotencyKey = key };

    /// <summary>From what was really sent: the library's own types know the period in one place only.</summary>
    private static StripeSubscription? Read(Stripe.Subscription? subscription)
    {
        if (subscription is null) return null;
        using var json = JsonDocument.Parse(subscription.StripeResponse.Content);
        return StripeSubscription.Read(json.RootElement);
    }

    private async Task<T?> FindAsync<T>(Func<Task<T>> call) where T : class
    {
        try
        {
            return await CallAsync(call);
        }
        catch (PaymentsException error) when (error.InnerException is StripeException { HttpStatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    /// <summary>Null also where the thing is there, but is no good: a card that was declined, or that belongs to another customer.</summary>
    private async Task<T?> AcceptAsync<T>(Func<Task<T>> call) where T : class
    {
        try
        {
            return await FindAsync(call);
        }
        catch (PaymentsException error)
            when (error.InnerException is StripeException { HttpStatusCode: HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired })
        {
            return null;
        }
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (StripeException error)
        {
            // Its text may name the customer, and is for operators: users are told that it failed.
            LogFailed(error.HttpStatusCode, error.StripeError?.Code, error.StripeResponse?.RequestId);
            throw new PaymentsException("Stripe refused.", error);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException or Newtonsoft.Json.JsonException)
        {
            LogUnreachable(error);
            throw new PaymentsException("Stripe can't be reached.", error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe answered {Status}, code {Code}, request {Request}")]
    private partial void LogFailed(HttpStatusCode status, string? code, string? request);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe can't be reached")]
    private partial void LogUnreachable(Exception error);
}
