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
        var answer = await new ByteForgeClient(server.CreateClient()).PostAsync(
            "/auth/register", new JsonObject { ["email"] = email, ["password"] = "Test123!", ["password2"] = "Test123!" });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return new ByteForgeClient(server.CreateClient())
        {
            Token = answer.Json!["tokens"]!["access"]!.GetValue<string>(),
            UserId = answer.Json["user"]!["id"]!.GetValue<long>(),
            Email = email,
        };
    }

    public async Task<long> CreateConversationAsync(string title = "New Conversation") =>
        (await PostAsync("/chat/conversations", new JsonObject { ["title"] = title })).Json!["id"]!.GetValue<long>();

    public Task<Answer> SayAsync(long conversation, string message) =>
        PostAsync("/chat/send", new JsonObject { ["conversation_id"] = conversation, ["message"] = message });
}
