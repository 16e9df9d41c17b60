using Dapper;
using Platform.Storage;

namespace Platform.Billing;

/// <summary>What Stripe has told, whose its customers and subscriptions are, and what was billed.</summary>
internal sealed class BillingStore(Database database)
{
    private const string InsertEvent = """
        INSERT INTO stripe_events (event_id, product, type, status, customer_id, subscription_id, body, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    /// <summary>One that waited is settled; one that is settled stays as it is.</summary>
    private const string SettleEvent = InsertEvent + """
         ON CONFLICT (event_id) DO UPDATE SET status = excluded.status, body = NULL WHERE stripe_events.status = 0
        """;

    private const string InsertLink = "INSERT INTO stripe_links (stripe_id, owner_id) VALUES ($1, $2) ON CONFLICT (stripe_id) DO NOTHING";

    /// <summary>What was paid stays paid.</summary>
    private const string UpsertInvoice = """
        INSERT INTO invoices (invoice_id, owner_id, status, amount, currency, plan_id, created_at, period_start, period_end, url)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (invoice_id) DO UPDATE SET status = excluded.status, amount = excluded.amount, url = excluded.url
        WHERE invoices.owner_id = excluded.owner_id AND invoices.status < excluded.status
        """;

    internal const string SelectInvoices = """
        SELECT invoice_id AS id, status, amount, currency, plan_id AS planId, created_at AS createdAt, period_start AS periodStart,
            period_end AS periodEnd, url
        FROM invoices WHERE owner_id = @ownerId ORDER BY created_at DESC, invoice_id DESC LIMIT @limit OFFSET @offset
        """;

    internal const string SelectWaitingForCustomer =
        "SELECT event_id AS id, product, body FROM stripe_events WHERE status = 0 AND customer_id = @customerId";

    internal const string SelectWaitingForSubscription =
        "SELECT event_id AS id, product, body FROM stripe_events WHERE status = 0 AND subscription_id = @subscriptionId";

    private const string SelectWaiting = $"{SelectWaitingForCustomer} UNION {SelectWaitingForSubscription}";

    internal const string SelectLast = """
        SELECT type, received_at AS receivedAt FROM stripe_events WHERE product = @product ORDER BY received_at DESC LIMIT 1
        """;

    private const string UpsertPlan = """
        INSERT INTO owner_plans (owner_id, plan_id) VALUES ($1, $2) ON CONFLICT (owner_id) DO UPDATE SET plan_id = excluded.plan_id
        """;

    /// <summary>Which plan counts for an owner; null: the free one.</summary>
    public Task<string?> PlanOfAsync(string ownerId) => database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<string?>("SELECT plan_id FROM owner_plans WHERE owner_id = @ownerId", new { ownerId }));

    public Task SavePlanAsync(string ownerId, string planId) => database.WriteAsync(new Statement(UpsertPlan, [ownerId, planId]));

    /// <summary>Whether an event is settled: carried out, or ignored.</summary>
    public Task<bool> IsSettledAsync(string eventId) => database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>(
        "SELECT COUNT(*) FROM stripe_events WHERE event_id = @eventId AND status <> 0", new { eventId }) > 0);

    public Task SettleAsync(ToldEvent told, bool carriedOut) => database.WriteAsync(Insert(SettleEvent, told, carriedOut ? 1 : 2, body: null));

    /// <summary>Keeps an event until its account is known. One that is kept already stays.</summary>
    public async Task ParkAsync(ToldEvent told, string body)
    {
        try
        {
            await database.WriteAsync(Insert(InsertEvent, told, status: 0, body));
        }
        catch (StoreConflictException)
        {
            // It was told twice.
        }
    }

    /// <summary>The events that wait for the account of this customer or this subscription.</summary>
    public async Task<IReadOnlyList<ParkedEvent>> WaitingForAsync(string? customerId, string? subscriptionId) =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<ParkedEvent>(SelectWaiting, new { customerId, subscriptionId }))];

    /// <summary>Notes whose these are. What is known stays.</summary>
    public Task LinkAsync(string ownerId, params IEnumerable<string?> stripeIds) => database.WriteAsync(
        [.. stripeIds.OfType<string>().Where(id => id.Length > 0).Select(id => new Statement(InsertLink, [id, ownerId]))]);

    /// <summary>Whose customer or subscription this is, or null.</summary>
    public async Task<string?> OwnerOfAsync(params IEnumerable<string?> stripeIds)
    {
        foreach (var id in stripeIds.OfType<string>())
        {
            var owner = await database.ReadAsync(connection =>
                connection.ExecuteScalarAsync<string?>("SELECT owner_id FROM stripe_links WHERE stripe_id = @id", new { id }));
            if (owner is not null) return owner;
        }

        return null;
    }

    public Task SaveInvoiceAsync(string ownerId, Invoice invoice) => database.WriteAsync(new Statement(
        UpsertInvoice,
        [
            invoice.Id,
            ownerId,
            (int)invoice.Status,
            invoice.Amount,
            invoice.Currency,
            invoice.PlanId,
            Instant.ToStored(invoice.CreatedAt),
            invoice.PeriodStart is { } start ? Instant.ToStored(start) : null,
            invoice.PeriodEnd is { } end ? Instant.ToStored(end) : null,
            invoice.Url,
        ]));

    /// <summary>Some invoices of an owner, the newest first.</summary>
    public async Task<InvoicePage> InvoicesAsync(string ownerId, int offset, int limit)
    {
        var (rows, total) = await database.ReadAsync(async connection => (
            await connection.QueryAsync<InvoiceRow>(SelectInvoices, new { ownerId, offset, limit }),
            await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM invoices WHERE owner_id = @ownerId", new { ownerId })));
        return new InvoicePage([.. rows.Select(row => row.ToInvoice())], total);
    }

    /// <summary>The event that arrived last at a product's address.</summary>
    public async Task<LastWebhook> LastAsync(string product)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<LastRow>(SelectLast, new { product }));
        return row is null ? new LastWebhook(null, null) : new LastWebhook(row.Type, Instant.FromStored(row.ReceivedAt));
    }

    /// <summary>Forgets an owner. Events stay, because they name nobody; links stay too, so that a late event finds that its owner is gone.</summary>
    public Task DeleteAsync(string ownerId) => database.WriteAsync(
        new Statement("DELETE FROM invoices WHERE owner_id = $1", [ownerId]), new Statement("DELETE FROM owner_plans WHERE owner_id = $1", [ownerId]));

    private static Statement Insert(string sql, ToldEvent told, int status, string? body) => new(
        sql,
        [told.Id, told.Product, told.Type, status, told.CustomerId, told.SubscriptionId, body, Instant.ToStored(told.ReceivedAt)]);

    private sealed class LastRow
    {
        public string Type { get; init; } = "";

        public long ReceivedAt { get; init; }
    }

    private sealed class InvoiceRow
    {
        public string Id { get; init; } = "";

        public long Status { get; init; }

        public long Amount { get; init; }

        public string Currency { get; init; } = "";

        public string? PlanId { get; init; }

        public long CreatedAt { get; init; }

        public long? PeriodStart { get; init; }

        public long? PeriodEnd { get; init; }

        public string? Url { get; init; }

        public Invoice ToInvoice() => new(
            Id,
            (InvoiceStatus)Status,
            Amount,
            Currency,
            PlanId,
            Instant.FromStored(CreatedAt),
            PeriodStart is { } start ? Instant.FromStored(start) : null,
            PeriodEnd is { } end ? Instant.FromStored(end) : null,
            Url);
    }
}

/// <summary>An event as the log of events has it.</summary>
internal sealed record ToldEvent(string Id, string Product, string Type, string? CustomerId, string? SubscriptionId, DateTimeOffset ReceivedAt);

/// <summary>An event that waits for its account.</summary>
internal sealed class ParkedEvent
{
    public string Id { get; init; } = "";

    public string Product { get; init; } = "";

    public string Body { get; init; } = "";
}
