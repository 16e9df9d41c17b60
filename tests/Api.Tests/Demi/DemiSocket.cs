using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Demi;

/// <summary>A client's socket to Demi.</summary>
public sealed class DemiSocket : SocketClient
{
    private long _seq;

    private DemiSocket()
    {
    }

    /// <summary>The place of the last event.</summary>
    public long LastSeq => _seq;

    /// <param name="query">Such as <c>token=…&amp;last_seq=…</c>.</param>
    public static async Task<DemiSocket> ConnectAsync(PlatformServer server, string query, string? header = null, string path = "/demi/api/v1/chat/ws")
    {
        var socket = new DemiSocket();
        await socket.OpenAsync(server, path, query, header);
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

    /// <summary>The next event; null: the server has closed.</summary>
    public async Task<JsonNode?> ReceiveAsync()
    {
        if (await NextTextAsync() is not { } frame) return null;
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
}
