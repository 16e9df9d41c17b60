using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Browser.Tests;

/// <summary>The real server, a process of its own.</summary>
public sealed class Server : IAsyncLifetime
{
    /// <summary>Whoever has this address is an admin.</summary>
    public const string AdminEmail = "admin@example.com";

    private readonly string _directory = Directory.CreateTempSubdirectory("platform-browser-").FullName;
    private readonly HashSet<string> _read = [];
    private ApiProcess? _process;

    public Uri Address => _process!.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Program is null) return;
        _process = await ApiProcess.StartAsync(_directory, new()
        {
            ["Passwords__Iterations"] = "1",
            ["Admin__Emails__0"] = AdminEmail,
        });
    }

    /// <summary>The code in the mail that was sent last, once there is one.</summary>
    public async Task<string> CodeAsync()
    {
        var folder = Path.Combine(_directory, "mail");
        string? mail = null;
        await Poll.UntilAsync(() => Task.FromResult(
            (mail = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Except(_read).Order().LastOrDefault() : null) is not null), TimeSpan.FromSeconds(20));
        _read.Add(mail!);
        return (await File.ReadAllLinesAsync(mail!)).First(line => line.StartsWith("Subject:", StringComparison.Ordinal)).Split(' ')[1];
    }

    /// <summary>A new user of NeuroTamagotchi.</summary>
    public async Task<User> SignUpAsync()
    {
        var http = new HttpClient { BaseAddress = new Uri(_process!.Address, "/neurotamagotchi/api/v1/") };
        var name = $"u{Guid.NewGuid():N}"[..16];
        var answer = await http.PostAsJsonAsync(
            "auth/register", new { email = $"{name}@example.com", username = name, password = "password123", confirm_password = "password123" });
        var token = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new User(http);
    }

    /// <summary>The address of a mascot's picture.</summary>
    public async Task<string> DrawAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_process!.Address, "/mascotforge/api/v1/") };
        var answer = await http.PostAsJsonAsync("auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = "password123" });
        var token = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var mascot = await (await http.PostAsJsonAsync("mascots", new { name = "Luna", prompt = "a blue cat", style = "flat" })).Content.ReadFromJsonAsync<JsonObject>();
        var id = mascot!["id"]!.GetValue<string>();
        await Poll.UntilAsync(async () => (mascot = await http.GetFromJsonAsync<JsonObject>($"mascots/{id}"))!["status"]!.GetValue<string>() == "completed", TimeSpan.FromSeconds(60));
        return mascot!["squareIconUrl"]!.GetValue<string>();
    }

    public async Task DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}

/// <summary>Somebody who is signed in.</summary>
public sealed class User(HttpClient http)
{
    public async Task<JsonObject> GetAsync(string path) => (await http.GetFromJsonAsync<JsonObject>(path))!;

    public async Task<JsonObject> PostAsync(string path, object? body = null) =>
        (await (await http.PostAsJsonAsync(path, body)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;

    public async Task<string> CheckoutAsync(string plan) => (await PostAsync("payments/checkout", new { plan_id = plan }))["checkout_url"]!.GetValue<string>();

    public async Task<string> PlanAsync() => (await GetAsync("payments/subscription"))["plan_id"]!.GetValue<string>();
}
