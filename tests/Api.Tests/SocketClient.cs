using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests;

/// <summary>A client's WebSocket.</summary>
public class SocketClient : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    public async Task SendTextAsync(string text) => await _socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, new CancellationTokenSource(Limit).Token);

    /// <summary>The next message, which is JSON; null: the server has closed.</summary>
    public async Task<JsonNode?> NextTextAsync() => await NextAsync() is { } text ? JsonNode.Parse(text) : null;

    /// <summary>The next message; null: the server has closed.</summary>
    public async Task<string?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) break;
        }

        Assert.True(text.Length < 1024 * 1024, "Clients refuse a frame of a mebibyte.");
        return Encoding.UTF8.GetString(text.ToArray());
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, new CancellationTokenSource(Limit).Token);

    public void Dispose()
    {
        _socket.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task OpenAsync(PlatformServer server, string path, string query, string? authorization = null)
    {
        if (authorization is not null) _socket.Options.SetRequestHeader("Authorization", authorization);
        var address = new UriBuilder(server.CreateClient().BaseAddress!) { Scheme = "ws", Path = path, Query = query }.Uri;
        await _socket.ConnectAsync(address, CancellationToken.None);
    }
}
