using System.Text.Json.Nodes;

namespace Platform.Api.Tests.MascotForge;

/// <summary>A client's socket that hears of jobs.</summary>
internal sealed class JobSocket : SocketClient
{
    private JobSocket()
    {
    }

    public static async Task<JobSocket> ConnectAsync(PlatformServer server, string query, string path = "/mascotforge/ws")
    {
        var socket = new JobSocket();
        await socket.OpenAsync(server, path, query);
        return socket;
    }

    /// <summary>Sees to it that the server listens: it answers once it does.</summary>
    public async Task PingAsync()
    {
        await SendTextAsync("""{"event":"ping"}""");
        Assert.Equal("pong", (string?)(await NextTextAsync())?["event"]);
    }

    /// <summary>The data of the next event, which is of a job.</summary>
    public async Task<JsonNode> NextJobAsync()
    {
        var frame = await NextTextAsync();
        Assert.Equal("job:status", (string?)frame?["event"]);
        return frame!["data"]!;
    }
}
