using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.LoadTest.Driving;
using Platform.LoadTest.Http;
using Platform.LoadTest.Measuring;
using Platform.LoadTest.Sockets;

namespace Platform.LoadTest.Companions;

/// <summary>Demi, whom each account has by itself. Her user may have a WebSocket open, and then talks to her through it.</summary>
internal sealed class DemiCompanion : Companion, IAsyncDisposable
{
    private const string Base = "/demi/api/v1";

    /// <summary>So long before its end a token is replaced.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private static readonly Uri SendPath = new($"{Base}/chat/send", UriKind.Relative);
    private static readonly Uri HistoryPath = new($"{Base}/chat/history?limit=20", UriKind.Relative);
    private static readonly Uri StatusPath = new($"{Base}/status", UriKind.Relative);
    private static readonly Uri RefreshPath = new($"{Base}/auth/refresh", UriKind.Relative);

    private readonly RestClient _rest;
    private readonly TimeProvider _clock;
    private readonly byte[] _refresh;
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private Access _access;
    private DemiSocket? _socket;

    private DemiCompanion(RestClient rest, TimeProvider clock, JsonElement tokens)
    {
        _rest = rest;
        _clock = clock;
        _access = AccessIn(tokens);
        _refresh = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["refresh_token"] = tokens.GetProperty("refresh_token").GetString() });
    }

    public static async Task<DemiCompanion> CreateAsync(
        string name, PatientClient patient, RestClient rest, TimeProvider clock, CancellationToken cancellation)
    {
        var account = new JsonObject { ["email"] = $"{name}@example.com", ["password"] = Population.Password };
        var demi = new DemiCompanion(rest, clock, await patient.PostAsync($"{Base}/auth/register", null, account, cancellation));
        await patient.PostAsync(SendPath.OriginalString, demi._access.Bearer, new JsonObject { ["content"] = Texts.Of(0) }, cancellation);
        return demi;
    }

    /// <summary>From now on her user talks to her through a WebSocket.</summary>
    public async Task OpenSocketAsync(
        Uri server, HttpMessageInvoker http, Measurements measurements, RunClock clock, TimeSpan timeout, CancellationToken cancellation)
    {
        _socket = new DemiSocket(server, http, async () => (await AccessAsync()).Token, measurements, clock, timeout);
        await _socket.OpenAsync(cancellation);
    }

    public override async Task SayAsync(int choice, TimeSpan due)
    {
        if (_socket is not null) await _socket.SayAsync(Texts.FrameOf(choice), due);
        else await _rest.CallAsync(Endpoint.DemiSend, HttpMethod.Post, SendPath, (await AccessAsync()).Bearer, Texts.BodyOf(choice), due);
    }

    public override async Task ReadAsync(int choice, TimeSpan due)
    {
        var (endpoint, path) = choice % 2 == 0 ? (Endpoint.DemiHistory, HistoryPath) : (Endpoint.DemiStatus, StatusPath);
        await _rest.CallAsync(endpoint, HttpMethod.Get, path, (await AccessAsync()).Bearer, null, due);
    }

    public ValueTask DisposeAsync() => _socket?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Demi's access tokens live half an hour; a run, with all that comes before it, may last longer.</summary>
    private async ValueTask<Access> AccessAsync()
    {
        if (IsFresh) return _access;
        await _refreshing.WaitAsync();
        try
        {
            if (!IsFresh)
            {
                await _rest.CallAsync(Endpoint.DemiRefresh, HttpMethod.Post, RefreshPath, "", _refresh, null, answer =>
                    _access = AccessIn(JsonSerializer.Deserialize<JsonElement>(answer.Span)));
            }

            return _access;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private bool IsFresh => _clock.GetUtcNow() < _access.Expires - Margin;

    private Access AccessIn(JsonElement tokens)
    {
        var token = tokens.GetProperty("access_token").GetString()!;
        return new(token, $"Bearer {token}", _clock.GetUtcNow().AddSeconds(tokens.GetProperty("expires_in").GetInt64()));
    }

    private sealed record Access(string Token, string Bearer, DateTimeOffset Expires);
}
