using Microsoft.Extensions.Logging;
using Platform.Billing.Payments;
using Platform.Storage;

namespace Platform.Billing.Sandbox;

/// <summary>
/// A customer of the sandbox. What happens to it and what is to be told of it are saved together; sending goes on beside it, because what is
/// sent asks for this customer again. A reminder wakes it when a period ends, or when something waits to be sent.
/// </summary>
[GrainType("sandbox")]
internal sealed partial class SandboxGrain(
    SandboxStore store,
    IdSource ids,
    IHttpClientFactory http,
    WebhookSignatures signatures,
    TimeProvider clock,
    ILogger<SandboxGrain> logger) : Grain, ISandboxGrain, ISandboxServiceGrain, IRemindable
{
    private const int MostPages = 20;

    private static readonly Refusal UnknownPage = new(RefusalKind.NotFound, "There is no such page.");
    private static readonly Refusal CardDeclined = new(RefusalKind.NotPossibleNow, "Your card was declined.");

    private SandboxCustomer? _customer;
    private long _revision;

    private string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Id) is var (customer, revision)) (_customer, _revision) = (customer, revision);
    }

    public async Task Open(string ownerId, Payer payer)
    {
        if (_customer is not null) return;
        await SaveAsync(
            new SandboxCustomer
            {
                Id = Id,
                OwnerId = ownerId,
                Product = payer.Product,
                Email = payer.Email,
                WebhookAddress = payer.Origin + payer.WebhookPath,
            },
            []);
    }

    public async Task<string> OpenCheckout(string planId, string successUrl, string cancelUrl, string key)
    {
        var customer = Existing();
        if (customer.Sessions.FirstOrDefault(session => session.Key == key) is { } known) return known.Id;
        var ledger = new SandboxLedger(customer, ids);
        var id = ledger.Secret("cs_test");
        var opened = new SandboxSession(
            id, key, planId, successUrl.Replace("{CHECKOUT_SESSION_ID}", id, StringComparison.Ordinal), cancelUrl, clock.GetUtcNow());
        await SaveAsync(customer with { Sessions = [.. customer.Sessions.TakeLast(MostPages - 1), opened] }, []);
        return id;
    }

    public async Task<string> OpenPortal(string returnUrl, string key)
    {
        var customer = Existing();
        if (customer.Portals.FirstOrDefault(portal => portal.Key == key) is { } known) return known.Id;
        var opened = new SandboxPortalSession(new SandboxLedger(customer, ids).Secret("bps"), key, returnUrl);
        await SaveAsync(customer with { Portals = [.. customer.Portals.TakeLast(MostPages - 1), opened] }, []);
        return opened.Id;
    }

    public Task<string?> FindSubscription(string id) => Task.FromResult(
        _customer?.Subscription(id) is { } subscription ? SandboxJson.Of(_customer, subscription).ToJsonString() : null);

    public Task<string?> SetCancelAtPeriodEnd(string id, bool cancel) =>
        ChangeAsync(id, (ledger, subscription, now) => ledger.SetCancelAtPeriodEnd(subscription, cancel, now));

    public Task<string?> CancelNow(string id) => ChangeAsync(id, (ledger, subscription, now) => ledger.End(subscription, now));

    public Task<IReadOnlyList<string>> InvoicesOf() => Task.FromResult<IReadOnlyList<string>>(
        _customer is { } customer ? [.. customer.Invoices.Reverse().Select(invoice => SandboxJson.Of(customer, invoice).ToJsonString())] : []);

    public Task UsePaymentMethod(string id, SandboxCard card) => HappenAsync((ledger, now) => ledger.ChangeCard(id, card, now));

    public async Task Remove()
    {
        if (_customer is not { IsDeleted: false }) return;
        await HappenAsync((ledger, now) =>
        {
            foreach (var subscription in ledger.Customer.Subscriptions) ledger.End(subscription, now);
        });
        // The email goes, and the pages; what is told of the end still goes out.
        await SaveAsync(_customer! with { IsDeleted = true, Email = "", Sessions = [], Portals = [] }, []);
    }

    private async Task<string?> ChangeAsync(string id, Action<SandboxLedger, SandboxSubscription, DateTimeOffset> change)
    {
        if (_customer?.Subscription(id) is null) return null;
        await HappenAsync((ledger, now) => change(ledger, ledger.Customer.Subscription(id)!, now));
        return await FindSubscription(id);
    }

    private SandboxCustomer Existing() => _customer ?? throw new PaymentsException("There is no such customer.");

    /// <summary>Lets something happen, after all that should have happened before, and begins to tell of it.</summary>
    private async Task HappenAsync(Action<SandboxLedger, DateTimeOffset> happen)
    {
        var now = clock.GetUtcNow();
        var ledger = new SandboxLedger(Existing(), ids);
        ledger.Advance(now);
        happen(ledger, now);
        if (ReferenceEquals(ledger.Customer, _customer)) return;
        await SaveAsync(ledger.Customer, ledger.Events);
        StartDelivering();
    }

    private async Task SaveAsync(SandboxCustomer next, IReadOnlyList<string> events)
    {
        var deliveries = Deliveries(next, events);
        next = next with { Positions = next.Positions + deliveries.Count };
        // Before what it is for: a crash in between costs a wake-up for nothing.
        await PlanAsync(next, deliveries);
        try
        {
            await store.SaveAsync(next, _revision, deliveries);
        }
        catch (StoreException)
        {
            DeactivateOnIdle();
            throw;
        }

        (_customer, _revision) = (next, _revision + 1);
    }

    private List<SandboxDelivery> Deliveries(SandboxCustomer customer, IReadOnlyList<string> events)
    {
        var mischief = customer.Mischief;
        var sent = mischief.Reversed ? events.Reverse() : events;
        if (mischief.Twice) sent = sent.SelectMany(body => new[] { body, body });
        var notBefore = clock.GetUtcNow().AddSeconds(mischief.DelaySeconds);
        return [.. sent.Select((body, index) => new SandboxDelivery(customer.Positions + index + 1, customer.WebhookAddress, body, notBefore))];
    }
}
