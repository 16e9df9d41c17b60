namespace Platform.Billing.Sandbox;

/// <summary>What whoever looks at the pages sees and does.</summary>
internal sealed partial class SandboxGrain
{
    public Task<Outcome<SandboxCheckout>> Checkout(string sessionId) => Task.FromResult<Outcome<SandboxCheckout>>(
        Session(sessionId) is { } session ? View(session) : UnknownPage);

    public async Task<Outcome<SandboxCheckout>> Pay(string sessionId, SandboxCard card, Mischief mischief)
    {
        if (Session(sessionId) is not { } session) return UnknownPage;
        if (session.SubscriptionId is not null) return View(session);
        if (card == SandboxCard.Declined) return CardDeclined;
        await HappenAsync((ledger, now) =>
        {
            ledger.SetMail(mischief);
            ledger.Pay(session, card, now);
        });
        return View(Session(sessionId)!);
    }

    public Task<Outcome<SandboxPortal>> Portal(string portalId) => Task.FromResult<Outcome<SandboxPortal>>(
        FindPortal(portalId) is { } portal ? View(portal) : UnknownPage);

    public async Task<Outcome<SandboxPortal>> Manage(string portalId, SandboxWish wish)
    {
        if (FindPortal(portalId) is not { } portal) return UnknownPage;
        if (wish is { Action: SandboxAction.ChangeCard, Card: SandboxCard.Declined }) return CardDeclined;
        await HappenAsync((ledger, now) => Fulfil(ledger, wish, now));
        return View(portal);
    }

    private static void Fulfil(SandboxLedger ledger, SandboxWish wish, DateTimeOffset now)
    {
        ledger.SetMail(wish.Mischief);
        if (wish.Action == SandboxAction.ChangeCard) ledger.ChangeCard(ledger.Number("pm"), wish.Card, now);
        if (ledger.Customer.Subscription(wish.SubscriptionId) is not { } subscription) return;
        if (wish.Action is SandboxAction.Cancel or SandboxAction.Reactivate)
            ledger.SetCancelAtPeriodEnd(subscription, wish.Action == SandboxAction.Cancel, now);
        else if (wish.Action == SandboxAction.Renew) ledger.Renew(subscription, now);
    }

    private SandboxSession? Session(string id) => Customer?.Sessions.FirstOrDefault(session => session.Id == id);

    private SandboxPortalSession? FindPortal(string id) => Customer?.Portals.FirstOrDefault(portal => portal.Id == id);

    private SandboxCustomer? Customer
    {
        get
        {
            // A wrong guess: not worth its memory.
            if (_customer is null) DeactivateOnIdle();
            return _customer;
        }
    }

    private string PlanName(string planId) => PlanCatalogue.Of(_customer!.Product)[planId]?.Name ?? planId;

    private SandboxCheckout View(SandboxSession session)
    {
        var plan = PlanCatalogue.Of(_customer!.Product)[session.PlanId]!;
        return new(
            session.Id,
            _customer.Product,
            plan.Name,
            plan.Price,
            PlanCatalogue.Currency,
            _customer.Email,
            session.SubscriptionId is not null,
            session.SuccessUrl,
            session.CancelUrl);
    }

    private SandboxPortal View(SandboxPortalSession portal) => new(
        portal.Id,
        _customer!.Product,
        _customer.Email,
        _customer.PaymentMethodId.Length == 0 ? "none" : $"•••• {SandboxIds.LastFour(_customer.Card)}",
        [.. _customer.Subscriptions.Reverse().Select(one =>
            new SandboxSubscriptionView(one.Id, PlanName(one.PlanId), one.Status, one.PeriodEnd, one.CancelAtPeriodEnd, one.HasEnded))],
        [.. _customer.Invoices.Reverse().Select(one => new SandboxInvoiceView(one.Id, one.CreatedAt, one.Amount, one.IsPaid))],
        _customer.Mischief,
        portal.ReturnUrl);
}
