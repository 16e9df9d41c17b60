using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Platform.Testing;

namespace Platform.Chaos.Fire;

/// <summary>A request that came to nothing, and was sent again.</summary>
/// <param name="SentAt">By the clock of <see cref="Stopwatch"/>.</param>
/// <param name="Reason">The status, or what happened to the connection.</param>
internal sealed record Failure(long SentAt, string Path, string Reason);

/// <summary>
/// The front doors that there are now, as a client sees them that never gives up: what fails is sent again, through the next door, under the
/// same key. What no repetition would change is a fault of the server's.
/// </summary>
internal sealed class Doors : IDisposable
{
    /// <summary>Longer than any outage lasts that a client has to bear.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A process that was stopped accepts connections, and says nothing.</summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(10) };

    private readonly ConcurrentQueue<Failure> _failures = [];
    private volatile Uri[] _addresses = [];
    private int _next;

    public IReadOnlyList<Uri> Addresses
    {
        get => _addresses;
        set => _addresses = [.. value];
    }

    public IReadOnlyCollection<Failure> Failures => _failures;

    /// <summary>What a GET answers, once it answers at all.</summary>
    public Task<Answer> GetAsync(string path, string token) => SendAsync(HttpMethod.Get, path, token, body: null, key: null);

    /// <summary>What a POST answers, which has its effect once however often it is sent.</summary>
    public Task<Answer> PostAsync(string path, string token, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, token, body, $"{Guid.NewGuid():N}", headers);

    public Task<Answer> PutAsync(string path, string token, object body) => SendAsync(HttpMethod.Put, path, token, body, key: null);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(
        HttpMethod method, string path, string token, object? body, string? key, params (string Name, string Value)[] headers)
    {
        Answer? answer = null;
        await Poll.UntilAsync(async () => (answer = await TrySendAsync(method, path, token, body, key, headers)) is not null, Patience);
        return answer!;
    }

    /// <summary>Null: it is to be sent again.</summary>
    private async Task<Answer?> TrySendAsync(
        HttpMethod method, string path, string token, object? body, string? key, (string Name, string Value)[] headers)
    {
        var sentAt = Stopwatch.GetTimestamp();
        try
        {
            var addresses = _addresses;
            using var request = new HttpRequestMessage(method, new Uri(addresses[(uint)Interlocked.Increment(ref _next) % addresses.Length], path));
            if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            if (body is not null) request.Content = JsonContent.Create(body);
            using var response = await _http.SendAsync(request);
            var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
            if (answer.Ok) return answer;
            // 409 with this key: its first try is still under way, or was when its process died.
            Assert.True(answer.Status is 503 or 409, $"{method} {path}: {answer}");
            _failures.Enqueue(new(sentAt, path, $"{answer.Status}"));
            return null;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            _failures.Enqueue(new(sentAt, path, error.GetType().Name));
            return null;
        }
    }
}
