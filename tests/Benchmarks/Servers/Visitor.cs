using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Platform.Benchmarks.Servers;

/// <summary>A user of NeuroTamagotchi with one character, who has prepared what to ask.</summary>
internal sealed record Visitor(string Token, string CharacterId)
{
    private const string Base = "/neurotamagotchi/api/v1";

    private static readonly string[] Texts =
    [
        "Hi! How are you today?", "I had a long day at work.", "What do you like to do in the evening?", "You are so sweet, thank you!",
        "Tell me something about yourself.", "I am a bit sad, my train was late again.", "Do you remember what I told you?", "Good night!",
    ];

    /// <summary>Registers users, some at a time.</summary>
    public static async Task<IReadOnlyList<Visitor>> RegisterAsync(Uri server, int count)
    {
        using var client = new HttpClient { BaseAddress = server };
        var visitors = new Visitor[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            visitors[number] = await RegisterAsync(client, number));
        return visitors;
    }

    public static async Task<Visitor> RegisterAsync(HttpClient client, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"visitor{number}");
        var registered = await PostAsync(
            client, "/auth/register", null, new { email = $"{name}@example.com", username = name, password = "correct horse" });
        var token = registered.GetProperty("access_token").GetString()!;
        var character = await PostAsync(
            client,
            "/characters",
            token,
            new
            {
                name = $"Luna {number}",
                style = "anime",
                appearance = new { hair_color = "Silver", eye_color = "Blue" },
                personality = new { traits = new[] { "cheerful", "curious" }, voice_tone = "friendly" },
            });
        return new(token, character.GetProperty("id").GetString()!);
    }

    /// <summary>The requests of these visitors, each on a connection of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<byte[]>> Ask(IEnumerable<Visitor> visitors, Func<Visitor, IReadOnlyList<byte[]>> requests) =>
        [.. visitors.Select(requests)];

    public IReadOnlyList<byte[]> AskBare() => [Request("GET", BareServer.Path)];

    public IReadOnlyList<byte[]> AskMe() => [Request("GET", $"{Base}/auth/me")];

    public IReadOnlyList<byte[]> Chat() =>
        [.. Texts.Select(text => Request("POST", $"{Base}/chat/{CharacterId}/send", JsonSerializer.Serialize(new { content = text })))];

    private byte[] Request(string method, string path, string? body = null)
    {
        var head = $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Token}\r\n";
        if (body is not null) head += $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n";
        return Encoding.UTF8.GetBytes($"{head}\r\n{body}");
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, string? token, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Base + path) { Content = JsonContent.Create(body) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
