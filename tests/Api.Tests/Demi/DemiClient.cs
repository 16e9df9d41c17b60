using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Demi;

/// <summary>A new user of Demi's, on one device.</summary>
public sealed class DemiClient : ApiClient
{
    public const string Base = "/demi/api/v1";

    private readonly PlatformServer _server;
    private readonly string _email;

    private DemiClient(PlatformServer server, string email, Answer tokens)
        : base(server.CreateClient(), Base)
    {
        _server = server;
        _email = email;
        Token = tokens.Text("access_token");
        UserId = tokens.Text("user_id");
    }

    public string UserId { get; }

    public static Task<DemiClient> SignUpAsync(PlatformServer server) =>
        OpenAsync(server, $"{Guid.NewGuid():N}@example.com", "/auth/register");

    /// <summary>With another token, where time has gone by.</summary>
    public Task<DemiClient> SignInAgainAsync() => OpenAsync(_server, _email, "/auth/login");

    private static async Task<DemiClient> OpenAsync(PlatformServer server, string email, string path)
    {
        var credentials = new JsonObject { ["email"] = email, ["password"] = "MyPassword123!" };
        var tokens = await new ApiClient(server.CreateClient(), Base).PostAsync(path, credentials);
        Assert.True(tokens.Status is HttpStatusCode.OK or HttpStatusCode.Created, tokens.Body);
        return new DemiClient(server, email, tokens);
    }

    public Task<Answer> SayAsync(string content) => PostAsync("/chat/send", new JsonObject { ["content"] = content });

    public Task<Answer> PutAsync(string path, JsonNode body) => SendAsync(HttpMethod.Put, path, body.ToJsonString());
}
