using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests;

/// <summary>A client of one product, that knows nothing but the contract's paths; what it gets must be as documented.</summary>
public class ApiClient(HttpClient http, string basePath)
{
    protected HttpClient Http => http;

    public string Token { get; init; } = "";

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, JsonNode? body) => SendAsync(HttpMethod.Post, path, body?.ToJsonString() ?? "null");

    /// <summary>A POST that may be sent again: it carries the key.</summary>
    public Task<Answer> PostAsync(string path, JsonNode? body, string key) =>
        SendBytesAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"), key);

    public Task<Answer> PatchAsync(string path, JsonNode? body) => SendAsync(HttpMethod.Patch, path, body?.ToJsonString() ?? "null");

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> SendAsync(HttpMethod method, string path, string? body = null) =>
        SendBytesAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body));

    public async Task<Answer> SendBytesAsync(HttpMethod method, string path, byte[]? body, string? key = null)
    {
        using var request = Request(method, path, body, key);
        var answer = await Answer.OfAsync(await http.SendAsync(request));
        CheckedInDocument.Check(method, basePath + path, answer);
        return answer;
    }

    /// <summary>Asks for events, and has them as they come.</summary>
    public async Task<EventReader> StreamAsync(
        HttpMethod method, string path, JsonNode? body = null, string? key = null, string? lastEventId = null)
    {
        using var request = Request(method, path, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), key);
        request.Headers.Accept.Add(new("text/event-stream"));
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        return new EventReader(await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    private HttpRequestMessage Request(HttpMethod method, string path, byte[]? body, string? key)
    {
        var request = new HttpRequestMessage(method, basePath + path);
        if (Token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        return request;
    }
}
