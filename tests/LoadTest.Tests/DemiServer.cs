using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.LoadTest.Tests;

/// <summary>As much of Demi's contract as a load test sees, on a port of its own. What it does with a message, a test says.</summary>
internal sealed class DemiServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _number;
    private int _refusals;

    private DemiServer(Func<Session, Task> onMessage)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapPost("/demi/api/v1/auth/register", RegisterAsync);
        _app.MapPost("/demi/api/v1/auth/refresh", () => Results.Text(Tokens(expiresIn: 1800), "application/json"));
        _app.MapPost("/demi/api/v1/chat/send", () => Results.Text("""{"message":{}}""", "application/json"));
        _app.MapGet("/demi/api/v1/chat/history", () => Results.Text("""{"messages":[]}""", "application/json"));
        _app.MapGet("/demi/api/v1/status", () => Results.Text("""{"status":"ok"}""", "application/json"));
        _app.MapGet("/demi/api/v1/chat/ws", context => TalkAsync(context, onMessage));
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>How many registrations are refused before one is accepted.</summary>
    public int Refusals
    {
        set => _refusals = value;
    }

    public int ExpiresIn { get; set; } = 1800;

    public int Registrations => _number;

    /// <summary>The tokens with which sockets were opened.</summary>
    public ConcurrentQueue<string> Opened { get; } = [];

    public static async Task<DemiServer> StartAsync(Func<Session, Task> onMessage)
    {
        var server = new DemiServer(onMessage);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Delivered, typing, and answered, as the contract has it.</summary>
    public static async Task AnswerAsync(Session session)
    {
        await session.SendAsync("delivered", new JsonObject { ["message_id"] = "1" });
        await session.SendAsync("typing", new JsonObject { ["is_typing"] = true });
        await session.SendAsync("message", new JsonObject { ["message_id"] = "2", ["sender"] = "demi", ["content"] = "Hello!" });
        await session.SendAsync("emotion_update", new JsonObject { ["mood"] = "happy" });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Tokens(int expiresIn) =>
        new JsonObject { ["access_token"] = $"token-{Interlocked.Increment(ref _number)}", ["refresh_token"] = "r", ["expires_in"] = expiresIn }.ToJsonString();

    private IResult RegisterAsync(HttpContext context)
    {
        if (Interlocked.Decrement(ref _refusals) < 0) return Results.Text(Tokens(ExpiresIn), "application/json", statusCode: 201);
        context.Response.Headers.RetryAfter = "1";
        return Results.Text("""{"detail":"Slowly.","code":"rate_limited"}""", "application/json", statusCode: 429);
    }

    private async Task TalkAsync(HttpContext context, Func<Session, Task> onMessage)
    {
        Opened.Enqueue($"{context.Request.Query["token"]}");
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var session = new Session(socket);
        // A long one, in pieces: clients must not take a piece for a frame.
        await session.SendAsync("history", new JsonObject { ["messages"] = new JsonArray(new string('x', 20_000)), ["count"] = 1 }, pieces: 3);
        var buffer = new byte[4096];
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer, context.RequestAborted);
            if (received.MessageType == WebSocketMessageType.Close) return;
            var frame = JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
            if (frame["event"]!.GetValue<string>() == "message") await onMessage(session);
        }
    }

    internal sealed class Session(WebSocket socket)
    {
        public Task CloseAsync(int status) => socket.CloseOutputAsync((WebSocketCloseStatus)status, "", CancellationToken.None);

        public async Task SendAsync(string name, JsonObject data, int pieces = 1)
        {
            var frame = JsonSerializer.SerializeToUtf8Bytes(
                new JsonObject { ["event"] = name, ["data"] = data, ["timestamp"] = "2026-01-01T00:00:00Z", ["seq"] = 1 });
            var size = (frame.Length / pieces) + 1;
            for (var start = 0; start < frame.Length; start += size)
            {
                var piece = frame.AsMemory(start, Math.Min(size, frame.Length - start));
                await socket.SendAsync(piece, WebSocketMessageType.Text, start + size >= frame.Length, CancellationToken.None);
            }
        }
    }
}
