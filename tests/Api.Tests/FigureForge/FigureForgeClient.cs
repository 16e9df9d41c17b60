using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.FigureForge;

/// <summary>Somebody with an address, who signs in with the codes that are mailed to it.</summary>
internal sealed class FigureForgeClient(PlatformServer server)
{
    public const string Base = "/figureforge/api";

    private readonly ApiClient _anyone = new(server.CreateClient(), Base);

    public string Email { get; } = $"{Guid.NewGuid():N}@example.com";

    public Mailbox Mailbox => new(server, Email);

    public Task<Answer> RequestCodeAsync() => PostAsync("/auth/magic-link/request/", new() { ["email"] = Email });

    public Task<Answer> VerifyAsync(string code) => PostAsync("/auth/magic-link/verify/", new() { ["email"] = Email, ["code"] = code });

    public Task<Answer> PostAsync(string path, JsonObject body) => _anyone.PostAsync(path, body);

    /// <summary>Asks for a code and signs in with it.</summary>
    public async Task<ApiClient> SignInAsync()
    {
        Assert.Equal(HttpStatusCode.OK, (await RequestCodeAsync()).Status);
        return SignedIn(await VerifyAsync(Mailbox.Code));
    }

    public ApiClient SignedIn(Answer tokens) => new(server.CreateClient(), Base) { Token = tokens.Text("access") };

    /// <summary>A code that isn't this one.</summary>
    public static string Wrong(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>It is an error in the product's envelope, and gives nothing away.</summary>
    public static Answer Refused(Answer answer, int status, string code)
    {
        Assert.True((int)answer.Status == status, $"expected {status}, got {(int)answer.Status}: {answer.Body}");
        var error = answer.Json!["error"]!;
        Assert.Equal(["code", "message", "details"], error.AsObject().Select(field => field.Key));
        Assert.Equal(code, error["code"]!.GetValue<string>());
        Assert.Equal(error["message"]!.GetValue<string>(), answer.Text("detail"));
        Assert.IsType<JsonObject>(error["details"]);
        Assert.DoesNotContain("Exception", answer.Body);
        return answer;
    }
}
