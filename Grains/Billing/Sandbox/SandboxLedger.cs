namespace Platform.Billing.Sandbox;

/// <summary>
/// What happens to a customer, step by step, and what Stripe would tell of it. It knows nothing of actors, tables or the clock: give it a
/// customer and a moment, and take what it has become, and the events.
/// </summary>
internal sealed class SandboxLedger(SandboxCustomer customer, IdSource ids)
{
    /// <summary>After so many failures a subscription ends.</summary>
    private const int MostFailures = 4;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromDays(3);

    private readonly List<string> _events = [];

    public SandboxCustomer Customer { get; private set; } = customer;

    /// <summary>The bodies of the events so far, in the order in which Stripe would send them.</summary>
    public IReadOnlyList<string> Events => _events;

    private PlanCatalogue Catalogue => PlanCatalogue.Of(Customer.Product);

    /// <summary>A checkout is paid: its subscription begins.</summary>
    public void Pay(SandboxSession session, SandboxCard card, DateTimeOffset now)
    {
        var plan = Catalogue[session.PlanId]!;
        var subscription = new SandboxSubscription(Number("sub"), plan.Id, "active", now, now, now.AddMonths(1));
        var paid = session with { SubscriptionId = subscription.Id };
        var method = Number("pm");
        Customer = Customer with
        {
            Card = card,
            PaymentMethodId = method,
            Sessions = [.. Customer.Sessions.Select(other => other.Id == session.Id ? paid : other)],
        };
        Customer = Customer.With(subscription);
        var invoice = Bill(subscription, "subscription_create", isPaid: true, now);
        Tell("customer.subscription.created", SandboxJson.Of(Customer, subscription), now);
        Tell("invoice.paid", SandboxJson.Of(Customer, invoice), now);
        Tell("invoice.payment_succeeded", SandboxJson.Of(Customer, invoice), now);
        Tell("checkout.session.completed", SandboxJson.Of(Customer, paid, plan), now);
    }

    /// <summary>What was scheduled to happen up to now happens, at its own time.</summary>
    public void Advance(DateTimeOffset now)
    {
        while (Customer.Subscriptions.Where(one => one.DueAt <= now).MinBy(one => one.DueAt) is { } due) Happen(due, due.DueAt!.Value);
    }

    /// <summary>The next period begins now.</summary>
    public void Renew(SandboxSubscription subscription, DateTimeOffset now)
    {
        if (!subscription.HasEnded) Happen(subscription with { PeriodEnd = now, RetryAt = null }, now);
    }

    public void SetCancelAtPeriodEnd(SandboxSubscription subscription, bool cancel, DateTimeOffset now)
    {
        if (subscription.HasEnded || subscription.CancelAtPeriodEnd == cancel) return;
        Change(subscription with { CancelAtPeriodEnd = cancel }, now);
    }

    public void End(SandboxSubscription subscription, DateTimeOffset now)
    {
        if (subscription.HasEnded) return;
        var ended = subscription with { Status = "canceled", EndedAt = now, RetryAt = null };
        Customer = Customer.With(ended);
        Tell("customer.subscription.deleted", SandboxJson.Of(Customer, ended), now);
    }

    /// <summary>A new card pays at once what is due.</summary>
    public void ChangeCard(string paymentMethodId, SandboxCard card, DateTimeOffset now)
    {
        Customer = Customer with { PaymentMethodId = paymentMethodId, Card = card };
        foreach (var subscription in Customer.Subscriptions.Where(one => one is { HasEnded: false, DueInvoiceId: not null }).ToList())
            TryAgain(subscription, now);
    }

    /// <summary>From now on the events go out in another way.</summary>
    public void SetMail(Mischief mischief)
    {
        if (Customer.Mischief != mischief) Customer = Customer with { Mischief = mischief };
    }

    public string Number(string kind)
    {
        Customer = Customer with { Numbers = Customer.Numbers + 1 };
        return $"{kind}_{Customer.Id[4..]}_{Customer.Numbers}";
    }

    /// <summary>Unlike a number it can't be guessed.</summary>
    public string Secret(string kind) => $"{kind}_{Customer.Id[4..]}_{ids.NextSecret()}";

    private void Happen(SandboxSubscription subscription, DateTimeOffset at)
    {
        if (at < subscription.PeriodEnd) TryAgain(subscription, at);
        else if (subscription.CancelAtPeriodEnd) End(subscription, at);
        else Begin(subscription, at);
    }

    private void Begin(SandboxSubscription subscription, DateTimeOffset at)
    {
        // Counted from the first: a period that began on the 31st must not end on the 28th for ever. One that was moved by hand counts anew.
        var onGrid = subscription.CreatedAt.AddMonths(subscription.Periods) == at;
        var next = subscription with
        {
            PeriodStart = at,
            PeriodEnd = onGrid ? subscription.CreatedAt.AddMonths(subscription.Periods + 1) : at.AddMonths(1),
            Periods = subscription.Periods + 1,
        };
        Customer = Customer.With(next);
        if (Customer.Card == SandboxCard.Pays)
        {
            var paid = Bill(next, "subscription_cycle", isPaid: true, at);
            Change(next with { Status = "active", DueInvoiceId = null, Failures = 0, RetryAt = null }, at);
            Tell("invoice.payment_succeeded", SandboxJson.Of(Customer, paid), at);
            return;
        }

        var due = Bill(next, "subscription_cycle", isPaid: false, at);
        Fail(next with { DueInvoiceId = due.Id, Failures = 0 }, due, at);
    }

    private void TryAgain(SandboxSubscription subscription, DateTimeOffset at)
    {
        var due = Customer.Invoices.First(invoice => invoice.Id == subscription.DueInvoiceId);
        if (Customer.Card != SandboxCard.Pays)
        {
            Fail(subscription, due, at);
            return;
        }

        var paid = due with { IsPaid = true };
        Customer = Customer.With(paid);
        Change(subscription with { Status = "active", DueInvoiceId = null, Failures = 0, RetryAt = null }, at);
        Tell("invoice.payment_succeeded", SandboxJson.Of(Customer, paid), at);
    }

    private void Fail(SandboxSubscription subscription, SandboxInvoice due, DateTimeOffset at)
    {
        var failed = subscription with { Status = "past_due", Failures = subscription.Failures + 1, RetryAt = at + RetryAfter };
        Tell("invoice.payment_failed", SandboxJson.Of(Customer, due), at);
        if (failed.Failures < MostFailures) Change(failed, at);
        else End(failed, at);
    }

    private SandboxInvoice Bill(SandboxSubscription subscription, string reason, bool isPaid, DateTimeOffset at)
    {
        var invoice = new SandboxInvoice(
            Number("in"),
            subscription.Id,
            subscription.PlanId,
            reason,
            Catalogue[subscription.PlanId]!.Price,
            isPaid,
            at,
            subscription.PeriodStart,
            subscription.PeriodEnd);
        Customer = Customer.With(invoice);
        return invoice;
    }

    private void Change(SandboxSubscription changed, DateTimeOffset at)
    {
        Customer = Customer.With(changed);
        Tell("customer.subscription.updated", SandboxJson.Of(Customer, changed), at);
    }

    private void Tell(string type, System.Text.Json.Nodes.JsonObject inside, DateTimeOffset at) =>
        _events.Add(SandboxJson.Event(Number("evt"), type, inside, at));
}
