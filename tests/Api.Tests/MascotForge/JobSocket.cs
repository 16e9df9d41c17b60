using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.MascotForge;

/// <summary>A client's socket that hears of jobs.</summary>
internal sealed class JobSocket : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();

    private JobSocket()
    {
    }

    public (WebSocketCloseStatus? Status, string? Reason) Closed => (_socket.CloseStatus, _socket.CloseStatusDescription);

    public static async Task<JobSocket> ConnectAsync(PlatformServer server, string query, string path = "/mascotforge/ws")
    {
        var socket = new JobSocket();
        var address = new UriBuilder(server.CreateClient().BaseAddress!) { Scheme = "ws", Path = path, Query = query }.Uri;
        await socket._socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }

    /// <summary>Sees to it that the server listens: it answers once it does.</summary>
    public async Task PingAsync()
    {
        await SendAsync("""{"event":"ping"}""");
        Assert.Equal("pong", (string?)(await NextAsync())?["event"]);
    }

    public async Task SendAsync(string text) => await _socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, new CancellationTokenSource(Limit).Token);

    /// <summary>The next message; null: the server has closed.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(text.ToArray());
        }
    }

    /// <summary>The data of the next event, which is of a job.</summary>
    public async Task<JsonNode> NextJobAsync()
    {
        var frame = await NextAsync();
        Assert.Equal("job:status", (string?)frame?["event"]);
        return frame!["data"]!;
    }

    public void Dispose() => _socket.Dispose();
}
