using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Testing;

/// <summary>
/// A server that speaks OpenAI's image generations, on a port of its own. What it answers, a test says: each request takes the next
/// scripted answer, and the last of them stays.
/// </summary>
public sealed class ImageServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RequestDelegate> _next = [];
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private RequestDelegate _last = Draws(Pixel);

    private ImageServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/images/generations", AnswerAsync);
        _app.MapGet("/files/{name}", FileAsync);
    }

    /// <summary>A PNG of one transparent pixel.</summary>
    public static byte[] Pixel { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>What a client is configured with.</summary>
    public string BaseUrl => Root + "/v1";

    public string Root => _app.Urls.Single();

    /// <summary>The bodies of all requests for pictures that reached this server.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = [];

    /// <summary>The Authorization of each request, those for files included.</summary>
    public ConcurrentQueue<string> Keys { get; } = [];

    public static async Task<ImageServer> StartAsync()
    {
        var server = new ImageServer();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Scripts the answers to the next requests.</summary>
    public ImageServer Then(params RequestDelegate[] answers)
    {
        foreach (var answer in answers) _next.Enqueue(answer);
        return this;
    }

    /// <summary>A picture that it answers with an address of; returns that.</summary>
    public string File(string name, byte[] content)
    {
        _files[name] = content;
        return $"{Root}/files/{name}";
    }

    /// <summary>Pictures in base64.</summary>
    public static RequestDelegate Draws(params byte[][] pictures) =>
        Sends([.. pictures.Select(picture => new JsonObject { ["b64_json"] = Convert.ToBase64String(picture) })]);

    /// <summary>Addresses of pictures.</summary>
    public static RequestDelegate Links(params string[] addresses) =>
        Sends([.. addresses.Select(address => new JsonObject { ["url"] = address })]);

    /// <summary>Pictures of any form.</summary>
    public static RequestDelegate Sends(params JsonNode[] data) =>
        Writes(new JsonObject { ["created"] = 1, ["data"] = new JsonArray(data) }.ToJsonString());

    /// <summary>An error as such servers send it. It repeats the key that it was sent, as some do.</summary>
    public static RequestDelegate Fails(int status, string? code = null, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        var error = new JsonObject { ["code"] = code, ["message"] = $"Refused: {context.Request.Headers.Authorization}" };
        return Writes(new JsonObject { ["error"] = error }.ToJsonString())(context);
    };

    /// <summary>Any body at all.</summary>
    public static RequestDelegate Writes(string body, string contentType = "application/json") => context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>The connection is cut, in the middle of an answer if one <paramref name="hasBegun"/>.</summary>
    public static RequestDelegate Breaks(bool hasBegun) => async context =>
    {
        if (hasBegun)
        {
            await Writes("""{"created":1,"data":[{"b64_json":"iVBORw0""")(context);
            await context.Response.Body.FlushAsync();
        }

        context.Abort();
    };

    /// <summary>Nothing, until the client gives up or what it waits for is over; then as <paramref name="answer"/> says.</summary>
    public static RequestDelegate Waits(TaskCompletionSource arrived, Task over, RequestDelegate answer) => async context =>
    {
        var left = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => left.TrySetResult());
        arrived.TrySetResult();
        await Task.WhenAny(over, left.Task);
        if (over.IsCompleted) await answer(context);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        Keys.Enqueue(context.Request.Headers.Authorization.ToString());
        Requests.Enqueue((await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body))!);
        if (_next.TryDequeue(out var next)) _last = next;
        await _last(context);
    }

    private Task FileAsync(HttpContext context)
    {
        Keys.Enqueue(context.Request.Headers.Authorization.ToString());
        if (_files.TryGetValue((string)context.Request.RouteValues["name"]!, out var content))
        {
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(content).AsTask();
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
