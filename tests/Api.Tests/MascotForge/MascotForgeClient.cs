using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Api.Tests.MascotForge;

/// <summary>A signed-in client of MascotForge.</summary>
internal sealed partial class MascotForgeClient(PlatformServer server) : ApiClient(server.CreateClient(), Base)
{
    public const string Base = "/mascotforge/api/v1";

    public string UserId { get; private init; } = "";

    public string Email { get; init; } = "";

    public static async Task<MascotForgeClient> SignUpAsync(PlatformServer server, string? email = null)
    {
        email ??= $"{Guid.NewGuid():N}@example.com";
        var answer = await new ApiClient(server.CreateClient(), Base).PostAsync(
            "/auth/register", new JsonObject { ["email"] = email, ["password"] = "password123", ["name"] = "Ada" });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return new(server) { Token = answer.Text("accessToken"), UserId = answer.Json!["user"]!["id"]!.GetValue<string>(), Email = email };
    }

    /// <summary>The id of a new workspace.</summary>
    public async Task<string> CreateWorkspaceAsync(string name = "Acme Design")
    {
        var answer = await PostAsync("/workspaces", new JsonObject { ["name"] = name });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Text("id");
    }

    public Task<Answer> InviteAsync(string workspace, string email, string role = "member") =>
        PostAsync($"/workspaces/{workspace}/invitations", new JsonObject { ["email"] = email, ["role"] = role });

    /// <summary>The invitation that was mailed last to this client.</summary>
    public string MailedToken() => MailedToken(server, Email);

    public static string MailedToken(PlatformServer server, string email) =>
        TokenForm().Match(new Mailbox(server, email).Mails[^1].TextBody!).Groups[1].Value;

    /// <summary>Takes somebody into a workspace.</summary>
    public async Task AddAsync(string workspace, MascotForgeClient other, string role = "member")
    {
        Assert.Equal(HttpStatusCode.Created, (await InviteAsync(workspace, other.Email, role)).Status);
        Assert.Equal(HttpStatusCode.Created, (await other.AcceptAsync(other.MailedToken())).Status);
    }

    public Task<Answer> AcceptAsync(string token) => SendAsync(HttpMethod.Post, $"/workspaces/invitations/{token}/accept");

    /// <summary>Buys a plan, as somebody does who fills in the page.</summary>
    public async Task BuyAsync(string plan = "creator", string? workspaceId = null)
    {
        var checkout = await PostAsync("/billing/checkout", new JsonObject { ["plan"] = plan, ["workspaceId"] = workspaceId });
        Assert.Equal(HttpStatusCode.Created, checkout.Status);
        await PayAsync(checkout);
    }

    /// <summary>Where the page leads after paying.</summary>
    public async Task<Uri> PayAsync(Answer checkout)
    {
        using var browser = Checkouts.Client(server);
        using var paid = await Checkouts.PayAsync(browser, Checkouts.AddressIn(checkout));
        Assert.Equal(HttpStatusCode.Redirect, paid.StatusCode);
        return paid.Headers.Location!;
    }

    /// <summary>The id of a mascot: done, or one that never will be.</summary>
    public async Task<string> MakeMascotAsync(bool isHeld = false, string? workspaceId = null, string prompt = "a blue cat", string style = "flat")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Base}/mascots");
        request.Headers.Authorization = new("Bearer", Token);
        if (isHeld) request.Headers.Add("Prefer", "respond-async");
        var body = new JsonObject
        {
            ["name"] = "Luna",
            ["prompt"] = prompt,
            ["style"] = style,
            ["figmaFileId"] = isHeld ? HeldRenderer.Word : "local",
            ["workspaceId"] = workspaceId,
        };
        request.Content = new StringContent(body.ToJsonString());
        var made = await Answer.OfAsync(await Http.SendAsync(request));
        Assert.True(made.Status == HttpStatusCode.Created, made.Body);
        if (!isHeld) await EndAsync($"/mascots/{made.Text("id")}");
        return made.Text("id");
    }

    /// <summary>What stands at this path once it has ended.</summary>
    public async Task<Answer> EndAsync(string path)
    {
        Answer job = null!;
        await Poll.UntilAsync(async () => (job = await GetAsync(path)).Text("status") is "completed" or "failed", TimeSpan.FromMinutes(2));
        Assert.True(job.Text("status") == "completed", job.Body);
        return job;
    }

    /// <summary>It is an error in the product's envelope.</summary>
    public static Answer Refused(Answer answer, int status, string? message = null)
    {
        Assert.True((int)answer.Status == status, $"expected {status}, got {(int)answer.Status}: {answer.Body}");
        Assert.Equal(["statusCode", "message", "error", "timestamp", "path"], answer.Json!.AsObject().Select(field => field.Key));
        if (message is not null) Assert.Equal(message, answer.Text("message"));
        Assert.DoesNotContain("Exception", answer.Body);
        return answer;
    }

    [GeneratedRegex(@"^\s+([A-Za-z0-9_-]{43})\s*$", RegexOptions.Multiline)]
    private static partial Regex TokenForm();
}
