using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Platform.Chaos;

/// <summary>A front door whose process is killed and started again, each time at another address.</summary>
internal sealed class Door : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private volatile Uri? _address;

    /// <summary>Where it is now.</summary>
    public Uri Address
    {
        get => _address!;
        set => _address = value;
    }

    public Task<Answer> GetAsync(string path, string token) => SendAsync(HttpMethod.Get, path, token, null, []);

    /// <param name="headers">More headers than the token's.</param>
    public Task<Answer> PostAsync(string path, string token, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, token, body, headers);

    /// <summary>A file, by its link; null: it doesn't open.</summary>
    public async Task<byte[]?> FileAsync(Uri link)
    {
        using var response = await _http.GetAsync(link);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync() : null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, string token, object? body, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
