using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests;

/// <summary>A signed-in client of NeuroTamagotchi that knows nothing but the contract.</summary>
public sealed class NeuroTamagotchiClient(HttpClient http)
{
    public const string Base = "/neurotamagotchi/api/v1";

    public string UserId { get; private init; } = "";

    public string Token { get; init; } = "";

    public string Email { get; private init; } = "";

    public static async Task<NeuroTamagotchiClient> SignUpAsync(HttpClient http)
    {
        var name = Guid.NewGuid().ToString("N")[..12];
        var answer = await new NeuroTamagotchiClient(http).PostAsync("/auth/register", Registration(name));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return new NeuroTamagotchiClient(http)
        {
            Token = answer.Text("access_token"),
            UserId = answer.Text("user_id"),
            Email = $"{name}@example.com",
        };
    }

    public static JsonObject Registration(string name) => new()
    {
        ["email"] = $"{name}@example.com",
        ["username"] = name,
        ["password"] = "password123",
        ["confirm_password"] = "password123",
    };

    public static JsonObject Luna(string name = "Luna") => new()
    {
        ["name"] = name,
        ["style"] = "anime",
        ["appearance"] = new JsonObject { ["hair_color"] = "Silver", ["eye_color"] = "Blue", ["skin_tone"] = "Fair", ["outfit"] = "Casual" },
        ["personality"] = new JsonObject { ["traits"] = new JsonArray("cheerful", "curious"), ["voice_tone"] = "friendly" },
        ["avatar_url"] = "https://example.com/luna.png",
    };

    public async Task<string> CreateCharacterAsync(string name = "Luna") => (await PostAsync("/characters", Luna(name))).Text("id");

    public Task<Answer> SayAsync(string characterId, string content) =>
        PostAsync($"/chat/{characterId}/send", new JsonObject { ["content"] = content, ["context"] = new JsonObject() });

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, JsonNode? body) => SendAsync(HttpMethod.Post, path, body?.ToJsonString() ?? "null");

    public Task<Answer> PatchAsync(string path, JsonNode? body) => SendAsync(HttpMethod.Patch, path, body?.ToJsonString() ?? "null");

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> SendAsync(HttpMethod method, string path, string? body = null) =>
        SendBytesAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body));

    public async Task<Answer> SendBytesAsync(HttpMethod method, string path, byte[]? body)
    {
        using var request = new HttpRequestMessage(method, Base + path);
        if (Token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        return await Answer.OfAsync(await http.SendAsync(request));
    }
}

/// <summary>What came back: status, headers and the body as JSON (null where there is none).</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string Body, JsonNode? Json)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new(response.StatusCode, response.Headers, body, body.Length == 0 ? null : JsonNode.Parse(body));
        }
    }

    public string Text(string name) => Json![name]!.GetValue<string>();

    /// <summary>It is an error in NeuroTamagotchi's envelope, and gives nothing away.</summary>
    public Answer IsError(int status, string? code = null)
    {
        Assert.True((int)Status == status, $"expected {status}, got {(int)Status}: {Body}");
        Assert.NotEmpty(Text("detail"));
        Assert.Matches("^[A-Z_]+$", Text("code"));
        if (code is not null) Assert.Equal(code, Text("code"));
        Assert.DoesNotContain("Exception", Body);
        Assert.DoesNotContain("   at ", Body);
        return this;
    }
}
