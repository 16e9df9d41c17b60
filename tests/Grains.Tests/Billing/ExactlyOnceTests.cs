using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Platform.Billing;
using Platform.Billing.Sandbox;
using Platform.Wallets;
using Stripe;

namespace Platform.Tests.Billing;

/// <summary>
/// However the events of purchases are ordered, repeated and delivered at once, every invoice that was paid is granted once.
/// </summary>
[Collection(nameof(PlatformCluster))]
public sealed class ExactlyOnceTests(PlatformCluster cluster)
{
    private const int Free = 30;
    private const int Credits = 500;

    [Property(MaxTest = 15)]
    public async Task Every_paid_invoice_is_granted_once(bool twoSubscriptions, byte many, int seed)
    {
        var (subscriptions, invoices, random) = (twoSubscriptions ? 2 : 1, 1 + many % 4, new Random(seed));
        var owner = Guid.NewGuid().ToString();
        await cluster.OpenAccountAsync(owner, Products.MascotForge);
        List<string> events = [];
        for (var number = 0; number < subscriptions; number++) events.AddRange(Story(owner, $"sub_{Guid.NewGuid():N}", invoices));

        // Each comes one to three times, from many sides.
        var told = events.SelectMany(body => Enumerable.Repeat(body, random.Next(1, 4))).ToArray();
        random.Shuffle(told);
        await Parallel.ForEachAsync(told, new ParallelOptions { MaxDegreeOfParallelism = random.Next(1, 9) }, async (body, _) => await TellAsync(body));

        var wallet = cluster.Grains.GetGrain<IWalletGrain>(owner);
        var ledger = await wallet.Entries(1, 100, LedgerEntryType.SubscriptionGrant);
        var grants = ledger.Items.Where(entry => entry.Key.StartsWith("invoice:", StringComparison.Ordinal)).ToList();
        Assert.Equal(subscriptions * invoices, grants.Count);
        Assert.All(grants, grant => Assert.Equal(Credits, grant.Amount));
        // The month's own credits may have come first or never, but no more than once.
        Assert.Contains((await wallet.Balance()).Balance - subscriptions * invoices * Credits, new long[] { 0, Free });
        Assert.Equal("creator", (await cluster.Grains.GetGrain<IBillingGrain>(owner).Get(Products.MascotForge)).PlanId);
    }

    /// <summary>A subscription that is bought and renewed: a checkout, changes, and of each invoice a failure and two kinds of success.</summary>
    private IEnumerable<string> Story(string owner, string subscription, int invoices)
    {
        yield return Event("checkout.session.completed", new JsonObject
        {
            ["object"] = "checkout.session",
            ["client_reference_id"] = owner,
            ["customer"] = $"cus_{subscription}",
            ["subscription"] = subscription,
            ["payment_status"] = "paid",
            ["metadata"] = Metadata(owner),
        });
        yield return Event("customer.subscription.updated", new JsonObject
        {
            ["id"] = subscription,
            ["object"] = "subscription",
            ["customer"] = $"cus_{subscription}",
            ["created"] = Now,
            ["status"] = "active",
            ["metadata"] = Metadata(owner),
        });
        for (var number = 0; number < invoices; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"in_{subscription}_{number}");
            yield return Event("invoice.payment_failed", Invoice(id, owner, subscription, number, isPaid: false));
            yield return Event("invoice.paid", Invoice(id, owner, subscription, number, isPaid: true));
            yield return Event("invoice.payment_succeeded", Invoice(id, owner, subscription, number, isPaid: true));
        }
    }

    private long Now => cluster.Clock.GetUtcNow().ToUnixTimeSeconds();

    private JsonObject Invoice(string id, string owner, string subscription, int number, bool isPaid) => new()
    {
        ["id"] = id,
        ["object"] = "invoice",
        ["customer"] = $"cus_{subscription}",
        ["billing_reason"] = number == 0 ? "subscription_create" : "subscription_cycle",
        ["created"] = Now + number,
        ["status"] = isPaid ? "paid" : "open",
        // The account is known by the subscription only, in one of two invoices.
        ["parent"] = new JsonObject
        {
            ["subscription_details"] = new JsonObject
            {
                ["subscription"] = subscription,
                ["metadata"] = number % 2 == 0 ? Metadata(owner) : new JsonObject { ["plan"] = "creator" },
            },
        },
    };

    private string Event(string type, JsonObject inside) => new JsonObject
    {
        ["id"] = $"evt_{Guid.NewGuid():N}",
        ["type"] = type,
        ["created"] = Now,
        ["data"] = new JsonObject { ["object"] = inside },
    }.ToJsonString();

    private static JsonObject Metadata(string owner) => new() { ["owner_id"] = owner, ["plan"] = "creator" };

    private async Task TellAsync(string body)
    {
        var secret = await cluster.Grains.GetGrain<ISandboxSecretGrain>(ISandboxSecretGrain.TheKey).Get();
        var signature = EventUtility.GenerateSignatureHeader(body, secret, Now);
        var receipt = await cluster.Grains.GetGrain<IWebhookGrain>(Products.MascotForge).Receive(Encoding.UTF8.GetBytes(body), signature);
        Assert.NotEqual(WebhookVerdict.Refused, receipt.Verdict);
    }
}
