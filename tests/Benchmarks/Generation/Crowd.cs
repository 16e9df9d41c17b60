using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Benchmarks.Generation;

/// <summary>Owners of MascotForge who order more than can be drawn, and think better of it.</summary>
internal sealed class Crowd : IDisposable
{
    private const string Base = "/mascotforge/api/v1";
    private const int Owners = 20;

    /// <summary>Fewer than a month's credits, which come back with what is cancelled.</summary>
    private const int JobsOfEach = 7;

    private readonly HttpClient _http;
    private readonly List<string> _tokens = [];
    private readonly List<(string Token, string Id)> _jobs = [];

    private Crowd(Uri server) => _http = new HttpClient { BaseAddress = server };

    public static async Task<Crowd> SignUpAsync(Uri server)
    {
        var crowd = new Crowd(server);
        for (var i = 0; i < Owners; i++)
        {
            var email = string.Create(CultureInfo.InvariantCulture, $"artist{i}@example.com");
            var registered = await crowd.PostAsync("/auth/register", null, new { email, password = "correct horse", name = "Ada" });
            crowd._tokens.Add(registered.GetProperty("accessToken").GetString()!);
        }

        return crowd;
    }

    /// <summary>Orders far more than is drawn in a round.</summary>
    public async Task FillAsync()
    {
        for (var i = 0; i < JobsOfEach; i++)
        {
            foreach (var token in _tokens)
            {
                var job = await PostAsync("/mascots", token, new { name = "Luna", prompt = "a blue cat", style = "3d" });
                _jobs.Add((token, job.GetProperty("id").GetString()!));
            }
        }
    }

    /// <summary>Cancels what is not drawn yet.</summary>
    /// <returns>How much that was.</returns>
    public async Task<int> EmptyAsync()
    {
        var left = 0;
        foreach (var (token, id) in _jobs)
        {
            using var request = Request($"/mascots/{id}/cancel", token, new { });
            using var response = await _http.SendAsync(request);
            if (response.IsSuccessStatusCode) left++;
        }

        _jobs.Clear();
        return left;
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(string path, string? token, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Base + path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Prefer", "respond-async");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<JsonElement> PostAsync(string path, string? token, object body)
    {
        using var request = Request(path, token, body);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
