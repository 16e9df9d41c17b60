using Microsoft.Extensions.Logging;
using Platform.Billing.Payments;
using Platform.Wallets;

namespace Platform.Billing;

/// <summary>
/// What the payment service tells. An event is a hint that something has changed: what counts is fetched. An event is settled after all that
/// it brings about, and each of those things happens once by a name of its own (a payment by its invoice), so that an event which comes again
/// after a crash between any two of them finishes what is missing and repeats nothing.
/// </summary>
internal sealed partial class BillingGrain
{
    public async Task<bool> Apply(string product, string body)
    {
        var told = StripeEvent.Parse(body)!;
        var state = await OwnerAsync(told);
        if (state is not null)
        {
            await TakeAsync(told);
            // Before this event is settled: after a crash in between it comes again, and what waits for it with it.
            await TakeWaitingAsync(told.CustomerId, told.SubscriptionId);
        }

        await store.SettleAsync(Log(told, product), carriedOut: state is not null);
        return state is not null;
    }

    private ToldEvent Log(StripeEvent told, string product) =>
        new(told.Id, product, told.Type, told.CustomerId, told.SubscriptionId, clock.GetUtcNow());

    /// <summary>What we know of the owner, or null where they are gone.</summary>
    private async Task<BillingState?> OwnerAsync(StripeEvent told)
    {
        if (_billing.Value is { } known) return known.IsClosed ? null : known;
        // Bought in a way that we didn't open, but for an account or a workspace of ours.
        if (await ProductOfOwnerAsync() is not { } product || PlanCatalogue.Find(product) is null) return null;
        await store.LinkAsync(Id, told.CustomerId);
        var state = new BillingState { Product = product, CustomerId = told.CustomerId };
        await _billing.SaveAsync(state);
        return state;
    }

    private async Task TakeAsync(StripeEvent told)
    {
        await store.LinkAsync(Id, told.CustomerId, told.SubscriptionId);
        if (told.SubscriptionId is { } subscription) await TakeSubscriptionAsync(subscription, told);
        if (told.Type == StripeEvent.CheckoutCompleted) await CompleteCheckoutAsync(told);
        else if (!told.IsSubscription) await TakeInvoiceAsync(StripeInvoice.Read(told.Object));
        await TellAsync();
    }

    private async Task TakeSubscriptionAsync(string id, StripeEvent told)
    {
        if (await payments.FindSubscriptionAsync(id) is { } fetched)
        {
            await SaveAsync(State.WithFetched(Known(fetched, told.CreatedAt)));
            return;
        }

        // Nothing to fetch: what was told has to do.
        if (told.IsSubscription) await SaveAsync(State.WithTold(Known(StripeSubscription.Read(told.Object), told.CreatedAt)));
        else if (told.Type == StripeEvent.CheckoutCompleted && told.Object.Text("payment_status") is "paid" or "no_payment_required")
            await SaveAsync(State.WithTold(Bought(id, told)));
    }

    /// <summary>
    /// What was bought takes the place of what the owner had, which is paid to the end of its period and not again. Invoices of which nothing
    /// was heard are looked up.
    /// </summary>
    private async Task CompleteCheckoutAsync(StripeEvent told)
    {
        var bought = State.Subscriptions.FirstOrDefault(known => known.Id == told.SubscriptionId);
        if (bought is not null && SubscriptionStatuses.GivesPlan(bought.Status))
        {
            foreach (var older in State.Renewing.Where(known => known.Id != bought.Id && known.CreatedAt <= bought.CreatedAt).ToList())
                await TakeChangedAsync(await payments.SetCancelAtPeriodEndAsync(older.Id, cancel: true, $"supersede:{older.Id}:{bought.Id}"));
        }

        if (told.CustomerId is not { } customer) return;
        foreach (var invoice in await payments.InvoicesAsync(customer)) await TakeInvoiceAsync(invoice);
    }

    private async Task TakeInvoiceAsync(StripeInvoice invoice)
    {
        var catalogue = PlanCatalogue.Of(State.Product);
        var known = State.Subscriptions.FirstOrDefault(candidate => candidate.Id == invoice.SubscriptionId);
        var planId = PlanId(invoice.PriceId, invoice.Metadata) ?? known?.PlanId;
        await store.SaveInvoiceAsync(Id, new Invoice(
            invoice.Id,
            invoice.IsPaid ? InvoiceStatus.Paid : InvoiceStatus.Failed,
            invoice.IsPaid ? invoice.AmountPaid : invoice.AmountDue,
            invoice.Currency,
            planId,
            invoice.CreatedAt,
            invoice.PeriodStart,
            invoice.PeriodEnd,
            invoice.Url));
        if (!invoice.IsPaid || !invoice.IsForPeriod) return;
        if (known is not null) await SaveAsync(State.WithPaidFrom(known.Id, invoice.PeriodStart ?? known.PeriodStart));
        if (catalogue.Allowance == AllowanceStyle.Credits && catalogue[planId] is { IsFree: false } plan) await GrantAsync(plan, invoice.Id);
    }

    /// <summary>Once for each invoice, whatever is told of it how often.</summary>
    private async Task GrantAsync(Plan plan, string invoiceId)
    {
        var grant = new WalletChange(
            $"invoice:{invoiceId}", LedgerEntryType.SubscriptionGrant, plan.Limits.Allowance, $"{plan.Name}: monthly credits");
        if ((await grains.GetGrain<IWalletGrain>(Id).Deposit(grant)).Refusal is { } refusal) LogNotGranted(invoiceId, refusal.Message);
    }

    /// <summary>Carries out what waited until it was known whose this customer and this subscription are.</summary>
    private async Task TakeWaitingAsync(string? customerId, string? subscriptionId)
    {
        foreach (var parked in await store.WaitingForAsync(customerId, subscriptionId))
        {
            var told = StripeEvent.Parse(parked.Body)!;
            await TakeAsync(told);
            await store.SettleAsync(Log(told, parked.Product), carriedOut: true);
        }
    }

    /// <summary>Takes over what a change of ours has led to.</summary>
    private async Task TakeChangedAsync(StripeSubscription? changed)
    {
        if (changed is null) return;
        await SaveAsync(State.WithFetched(Known(changed, clock.GetUtcNow())));
        await TellAsync();
    }

    private Task SaveAsync(BillingState next) => ReferenceEquals(next, State) ? Task.CompletedTask : _billing.SaveAsync(next);

    /// <summary>Lets the plan count: for the owner's limits, and for what the wallet allows.</summary>
    private async Task TellAsync()
    {
        var catalogue = PlanCatalogue.Of(State.Product);
        var plan = State.Plan(catalogue);
        await store.SavePlanAsync(Id, plan.Id);
        await grains.GetGrain<IPlanHolderGrain>(Id).PlanChanged(plan.Id);
        if (catalogue.Allowance != AllowanceStyle.None) await grains.GetGrain<IWalletGrain>(Id).RefreshAllowance();
    }

    private KnownSubscription Known(StripeSubscription subscription, DateTimeOffset asOf) =>
        KnownSubscription.Of(subscription, PlanId(subscription.PriceId, subscription.Metadata), asOf);

    private static KnownSubscription Bought(string id, StripeEvent told) => new(
        id,
        StripeMetadata.Read(told.Object.Find("metadata")).PlanId,
        "active",
        told.CreatedAt,
        told.CreatedAt.AddMonths(1),
        CancelsAtPeriodEnd: false,
        told.CreatedAt,
        told.CreatedAt);

    /// <summary>A price tells more than what was written on it when it was bought: the plan may have been changed at Stripe.</summary>
    private string? PlanId(string? priceId, StripeMetadata metadata) => options.Value.PlanOf(State.Product, priceId) ?? metadata.PlanId;

    [LoggerMessage(Level = LogLevel.Error, Message = "Invoice {Invoice} was paid, but its credits were refused: {Reason}")]
    private partial void LogNotGranted(string invoice, string reason);
}
