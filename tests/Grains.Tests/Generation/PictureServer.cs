using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Tests.Generation;

/// <summary>A web server with what a test puts on it, on a port of its own.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = [];

    private PictureServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    /// <summary>Host, path and headers of every request.</summary>
    public ConcurrentQueue<(string Url, IHeaderDictionary Headers)> Requests { get; } = [];

    public static async Task<PictureServer> StartAsync()
    {
        var server = new PictureServer();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public PictureServer Has(string path, RequestDelegate page)
    {
        _pages[path] = page;
        return this;
    }

    public PictureServer Has(string path, byte[] content, string? contentType = "image/png") => Has(path, context =>
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        return context.Response.Body.WriteAsync(content).AsTask();
    });

    public PictureServer Leads(string path, string location, int status = 302) => Has(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        context.Response.Headers.SetCookie = "seen=1; path=/";
        return Task.CompletedTask;
    });

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        Requests.Enqueue(($"{request.Host}{request.Path}", new HeaderDictionary(request.Headers.ToDictionary())));
        if (_pages.TryGetValue(request.Path, out var page)) return page(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
