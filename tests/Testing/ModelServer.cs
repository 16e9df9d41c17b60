using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Testing;

/// <summary>
/// A server that speaks OpenAI's chat completions, on a port of its own. What it answers, a test says: each request takes the next scripted
/// answer, and the last of them stays.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RequestDelegate> _next = [];
    private RequestDelegate _last = Says("Hello.");

    private ModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    /// <summary>What a client is configured with.</summary>
    public string BaseUrl => _app.Urls.Single() + "/v1";

    /// <summary>The bodies of all requests that reached this server.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = [];

    public static async Task<ModelServer> StartAsync()
    {
        var server = new ModelServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Scripts the answers to the next requests.</summary>
    public ModelServer Then(params RequestDelegate[] answers)
    {
        foreach (var answer in answers) _next.Enqueue(answer);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A whole answer, or the same in pieces where the request asks for a stream.</summary>
    public static RequestDelegate Says(params string[] pieces) => context => IsStream(context)
        ? StreamAsync(context, [.. pieces.Select(piece => Chunk(piece)), Chunk("", "stop"), UsageChunk, "[DONE]"])
        : JsonAsync(context, new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = "test",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = string.Concat(pieces) },
                ["finish_reason"] = "stop",
            }),
            ["usage"] = Usage,
        });

    /// <summary>These events of a stream, and its end.</summary>
    public static RequestDelegate Streams(params string[] events) => context => StreamAsync(context, events);

    /// <summary>These events of a stream, and when they were <paramref name="heard"/> the connection is cut.</summary>
    public static RequestDelegate BreaksAfter(Task heard, params string[] events) => async context =>
    {
        await StreamAsync(context, events);
        await heard;
        context.Abort();
    };

    /// <summary>The pieces of a stream as a test hands them out, and its end; if they end with an exception the connection is cut.</summary>
    public static RequestDelegate Dribbles(ChannelReader<string> pieces) => async context =>
    {
        await StreamAsync(context, []);
        try
        {
            await foreach (var piece in pieces.ReadAllAsync()) await StreamAsync(context, [Chunk(piece)]);
            await StreamAsync(context, [Chunk("", "stop"), UsageChunk, "[DONE]"]);
        }
        catch (EndOfStreamException)
        {
            context.Abort();
        }
    };

    /// <summary>An error as such servers send it. It repeats the key that it was sent, as some do.</summary>
    public static RequestDelegate Fails(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return JsonAsync(context, new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = $"Refused: {context.Request.Headers.Authorization}", ["type"] = "server_error" },
        });
    };

    /// <summary>Any body at all.</summary>
    public static RequestDelegate Writes(string body, string contentType = "application/json") => context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Nothing, until the client gives up; then <paramref name="gaveUp"/> completes.</summary>
    public static RequestDelegate Hangs(TaskCompletionSource arrived, TaskCompletionSource gaveUp) => async context =>
    {
        context.RequestAborted.Register(() => gaveUp.TrySetResult());
        arrived.TrySetResult();
        await gaveUp.Task;
    };

    /// <summary>One event of a stream with a piece of the answer.</summary>
    public static string Chunk(string content, string? finishReason = null) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1,
        ["model"] = "test",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
            ["finish_reason"] = finishReason,
        }),
    }.ToJsonString();

    private static JsonObject Usage => new() { ["prompt_tokens"] = 11, ["completion_tokens"] = 7, ["total_tokens"] = 18 };

    private static string UsageChunk => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1,
        ["model"] = "test",
        ["choices"] = new JsonArray(),
        ["usage"] = Usage,
    }.ToJsonString();

    private static bool IsStream(HttpContext context) => (bool?)((JsonObject)context.Items["body"]!)["stream"] == true;

    private static Task JsonAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    private static async Task StreamAsync(HttpContext context, string[] events)
    {
        if (!context.Response.HasStarted) context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        foreach (var data in events)
        {
            await context.Response.WriteAsync($"data: {data}\n\n");
            await context.Response.Body.FlushAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body))!;
        context.Items["body"] = body;
        Requests.Enqueue(body);
        if (_next.TryDequeue(out var next)) _last = next;
        await _last(context);
    }
}
