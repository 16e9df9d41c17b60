using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Billing.Payments;
using Platform.Identity;
using Platform.Wallets;
using Platform.Workspaces;

namespace Platform.Billing;

/// <summary>
/// What an owner wants of the payment service. <c>Get</c>, <c>Invoices</c> and <c>Current</c> interleave with the rest, which is safe because
/// they show only what was saved.
/// </summary>
[GrainType("billing")]
internal sealed partial class BillingGrain(
    [PersistentState("billing")] IPersistentState<BillingState> storage,
    IPaymentService payments,
    BillingStore store,
    IGrainFactory grains,
    TimeProvider clock,
    IOptions<StripeOptions> options,
    ILogger<BillingGrain> logger) : Grain, IBillingGrain, IBillingEventsGrain, IAllowanceGrain
{
    private static readonly Refusal NoSubscription = new(RefusalKind.NotFound, "No active subscription");
    private static readonly Refusal NoOwner = new(RefusalKind.NotFound, "The account or the workspace is gone.");
    private static readonly Refusal NothingScheduled = new(RefusalKind.NotPossibleNow, "Subscription is not scheduled for cancellation");
    private static readonly Refusal Unavailable = new(
        RefusalKind.PaymentsUnavailable, "The payment service can't be reached. Nothing was charged. Please try again.");

    private readonly Durable<BillingState> _billing = new(storage);

    private string Id => this.GetPrimaryKeyString();

    private BillingState State => _billing.Value ?? new BillingState();

    public Task<Subscription> Get(string product) => Task.FromResult(View(State, PlanCatalogue.Of(product)));

    public Task<Outcome<CheckoutSession>> Checkout(NewCheckout checkout) => AskAsync<CheckoutSession>(async () =>
    {
        var catalogue = PlanCatalogue.Of(checkout.Payer.Product);
        if (catalogue[checkout.PlanId] is not { IsFree: false } plan)
            return new Refusal(RefusalKind.Invalid, $"There is no plan of this name for sale: {checkout.PlanId}", "plan");
        if (await CustomerAsync(checkout.Payer) is not { } state) return NoOwner;
        if (state.Plan(catalogue).Id == plan.Id)
            return new Refusal(RefusalKind.NotPossibleNow, $"You already have the {plan.Name} plan.");
        return await payments.CreateCheckoutAsync(Id, state.CustomerId!, plan, checkout, $"checkout:{checkout.OperationId}");
    });

    public Task<Outcome<PortalSession>> OpenPortal(Payer payer, string returnUrl, string operationId) => AskAsync<PortalSession>(async () =>
    {
        if (await CustomerAsync(payer) is not { } state) return NoOwner;
        return await payments.CreatePortalAsync(state.CustomerId!, returnUrl, payer.Origin, $"portal:{operationId}");
    });

    public Task<Outcome<Subscription>> Cancel(string operationId, bool immediately) => AskAsync<Subscription>(async () =>
    {
        var running = State.Subscriptions.Where(known => SubscriptionStatuses.IsRunning(known.Status)).ToList();
        if (running.Count == 0) return NoSubscription;
        foreach (var known in running.Where(known => immediately || !known.CancelsAtPeriodEnd))
        {
            var key = $"cancel:{operationId}:{known.Id}";
            await TakeChangedAsync(immediately
                ? await payments.CancelAsync(known.Id, key)
                : await payments.SetCancelAtPeriodEndAsync(known.Id, cancel: true, key));
        }

        // It may have ended before anybody told us.
        return immediately || State.Current is { } current && SubscriptionStatuses.IsRunning(current.Status)
            ? View(State, PlanCatalogue.Of(State.Product))
            : NoSubscription;
    });

    public Task<Outcome<Subscription>> Reactivate(string operationId) => AskAsync<Subscription>(async () =>
    {
        if (State.Current is not { } current || !SubscriptionStatuses.IsRunning(current.Status)) return NoSubscription;
        if (!current.CancelsAtPeriodEnd) return NothingScheduled;
        await TakeChangedAsync(await payments.SetCancelAtPeriodEndAsync(current.Id, cancel: false, $"reactivate:{operationId}:{current.Id}"));
        // It may have ended meanwhile, and nothing brings it back.
        return State.Current is { CancelsAtPeriodEnd: false } back && SubscriptionStatuses.IsRunning(back.Status)
            ? View(State, PlanCatalogue.Of(State.Product))
            : NoSubscription;
    });

    public Task<Outcome<PaymentMethod>> SetPaymentMethod(Payer payer, string paymentMethodId, string operationId) => AskAsync<PaymentMethod>(async () =>
    {
        if (await CustomerAsync(payer) is not { } state) return NoOwner;
        return await payments.UsePaymentMethodAsync(state.CustomerId!, paymentMethodId, $"method:{operationId}") is { } method
            ? method
            : new Refusal(RefusalKind.Invalid, "This payment method can't be used.", "payment_method_id");
    });

    public Task<InvoicePage> Invoices(int offset, int limit) => store.InvoicesAsync(Id, offset, limit);

    public async Task Delete()
    {
        if (_billing.Value is not { } state) return;
        if (state.CustomerId is { } customer) await payments.DeleteCustomerAsync(customer);
        // What is left says that the owner is gone, for events that come late.
        await _billing.SaveAsync(new BillingState { Product = state.Product, IsClosed = true });
        await store.DeleteAsync(Id);
        DeactivateOnIdle();
    }

    /// <summary>The owner, known to the payment service from now on; null where they are gone, and nobody would forget them again.</summary>
    private async Task<BillingState?> CustomerAsync(Payer payer)
    {
        var state = State;
        if (state.CustomerId is not null) return state;
        if (state.IsClosed || await ProductOfOwnerAsync() is null) return null;
        var customer = await payments.CreateCustomerAsync(Id, payer, $"customer:{Id}");
        // First, so that whatever is told of this customer finds its owner.
        await store.LinkAsync(Id, customer);
        state = state with { Product = payer.Product, CustomerId = customer };
        await _billing.SaveAsync(state);
        return state;
    }

    /// <summary>The product of the account or the workspace that this is about; null where there is neither.</summary>
    private async Task<string?> ProductOfOwnerAsync() =>
        (await grains.GetGrain<IUserGrain>(Id).GetAccount()).Value?.Product
        ?? (await grains.GetGrain<IWorkspaceGrain>(Id).Exists() ? Products.MascotForge : null);

    private static async Task<Outcome<T>> AskAsync<T>(Func<Task<Outcome<T>>> ask) where T : class
    {
        try
        {
            return await ask();
        }
        catch (PaymentsException)
        {
            return Unavailable;
        }
    }

    private Subscription View(BillingState state, PlanCatalogue catalogue)
    {
        var month = Month.Of(clock.GetUtcNow());
        var plan = state.Plan(catalogue);
        return state.Current is { } current
            ? new Subscription(
                plan.Id,
                SubscriptionStatuses.ToStatus(current.Status),
                current.PeriodStart,
                current.PeriodEnd,
                current.CancelsAtPeriodEnd && SubscriptionStatuses.IsRunning(current.Status),
                state.CustomerId,
                current.Id)
            : new Subscription(plan.Id, SubscriptionStatus.Active, month.Start, month.End, CancelsAtPeriodEnd: false, state.CustomerId, Id: null);
    }
}
