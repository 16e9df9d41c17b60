using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Testing;

/// <summary>
/// A server that answers as Stripe's API does, on a port of its own: forms in, objects out, and what was asked before under the same
/// Idempotency-Key is answered as then. A test makes it slow, refuse or break with <see cref="Then"/>.
/// </summary>
public sealed class StripeServer : IAsyncDisposable
{
    public const string SecretKey = "sk_test_of_the_tests";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, RequestDelegate, Task>> _faults = [];
    private readonly ConcurrentDictionary<string, Lazy<JsonObject>> _answered = [];
    private readonly ConcurrentDictionary<string, JsonObject> _objects = [];
    private int _numbers;

    private StripeServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use(GuardAsync);
        _app.MapPost("/v1/customers", context => MakeAsync(context, form => Customer(form)));
        _app.MapPost("/v1/customers/{id}", context => ChangeAsync(context, (customer, form) =>
            customer["invoice_settings"]!["default_payment_method"] = form["invoice_settings[default_payment_method]"].ToString()));
        _app.MapDelete("/v1/customers/{id}", DeleteCustomerAsync);
        _app.MapPost("/v1/checkout/sessions", context => MakeAsync(context, Session));
        _app.MapPost("/v1/billing_portal/sessions", context => MakeAsync(context, Portal));
        _app.MapGet("/v1/subscriptions/{id}", context => AnswerAsync(context, Find(context)));
        _app.MapPost("/v1/subscriptions/{id}", context => ChangeAsync(context, (subscription, form) =>
            subscription["cancel_at_period_end"] = form["cancel_at_period_end"] == "true"));
        _app.MapDelete("/v1/subscriptions/{id}", context => ChangeAsync(context, (subscription, _) => subscription["status"] = "canceled"));
        _app.MapGet("/v1/invoices", ListInvoicesAsync);
        _app.MapPost("/v1/payment_methods/{id}/attach", AttachAsync);
    }

    /// <summary>What the platform is configured with.</summary>
    public string ApiBase => _app.Urls.Single();

    /// <summary>Method, path and Idempotency-Key of every request, those that failed included.</summary>
    public ConcurrentQueue<(string Method, string Path, string? Key)> Requests { get; } = [];

    public static async Task<StripeServer> StartAsync()
    {
        var server = new StripeServer();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>What happens to the next requests, one each.</summary>
    public StripeServer Then(params Func<HttpContext, RequestDelegate, Task>[] faults)
    {
        foreach (var fault in faults) _faults.Enqueue(fault);
        return this;
    }

    /// <summary>Is served.</summary>
    public static Task Passes(HttpContext context, RequestDelegate next) => next(context);

    /// <summary>Is refused, and says whether another try makes sense.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Refuses(int status, bool? shouldRetry = null) => (context, _) =>
    {
        if (shouldRetry is { } should) context.Response.Headers["Stripe-Should-Retry"] = should ? "true" : "false";
        return ErrorAsync(context, status, "api_error");
    };

    /// <summary>The connection is cut before anything is done.</summary>
    public static Task Breaks(HttpContext context, RequestDelegate _)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>It is done, and the connection is cut before the answer.</summary>
    public static async Task BreaksAfterwards(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var lost = new MemoryStream();
        context.Response.Body = lost;
        await next(context);
        context.Response.Body = body;
        context.Abort();
    }

    /// <summary>Is answered when this is over.</summary>
    public static Func<HttpContext, RequestDelegate, Task> WaitsFor(Task over) => async (context, next) =>
    {
        await over.WaitAsync(context.RequestAborted);
        await next(context);
    };

    /// <summary>How many things of a kind there are, such as <c>customer</c> or <c>checkout.session</c>.</summary>
    public int Count(string kind) => _objects.Values.Count(one => one["object"]!.GetValue<string>() == kind);

    /// <summary>A copy of the thing of this id.</summary>
    public JsonObject this[string id] => _objects[id].DeepClone().AsObject();

    /// <summary>Changes a thing as if it was done at Stripe, and returns a copy.</summary>
    public JsonObject Change(string id, Action<JsonObject> change)
    {
        lock (_objects[id]) change(_objects[id]);
        return this[id];
    }

    /// <summary>Somebody pays on a checkout's page: its subscription begins, and its first invoice is paid.</summary>
    /// <returns>The ids of both.</returns>
    public (string Subscription, string Invoice) Pay(string sessionId, DateTimeOffset now)
    {
        var session = _objects[sessionId];
        var (customer, metadata) = (session["customer"]!.GetValue<string>(), session["subscription_metadata"]!.DeepClone());
        var subscription = Add("sub", "subscription", new JsonObject
        {
            ["created"] = now.ToUnixTimeSeconds(),
            ["customer"] = customer,
            ["cancel_at_period_end"] = false,
            ["status"] = "active",
            ["metadata"] = metadata,
            ["items"] = new JsonObject
            {
                ["object"] = "list",
                ["data"] = new JsonArray(new JsonObject
                {
                    ["id"] = "si_1",
                    ["object"] = "subscription_item",
                    ["current_period_start"] = now.ToUnixTimeSeconds(),
                    ["current_period_end"] = now.AddMonths(1).ToUnixTimeSeconds(),
                    ["price"] = new JsonObject { ["id"] = session["price"]?.GetValue<string>() ?? "price_1", ["object"] = "price" },
                }),
            },
        });
        (session["subscription"], session["status"], session["payment_status"]) = (subscription, "complete", "paid");
        return (subscription, Bill(subscription, "subscription_create", now));
    }

    /// <summary>A new period, which is paid.</summary>
    public string Renew(string subscriptionId, DateTimeOffset now)
    {
        var item = _objects[subscriptionId]["items"]!["data"]![0]!;
        (item["current_period_start"], item["current_period_end"]) = (now.ToUnixTimeSeconds(), now.AddMonths(1).ToUnixTimeSeconds());
        return Bill(subscriptionId, "subscription_cycle", now);
    }

    private string Bill(string subscriptionId, string reason, DateTimeOffset now) => Add("in", "invoice", new JsonObject
    {
        ["amount_due"] = 999,
        ["amount_paid"] = 999,
        ["billing_reason"] = reason,
        ["created"] = now.ToUnixTimeSeconds(),
        ["currency"] = "usd",
        ["customer"] = _objects[subscriptionId]["customer"]!.GetValue<string>(),
        ["status"] = "paid",
        ["lines"] = new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(new JsonObject
            {
                ["object"] = "line_item",
                ["period"] = new JsonObject { ["start"] = now.ToUnixTimeSeconds(), ["end"] = now.AddMonths(1).ToUnixTimeSeconds() },
            }),
        },
        ["parent"] = new JsonObject
        {
            ["type"] = "subscription_details",
            ["subscription_details"] = new JsonObject
            {
                ["subscription"] = subscriptionId,
                ["metadata"] = _objects[subscriptionId]["metadata"]!.DeepClone(),
            },
        },
    });

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var key = request.Headers["Idempotency-Key"].FirstOrDefault();
        Requests.Enqueue((request.Method, request.Path.Value!, key));
        if (request.Headers.Authorization != $"Bearer {SecretKey}") await ErrorAsync(context, 401, "invalid_api_key");
        else if (HttpMethods.IsPost(request.Method) && key is null or { Length: 0 or > 255 }) await ErrorAsync(context, 400, "no_idempotency_key");
        else if (_faults.TryDequeue(out var fault)) await fault(context, next);
        else await next(context);
    }

    private async Task MakeAsync(HttpContext context, Func<IFormCollection, JsonObject> make)
    {
        var form = await context.Request.ReadFormAsync();
        await AnswerAsync(context, Once(context, () => make(form)));
    }

    private async Task ChangeAsync(HttpContext context, Action<JsonObject, IFormCollection> change)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        if (Find(context) is not { } found)
        {
            await AnswerAsync(context, null);
            return;
        }

        await AnswerAsync(context, Once(context, () =>
        {
            lock (found) change(found, form);
            return found;
        }));
    }

    private Task DeleteCustomerAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        if (!_objects.TryRemove(id, out _)) return AnswerAsync(context, null);
        foreach (var one in _objects.Values.Where(one => one["object"]!.GetValue<string>() == "subscription" && one["customer"]!.GetValue<string>() == id))
            one["status"] = "canceled";
        return AnswerAsync(context, new JsonObject { ["id"] = id, ["object"] = "customer", ["deleted"] = true });
    }

    private async Task AttachAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var method = new JsonObject
        {
            ["id"] = id,
            ["object"] = "payment_method",
            ["type"] = "card",
            ["card"] = new JsonObject { ["brand"] = "visa", ["last4"] = "4242" },
        };
        if (id == "pm_unknown") await ErrorAsync(context, 404, "resource_missing");
        else if (id == "pm_declined") await ErrorAsync(context, 402, "card_declined");
        else await AnswerAsync(context, Once(context, () => method));
    }

    private Task ListInvoicesAsync(HttpContext context)
    {
        var customer = context.Request.Query["customer"].ToString();
        var found = _objects.Values
            .Where(one => one["object"]!.GetValue<string>() == "invoice" && one["customer"]!.GetValue<string>() == customer)
            .OrderByDescending(one => one["created"]!.GetValue<long>());
        return AnswerAsync(context, new JsonObject
        {
            ["object"] = "list",
            ["has_more"] = false,
            ["url"] = "/v1/invoices",
            ["data"] = new JsonArray([.. found.Select(one => one.DeepClone())]),
        });
    }

    private JsonObject Customer(IFormCollection form) => New("cus", "customer", new JsonObject
    {
        ["email"] = form["email"].ToString(),
        ["metadata"] = Metadata(form, "metadata"),
        ["invoice_settings"] = new JsonObject { ["default_payment_method"] = null },
    });

    private JsonObject Session(IFormCollection form)
    {
        var session = New("cs_test", "checkout.session", new JsonObject
        {
            ["client_reference_id"] = form["client_reference_id"].ToString(),
            ["customer"] = form["customer"].ToString(),
            ["metadata"] = Metadata(form, "metadata"),
            ["mode"] = form["mode"].ToString(),
            ["payment_status"] = "unpaid",
            ["status"] = "open",
            ["success_url"] = form["success_url"].ToString(),
            ["cancel_url"] = form["cancel_url"].ToString(),
            ["price"] = form["line_items[0][price]"].FirstOrDefault(),
            ["unit_amount"] = form["line_items[0][price_data][unit_amount]"].FirstOrDefault(),
            ["subscription_metadata"] = Metadata(form, "subscription_data[metadata]"),
        });
        session["url"] = $"https://checkout.stripe.com/c/pay/{session["id"]}";
        return session;
    }

    private JsonObject Portal(IFormCollection form) => New("bps", "billing_portal.session", new JsonObject
    {
        ["customer"] = form["customer"].ToString(),
        ["return_url"] = form["return_url"].ToString(),
        ["url"] = "https://billing.stripe.com/p/session/test",
    });

    private static JsonObject Metadata(IFormCollection form, string name) => new(form
        .Where(field => field.Key.StartsWith($"{name}[", StringComparison.Ordinal))
        .Select(field => KeyValuePair.Create(field.Key[(name.Length + 1)..^1], (JsonNode?)field.Value.ToString())));

    private string Add(string prefix, string kind, JsonObject fields) => New(prefix, kind, fields)["id"]!.GetValue<string>();

    private JsonObject New(string prefix, string kind, JsonObject fields)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Guid.NewGuid():N}{Interlocked.Increment(ref _numbers)}");
        (fields["id"], fields["object"], fields["livemode"]) = (id, kind, false);
        _objects[id] = fields;
        return fields;
    }

    /// <summary>The same under the same key, however often it is asked.</summary>
    private JsonObject Once(HttpContext context, Func<JsonObject> make) =>
        context.Request.Headers["Idempotency-Key"].FirstOrDefault() is { } key ? _answered.GetOrAdd(key, _ => new(make)).Value : make();

    private JsonObject? Find(HttpContext context) => _objects.GetValueOrDefault((string)context.Request.RouteValues["id"]!);

    private static Task AnswerAsync(HttpContext context, JsonObject? answer)
    {
        if (answer is null) return ErrorAsync(context, 404, "resource_missing");
        context.Response.ContentType = "application/json";
        lock (answer) return context.Response.WriteAsync(answer.ToJsonString());
    }

    private static Task ErrorAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var error = new JsonObject { ["type"] = status == 402 ? "card_error" : "invalid_request_error", ["code"] = code, ["message"] = "Said by a test." };
        return context.Response.WriteAsync(new JsonObject { ["error"] = error }.ToJsonString());
    }
}
