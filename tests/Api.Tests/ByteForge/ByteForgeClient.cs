using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.ByteForge;

/// <summary>A signed-in client of ByteForge that knows nothing but the contract.</summary>
public sealed class ByteForgeClient(HttpClient http) : ApiClient(http, Base)
{
    public const string Base = "/byteforge/api";

    public long UserId { get; private init; }

    public string Email { get; private init; } = "";

    public static async Task<ByteForgeClient> SignUpAsync(PlatformServer server)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var answer = await new ByteForgeClient(server.CreateClient()).PostAsync("/auth/register", Credentials(email));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return Of(answer, server, email);
    }

    /// <summary>The admin, who may have signed up before.</summary>
    public static async Task<ByteForgeClient> SignInAdminAsync(PlatformServer server)
    {
        var anyone = new ByteForgeClient(server.CreateClient());
        var credentials = Credentials(PlatformServer.AdminEmail);
        await anyone.PostAsync("/auth/register", credentials);
        return Of(await anyone.PostAsync("/auth/login", credentials), server, PlatformServer.AdminEmail);
    }

    public async Task<long> CreateConversationAsync(string title = "New Conversation") =>
        (await PostAsync("/chat/conversations", new JsonObject { ["title"] = title })).Json!["id"]!.GetValue<long>();

    /// <param name="amount">As it stands in the body.</param>
    public Task<Answer> PayAsync(long conversation, string amount, string? tokens = null) => SendAsync(
        HttpMethod.Post,
        "/payments/create",
        $"{{\"conversation_id\":{conversation},\"amount\":{amount}{(tokens is null ? "" : $",\"tokens_to_add\":{tokens}")}}}");

    public Task<Answer> SayAsync(long conversation, string message) =>
        PostAsync("/chat/send", new JsonObject { ["conversation_id"] = conversation, ["message"] = message });

    /// <summary>The password is that of the documentation's examples, whose visitor may be the same admin.</summary>
    private static JsonObject Credentials(string email) =>
        new() { ["email"] = email, ["password"] = "SecurePass123!", ["password2"] = "SecurePass123!" };

    private static ByteForgeClient Of(Answer signedIn, PlatformServer server, string email) => new(server.CreateClient())
    {
        Token = signedIn.Json!["tokens"]!["access"]!.GetValue<string>(),
        UserId = signedIn.Json["user"]!["id"]!.GetValue<long>(),
        Email = email,
    };
}
