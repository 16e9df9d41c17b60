using Platform.Billing;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Billing;

public sealed class BillingStoreTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _name = Guid.NewGuid().ToString("N");

    [Theory, OnSqlite, OnPostgres]
    public async Task An_event_waits_for_its_customer_or_its_subscription_until_it_is_settled_and_then_never_again(string engine)
    {
        var store = await OpenAsync(engine);
        var told = Told("1");
        await store.ParkAsync(told, "body");
        await store.ParkAsync(told, "again");
        Assert.False(await store.IsSettledAsync(told.Id));
        Assert.Equal("body", Assert.Single(await store.WaitingForAsync(told.CustomerId, null)).Body);
        Assert.Equal(told.Id, Assert.Single(await store.WaitingForAsync("another", told.SubscriptionId)).Id);
        Assert.Single(await store.WaitingForAsync(told.CustomerId, told.SubscriptionId));
        Assert.Empty(await store.WaitingForAsync("another", "another"));

        await store.SettleAsync(told, carriedOut: true);
        await store.SettleAsync(told, carriedOut: false);
        await store.ParkAsync(told, "late");
        Assert.True(await store.IsSettledAsync(told.Id));
        Assert.Empty(await store.WaitingForAsync(told.CustomerId, told.SubscriptionId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paid_invoice_stays_paid_and_its_owners(string engine)
    {
        var store = await OpenAsync(engine);
        var failed = new Invoice($"in_{_name}", InvoiceStatus.Failed, 999, "USD", "pro", Now, Now, Now.AddMonths(1), null);
        var paid = failed with { Status = InvoiceStatus.Paid, Url = "https://example.com/invoice" };
        await store.SaveInvoiceAsync(_name, failed);
        await store.SaveInvoiceAsync(_name, paid);
        await store.SaveInvoiceAsync(_name, failed);
        await store.SaveInvoiceAsync("somebody else", paid);

        var page = await store.InvoicesAsync(_name, 0, 10);
        Assert.Equal((paid, 1), (Assert.Single(page.Items), page.Total));
        Assert.Empty((await store.InvoicesAsync("somebody else", 0, 10)).Items);
        Assert.Empty((await store.InvoicesAsync(_name, 1, 10)).Items);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whose_something_is_never_changes_and_a_plan_does_until_its_owner_goes(string engine)
    {
        var store = await OpenAsync(engine);
        await store.LinkAsync(_name, $"cus_{_name}", null, "");
        await store.LinkAsync("a thief", $"cus_{_name}", $"sub_{_name}");
        Assert.Equal(_name, await store.OwnerOfAsync(null, $"cus_{_name}"));
        Assert.Null(await store.OwnerOfAsync(null, "unknown"));

        await store.SavePlanAsync(_name, "pro");
        await store.SavePlanAsync(_name, "ultimate");
        Assert.Equal("ultimate", await store.PlanOfAsync(_name));
        await store.DeleteAsync(_name);
        Assert.Null(await store.PlanOfAsync(_name));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_event_that_came_last_is_known_for_each_product(string engine)
    {
        var store = await OpenAsync(engine);
        Assert.Null((await store.LastAsync(_name)).EventType);
        await store.SettleAsync(Told("2") with { Type = "invoice.paid", ReceivedAt = Now.AddSeconds(5) }, carriedOut: false);
        await store.SettleAsync(Told("3"), carriedOut: true);
        Assert.Equal(new LastWebhook("invoice.paid", Now.AddSeconds(5)), await store.LastAsync(_name));
    }

    [Theory]
    [InlineData(BillingStore.SelectInvoices, "invoices_of_owner")]
    [InlineData(BillingStore.SelectWaitingForCustomer, "stripe_events_waiting_for_customer")]
    [InlineData(BillingStore.SelectWaitingForSubscription, "stripe_events_waiting_for_subscription")]
    [InlineData(BillingStore.SelectLast, "stripe_events_of_product")]
    public Task No_read_looks_at_a_whole_table_or_sorts(string sql, string index) => QueryPlan.AssertSearchesAsync(databases, sql, index);

    private ToldEvent Told(string number) =>
        new($"evt_{_name}_{number}", _name, "invoice.payment_succeeded", $"cus_{_name}", $"sub_{_name}", Now);

    private async Task<BillingStore> OpenAsync(string engine) => new((await databases.SharedAsync(engine)).Node);
}
