using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Demi;

/// <summary>A client's socket to Demi.</summary>
public sealed class DemiSocket : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private long _seq;

    private DemiSocket()
    {
    }

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    /// <summary>The place of the last event.</summary>
    public long LastSeq => _seq;

    /// <param name="query">Such as <c>token=…&amp;last_seq=…</c>.</param>
    public static async Task<DemiSocket> ConnectAsync(PlatformServer server, string query, string? header = null, string path = "/demi/api/v1/chat/ws")
    {
        var socket = new DemiSocket();
        if (header is not null) socket._socket.Options.SetRequestHeader("Authorization", header);
        var address = new UriBuilder(server.CreateClient().BaseAddress!) { Scheme = "ws", Path = path, Query = query }.Uri;
        await socket._socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }

    /// <summary>With the history read.</summary>
    public static async Task<(DemiSocket Socket, JsonNode History)> OpenAsync(PlatformServer server, DemiClient user)
    {
        var socket = await ConnectAsync(server, $"token={user.Token}");
        return (socket, await socket.NextAsync("history"));
    }

    public Task SendAsync(string name, JsonObject? data = null)
    {
        var frame = new JsonObject { ["event"] = name };
        if (data is not null) frame["data"] = data;
        return SendTextAsync(frame.ToJsonString());
    }

    public Task SayAsync(string content) => SendAsync("message", new JsonObject { ["content"] = content });

    public async Task SendTextAsync(string text) => await _socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, new CancellationTokenSource(Limit).Token);

    /// <summary>The next event; null: the server has closed.</summary>
    public async Task<JsonNode?> ReceiveAsync()
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
        var frame = JsonNode.Parse(text.ToArray())!;
        var seq = frame["seq"]!.GetValue<long>();
        Assert.True(seq > _seq, $"{seq} after {_seq}");
        _seq = seq;
        Assert.EndsWith("Z", frame["timestamp"]!.GetValue<string>());
        return frame;
    }

    /// <summary>The data of the next event, which must be this one.</summary>
    public async Task<JsonNode> NextAsync(string name)
    {
        var frame = await ReceiveAsync();
        Assert.Equal(name, frame?["event"]?.GetValue<string>());
        return frame!["data"]!;
    }

    /// <summary>The data of the next event of this name; others before it are passed over.</summary>
    public async Task<JsonNode> UntilAsync(string name)
    {
        while (true)
        {
            var frame = await ReceiveAsync() ?? throw new InvalidOperationException($"Closed before {name}: {CloseStatus} {CloseReason}");
            if (frame["event"]!.GetValue<string>() == name) return frame["data"]!;
        }
    }

    public async Task UntilClosedAsync()
    {
        while (await ReceiveAsync() is not null)
        {
            // Whatever comes before.
        }
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, new CancellationTokenSource(Limit).Token);

    public void Dispose() => _socket.Dispose();
}
