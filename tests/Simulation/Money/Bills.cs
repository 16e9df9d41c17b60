using System.Text;
using System.Text.Json.Nodes;
using Platform.Billing;
using Platform.Billing.Sandbox;
using Stripe;

namespace Platform.Simulation.Money;

/// <summary>
/// Stripe's mail for one owner: a subscription, and an invoice each month. Every event is sent until it is taken, some twice, the newest first.
/// </summary>
internal sealed class Bills(string owner, int seed)
{
    public const int Credits = 500;

    private readonly Random _random = new(seed);
    private readonly string _subscription = $"sub_{Guid.NewGuid():N}";
    private readonly List<string> _outgoing = [];
    private int _invoices;
    private int _lives;

    /// <summary>The invoices that were paid.</summary>
    public IEnumerable<string> Paid => Enumerable.Range(0, _invoices).Select(Invoice);

    public void PayMonth(DateTimeOffset now)
    {
        if (_invoices == 0) Put(now, "checkout.session.completed", Checkout());
        Put(now, "invoice.payment_failed", Bill(now, isPaid: false));
        Put(now, "invoice.payment_succeeded", Bill(now, isPaid: true));
        _invoices++;
    }

    /// <summary>Sends what is to be sent.</summary>
    public async Task SendAsync(IGrainFactory grains, DateTimeOffset now)
    {
        var life = ++_lives;
        var secret = await grains.GetGrain<ISandboxSecretGrain>(ISandboxSecretGrain.TheKey).Get();
        while (_outgoing.Count > 0)
        {
            var body = _outgoing[^1];
            for (var times = _random.Next(1, 3); times > 0; times--)
            {
                var signature = EventUtility.GenerateSignatureHeader(body, secret, now.ToUnixTimeSeconds());
                var receipt = await grains.GetGrain<IWebhookGrain>(Products.MascotForge).Receive(Encoding.UTF8.GetBytes(body), signature);
                if (receipt.Verdict == WebhookVerdict.Refused) throw new InvalidOperationException("A right signature was refused.");
            }

            if (life != _lives) return;
            _outgoing.Remove(body);
        }
    }

    private string Invoice(int number) => FormattableString.Invariant($"in_{_subscription}_{number}");

    private void Put(DateTimeOffset now, string type, JsonObject inside) => _outgoing.Add(new JsonObject
    {
        ["id"] = $"evt_{Guid.NewGuid():N}",
        ["type"] = type,
        ["created"] = now.ToUnixTimeSeconds(),
        ["data"] = new JsonObject { ["object"] = inside },
    }.ToJsonString());

    private JsonObject Checkout() => new()
    {
        ["object"] = "checkout.session",
        ["client_reference_id"] = owner,
        ["customer"] = $"cus_of_{_subscription}",
        ["subscription"] = _subscription,
        ["payment_status"] = "paid",
        ["metadata"] = Metadata(),
    };

    private JsonObject Bill(DateTimeOffset now, bool isPaid) => new()
    {
        ["id"] = Invoice(_invoices),
        ["object"] = "invoice",
        ["customer"] = $"cus_of_{_subscription}",
        ["billing_reason"] = _invoices == 0 ? "subscription_create" : "subscription_cycle",
        ["created"] = now.ToUnixTimeSeconds(),
        ["status"] = isPaid ? "paid" : "open",
        ["parent"] = new JsonObject
        {
            ["subscription_details"] = new JsonObject { ["subscription"] = _subscription, ["metadata"] = Metadata() },
        },
    };

    private JsonObject Metadata() => new() { ["owner_id"] = owner, ["plan"] = "creator" };
}
