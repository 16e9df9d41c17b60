using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests;

/// <summary>A signed-in client of NeuroTamagotchi that knows nothing but the contract.</summary>
public sealed class NeuroTamagotchiClient(HttpClient http) : ApiClient(http, Base)
{
    public const string Base = "/neurotamagotchi/api/v1";

    public string UserId { get; private init; } = "";

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

    /// <summary>Buys a plan.</summary>
    public async Task<NeuroTamagotchiClient> SubscribeAsync(string plan = "ultimate", string card = "Pays", params (string, string)[] more)
    {
        using var paid = await Checkouts.PayAsync(Http, Checkouts.AddressIn(await CheckoutAsync(plan)), card, more);
        Assert.Equal(HttpStatusCode.OK, paid.StatusCode);
        return this;
    }

    public Task<Answer> CheckoutAsync(string plan) => PostAsync("/payments/checkout", new JsonObject { ["plan_id"] = plan });

    public Task<Answer> SubscriptionAsync() => GetAsync("/payments/subscription");

    /// <summary>Signs in again, when a token has expired.</summary>
    public async Task<NeuroTamagotchiClient> SignInAgainAsync() => new(Http)
    {
        Token = (await PostAsync("/auth/login", new JsonObject { ["email"] = Email, ["password"] = "password123" })).Text("access_token"),
        UserId = UserId,
        Email = Email,
    };

    public async Task<string> CreateCharacterAsync(string name = "Luna") => (await PostAsync("/characters", Luna(name))).Text("id");

    public Task<Answer> SayAsync(string characterId, string content) =>
        PostAsync($"/chat/{characterId}/send", new JsonObject { ["content"] = content, ["context"] = new JsonObject() });
}
