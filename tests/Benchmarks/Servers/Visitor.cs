using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Platform.Benchmarks.Load;

namespace Platform.Benchmarks.Servers;

/// <summary>A user of NeuroTamagotchi with one character, who has prepared what to ask.</summary>
internal sealed record Visitor(string Name, string Token, string CharacterId)
{
    private const string Prefix = "/neurotamagotchi";
    private const string Base = "/api/v1";
    private const string Password = "correct horse";

    private static readonly string[] Texts =
    [
        "Hi! How are you today?", "I had a long day at work.", "What do you like to do in the evening?", "You are so sweet, thank you!",
        "Tell me something about yourself.", "I am a bit sad, my train was late again.", "Do you remember what I told you?", "Good night!",
    ];

    /// <summary>What <see cref="Prefix"/> is followed by.</summary>
    private string Route { get; init; } = "";

    /// <summary>Headers beside those that every request has.</summary>
    private string Headers { get; init; } = "";

    /// <summary>Registers users, some at a time.</summary>
    public static async Task<IReadOnlyList<Visitor>> RegisterAsync(Uri server, int count, int atOnce = 16)
    {
        using var client = new HttpClient { BaseAddress = server };
        var visitors = new Visitor[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) =>
            visitors[number] = await RegisterAsync(client, number));
        return visitors;
    }

    public static async Task<Visitor> RegisterAsync(HttpClient client, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"visitor{number}");
        var registered = await PostAsync(
            client, "/auth/register", null, new { email = $"{name}@example.com", username = name, password = Password });
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
        return new(name, token, character.GetProperty("id").GetString()!);
    }

    /// <summary>The requests of these visitors, each on a connection of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<byte[]>> Ask(IEnumerable<Visitor> visitors, Func<Visitor, IReadOnlyList<byte[]>> requests) =>
        [.. visitors.Select(requests)];

    /// <summary>The same, asking where there is no gate: see <see cref="GateServer"/>.</summary>
    public Visitor WithoutGate()
    {
        var token = new JsonWebToken(Token);
        var caller = $"{token.Subject} {token.GetPayloadValue<string>(JwtRegisteredClaimNames.Sid)}";
        return this with { Route = GateServer.Ungated, Headers = $"{GateServer.CallerHeader}: {caller}\r\n" };
    }

    /// <summary>From now on no plan limits the messages of a day: see <see cref="GateServer"/>.</summary>
    public async Task TakeLargestPlanAsync(HttpClient client)
    {
        using var taken = await client.PostAsync(GateServer.LargestPlan, new StringContent(new JsonWebToken(Token).Subject));
        taken.EnsureSuccessStatusCode();
    }

    /// <summary>The same, with an idempotency key of its own for each request.</summary>
    public Visitor WithFreshKey() => this with { Headers = FreshKey.Header };

    public IReadOnlyList<byte[]> AskBare() => [Request("GET", BareServer.Path)];

    public IReadOnlyList<byte[]> AskMe() => [Request("GET", PathOf("/auth/me"))];

    public byte[] LogIn() => Request("POST", PathOf("/auth/login"), JsonSerializer.Serialize(new { email = $"{Name}@example.com", password = Password }));

    public IReadOnlyList<byte[]> Chat() =>
        [.. Texts.Select(text => Request("POST", PathOf($"/chat/{CharacterId}/send"), JsonSerializer.Serialize(new { content = text })))];

    private string PathOf(string route) => $"{Prefix}{Route}{Base}{route}";

    private byte[] Request(string method, string path, string? body = null)
    {
        var head = $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Token}\r\n{Headers}";
        if (body is not null) head += $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n";
        return Encoding.UTF8.GetBytes($"{head}\r\n{body}");
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, string? token, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Prefix + Base + path) { Content = JsonContent.Create(body) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
