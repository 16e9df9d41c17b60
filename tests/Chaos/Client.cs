using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Chaos;

/// <summary>A client of NeuroTamagotchi at one front door.</summary>
internal sealed class Client(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Signs somebody up.</summary>
    public async Task<User> RegisterAsync()
    {
        var name = $"u{Guid.NewGuid():N}"[..20];
        var user = new User($"{name}@example.org", "a long password", "");
        var answer = await PostAsync("auth/register", "", new { email = user.Email, username = name, password = user.Password });
        Assert.True(answer.Ok, $"{answer}");
        return user with { Token = answer.Text("access_token") };
    }

    /// <summary>A new character, and so an empty conversation.</summary>
    public async Task<Conversation> CreateConversationAsync(User user)
    {
        var answer = await PostAsync("characters", user.Token, new { name = "Ana", style = "anime" });
        Assert.True(answer.Ok, $"{answer}");
        return new Conversation(answer.Text("id"), user.Token);
    }

    public Task<Answer> LogInAsync(User user, string password) => PostAsync("auth/login", "", new { email = user.Email, password });

    public Task<Answer> SayAsync(Conversation with, string content) =>
        PostAsync($"chat/{with.CharacterId}/send", with.Token, new { content });

    /// <summary>Every message, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> HistoryAsync(Conversation of)
    {
        var items = new List<JsonElement>();
        for (long page = 1, pages = 1, total = 0; page <= pages; page++)
        {
            var answer = await GetAsync($"chat/{of.CharacterId}/history?page={page}&page_size=100", of.Token);
            Assert.True(answer.Ok, $"{answer}");
            pages = answer.Body.GetProperty("total_pages").GetInt64();
            total = answer.Body.GetProperty("total").GetInt64();
            items.AddRange(answer.Body.GetProperty("items").EnumerateArray());
            if (page == pages) Assert.Equal(total, items.Count);
        }

        return items;
    }

    public Task<Answer> GetAsync(string path, string token) => SendAsync(HttpMethod.Get, path, token, null);

    public Task<Answer> PostAsync(string path, string token, object body) => SendAsync(HttpMethod.Post, path, token, body);

    public Task<Answer> DeleteAsync(string path, string token, object body) => SendAsync(HttpMethod.Delete, path, token, body);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, string token, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/neurotamagotchi/api/v1/{path}");
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

internal sealed record User(string Email, string Password, string Token);

/// <summary>A character, and the token of its owner.</summary>
internal sealed record Conversation(string CharacterId, string Token);

internal sealed record Answer(int Status, string Json)
{
    public bool Ok => Status is >= 200 and < 300;

    public JsonElement Body => JsonSerializer.Deserialize<JsonElement>(Json);

    public string Text(string property) => Body.GetProperty(property).GetString()!;

    /// <summary>An error of the kind that goes away, in the product's envelope.</summary>
    public bool IsOrderlyRefusal =>
        Status is >= 400 and not 500 && Body is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.String
        && body.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String;
}
