using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Api.Tests.Documentation;

/// <summary>
/// Somebody who does what a document shows: signs up as it says, and puts real values where an example can only have made-up ones.
/// </summary>
public sealed class Visitor
{
    private readonly PlatformServer _server;
    private readonly CheckedInDocument _document;
    private readonly Customs _customs;
    private readonly string _name;
    private readonly Dictionary<string, JsonNode> _made = [];
    private JsonNode? _signedUp;

    /// <summary>Where all this is.</summary>
    public PlatformServer Server => _server;

    public string Email => $"{_name}@example.com";

    private Visitor(PlatformServer server, CheckedInDocument document, bool isAdmin)
    {
        _server = server;
        _document = document;
        _customs = Customs.Of[document.Product];
        _name = isAdmin ? PlatformServer.AdminEmail.Split('@')[0] : $"u{Guid.NewGuid():N}"[..16];
    }

    /// <summary>Who is right for an operation: signed up already, unless it is that which signs up.</summary>
    public static async Task<Visitor> ForAsync(Operation operation, PlatformServer server, CheckedInDocument document)
    {
        var isAdmin = Customs.IsForAdmins(operation);
        var visitor = new Visitor(server, document, isAdmin);
        var signUp = visitor.Named(visitor._customs.SignUp);
        if (JsonNode.DeepEquals(operation.Request, signUp.Request)) return visitor;
        var answer = await visitor.SendAsync(signUp, signUp.Request);
        if (isAdmin && visitor._customs.MailsCode is null)
        {
            // There is one, who may have signed up before.
            signUp = visitor.Named(Customs.Login);
            answer = await visitor.SendAsync(signUp, signUp.Request);
        }

        Assert.Equal(signUp.Status, (int)answer.Status);
        visitor._signedUp = answer.Json;
        if (visitor._customs.First is { } first) await visitor.SendAsync(visitor.Named(first), visitor.Named(first).Request);
        if (visitor._customs.Bought?.GetValueOrDefault(operation.Name) is { } steps) await visitor.BuyAsync(steps);
        return visitor;
    }

    /// <summary>The access token that signing up has given.</summary>
    public string Token => Value(_customs.Token)!;

    /// <summary>Sends the operation with this body.</summary>
    public async Task<Answer> SendAsync(Operation operation, JsonNode? body) => await SendAsync(
        operation, await PathAsync(operation), Bytes((await RealAsync(body))?.ToJsonString()), operation.NeedsSession ? Token : "");

    /// <summary>Sends just this.</summary>
    public Task<Answer> SendAsync(Operation operation, string path, byte[]? body, string token) =>
        new ApiClient(_server.CreateClient(), _document.Base) { Token = token }.SendBytesAsync(new(operation.Method), path, body);

    /// <summary>The operation's path, its parameters being things that are there, and the query that it needs.</summary>
    public async Task<string> PathAsync(Operation operation)
    {
        if (_customs.Company is { } company) foreach (var (name, value) in await company(operation.Name, this)) _made[name] = value;
        var path = operation.Path;
        foreach (var parameter in path.Split('/').Where(segment => segment.StartsWith('{')).ToList())
            path = path.Replace(parameter, await ParameterAsync(parameter.Trim('{', '}')));
        return path + operation.Query;
    }

    /// <summary>The operation's example body with real values in it.</summary>
    public Task<JsonNode?> RequestAsync(Operation operation) => RealAsync(operation.Request);

    /// <summary>Buys a plan on the page to which the checkout leads, and goes on from there.</summary>
    private async Task BuyAsync(string[] steps)
    {
        var checkout = await SendAsync(Named(steps[0]), Named(steps[0]).Request);
        using var paid = await Checkouts.PayAsync(Checkouts.Client(_server), Checkouts.AddressIn(checkout));
        foreach (var next in steps[1..]) await SendAsync(Named(next), Named(next).Request);
    }

    private static byte[]? Bytes(string? text) => text is null ? null : System.Text.Encoding.UTF8.GetBytes(text);

    private async Task<string> ParameterAsync(string name) => (await MadeAsync(name))?.ToString() ?? Value(name)!;

    private async Task<JsonNode?> MadeAsync(string name)
    {
        if (_made.TryGetValue(name, out var already)) return already.DeepClone();
        if (_customs.Made.GetValueOrDefault(name) is not { } made) return null;
        var maker = Named(made.Operation);
        var value = At((await SendAsync(maker, maker.Request)).Json, made.Field)!.DeepClone();
        _made[name] = value;
        if (_customs.Then?.GetValueOrDefault(name) is { } next) await SendAsync(Named(next), Named(next).Request);
        return value.DeepClone();
    }

    private async Task<JsonNode?> RealAsync(JsonNode? body)
    {
        var real = body?.DeepClone();
        foreach (var name in real is JsonObject fields ? fields.Select(field => field.Key).ToList() : [])
        {
            if (real![name] is not JsonValue) continue;
            // Another address than that of who signs up is somebody else's.
            if (name == "email") real[name] = $"{real[name]}" == $"{Named(_customs.SignUp).Request![name]}" ? Email : real[name]!.DeepClone();
            else if (name == "code") real[name] = await CodeAsync();
            else if (name == "username") real[name] = _name;
            else if (Value(_customs.Values.GetValueOrDefault(name)) is { } value) real[name] = value;
            else if (await MadeAsync(name) is { } made) real[name] = made;
        }

        return real;
    }

    private async Task<string> CodeAsync()
    {
        var mails = Named(_customs.MailsCode!);
        await SendAsync(mails, mails.Request);
        var mailbox = new Mailbox(_server, Email);
        // That of a new password is sent after the answer.
        await Poll.UntilAsync(() => Task.FromResult(mailbox.Mails.Count > 0), TimeSpan.FromSeconds(10));
        return mailbox.Code;
    }

    private Operation Named(string name) => _document.Operations.Single(operation => operation.Name == name);

    /// <summary>What stands at this dotted place in the answer to signing up.</summary>
    private string? Value(string? place) => place is null ? null : At(_signedUp, place)?.ToString();

    private static JsonNode? At(JsonNode? answer, string place) => place.Split('.').Aggregate(
        answer, (node, name) => node is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)] : node?[name]);
}

/// <summary>How it is done in a product: the data of <see cref="Visitor"/>.</summary>
/// <param name="SignUp">The operation that signs up.</param>
/// <param name="Token">Where its answer has the access token.</param>
/// <param name="Values">Fields of requests, and where that answer has their values.</param>
/// <param name="Made">Parameters of paths, and fields of requests, that an operation makes, and the field of its answer.</param>
/// <param name="MailsCode">The operation that mails a code.</param>
/// <param name="Then">By what was made: the operation that must follow, so that all can be done with it.</param>
/// <param name="First">The operation that must follow signing up, so that all can be done.</param>
/// <param name="Bought">By an operation that needs a plan: the operation that opens a checkout, and those that must follow it.</param>
/// <param name="Company">What must be done before an operation, by its name: it tells what that is then about.</param>
internal sealed record Customs(
    string SignUp,
    string Token,
    Dictionary<string, string> Values,
    Dictionary<string, (string Operation, string Field)?> Made,
    string? MailsCode = null,
    Dictionary<string, string>? Then = null,
    string? First = null,
    Dictionary<string, string[]>? Bought = null,
    Func<string, Visitor, Task<Dictionary<string, string>>>? Company = null)
{
    public const string Login = "POST /auth/login";

    private const string Register = "POST /auth/register";

    public static readonly Dictionary<string, Customs> Of = new()
    {
        ["byteforge"] = new(
            Register,
            "tokens.access",
            new() { ["refresh"] = "tokens.refresh" },
            new() { ["conversation_id"] = ("POST /chat/conversations", "id") },
            Then: new() { ["conversation_id"] = "POST /chat/send" }),
        ["demi"] = new(Register, "access_token", new() { ["refresh_token"] = "refresh_token" }, [], First: "POST /chat/send"),
        ["figureforge"] = new(
            "POST /auth/magic-link/verify",
            "access",
            new() { ["refresh"] = "refresh", ["token"] = "access" },
            [],
            "POST /auth/magic-link/request",
            Company: Onlookers.ForAsync,
            Bought: new()
            {
                ["GET /subscriptions/current"] = ["POST /subscriptions/checkout"],
                ["GET /subscriptions/history"] = ["POST /subscriptions/checkout"],
                ["POST /subscriptions/cancel"] = ["POST /subscriptions/checkout"],
                ["POST /subscriptions/reactivate"] = ["POST /subscriptions/checkout", "POST /subscriptions/cancel"],
            }),
        ["mascotforge"] = new(
            Register,
            "accessToken",
            new() { ["refreshToken"] = "refreshToken" },
            new()
            {
                ["workspaceId"] = ("POST /workspaces", "id"),
                ["invitationId"] = ("POST /workspaces/{workspaceId}/invitations", "id"),
            },
            Bought: new()
            {
                ["GET /billing/subscription"] = ["POST /billing/checkout"],
                ["GET /billing/invoices"] = ["POST /billing/checkout"],
                ["POST /billing/cancel"] = ["POST /billing/checkout"],
                ["POST /billing/reactivate"] = ["POST /billing/checkout", "POST /billing/cancel"],
                ["POST /mascots/{mascotId}/animations/generate-default"] = ["POST /billing/checkout"],
            },
            Company: Colleagues.ForAsync),
        ["neurotamagotchi"] = new(
            Register,
            "access_token",
            new() { ["refresh_token"] = "refresh_token" },
            new()
            {
                ["character_id"] = ("POST /characters", "id"),
                ["mission_id"] = ("GET /missions", "0.id"),
                ["user_mission_id"] = ("POST /missions/{mission_id}/start", "id"),
            },
            "POST /auth/forgot-password",
            new()
            {
                ["character_id"] = "POST /chat/{character_id}/send",
                ["user_mission_id"] = "POST /missions/{mission_id}/execute",
            },
            Bought: new()
            {
                ["GET /payments/subscription"] = ["POST /payments/checkout"],
                ["GET /payments/history"] = ["POST /payments/checkout"],
                ["POST /payments/subscription/cancel"] = ["POST /payments/checkout"],
                ["POST /payments/subscription/reactivate"] = ["POST /payments/checkout", "POST /payments/subscription/cancel"],
            }),
    };

    public static bool IsForAdmins(Operation operation) => operation.Path.StartsWith("/admin/", StringComparison.Ordinal);
}
