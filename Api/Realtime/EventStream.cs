using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Platform.Api.Errors;
using Platform.Api.Products;

namespace Platform.Api.Realtime;

/// <summary>
/// An answer as server-sent events, each with one line of JSON. From its first event on the status is that of a success: what goes wrong
/// later is the event <c>error</c>, in the product's envelope, and the last one.
/// </summary>
internal sealed class EventStream(HttpContext context)
{
    public const string MediaType = "text/event-stream";

    /// <summary>Whether whoever asks wants events.</summary>
    public static bool IsWanted(HttpRequest request) => request.GetTypedHeaders().Accept.Any(type =>
        type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && type.Quality is not 0);

    /// <summary>Sends events for as long as the client stays and the process serves.</summary>
    /// <exception cref="ApiException">It serves no longer: the client asks again, elsewhere.</exception>
    public static async Task SendAllAsync(HttpContext context, Func<EventStream, CancellationToken, Task> send)
    {
        var over = context.RequestServices.GetRequiredService<Serving>().Over;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, over);
        try
        {
            await send(new EventStream(context), either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new ApiException(ApiError.Unavailable);
        }
    }

    /// <param name="id">What a client that comes back sends as <c>Last-Event-ID</c>; null: it goes on where it was.</param>
    public Task SendAsync(string name, string json, string? id = null) =>
        WriteAsync($"event: {name}\n{(id is null ? "" : $"id: {id}\n")}data: {json}\n\n");

    /// <summary>Shows whatever stands between that somebody is still there.</summary>
    public Task BeatAsync() => WriteAsync(": \n\n");

    public async Task FailAsync(ApiError error)
    {
        // Written elsewhere, because here the status and the headers are gone.
        var aside = new DefaultHttpContext { RequestServices = context.RequestServices };
        aside.Features.Set(Product.Of(context));
        using var body = new MemoryStream();
        aside.Response.Body = body;
        await ErrorEnvelopes.WriteAsync(aside, error);
        await aside.Response.CompleteAsync();
        await SendAsync("error", Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));
    }

    /// <summary>The stream that an answer has begun as, or null.</summary>
    public static EventStream? Of(HttpContext context) => context.Features.Get<EventStream>();

    private async Task WriteAsync(string text)
    {
        if (!context.Response.HasStarted) Begin();
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private void Begin()
    {
        context.Features.Set(this);
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        context.Response.ContentType = MediaType;
        context.Response.Headers.CacheControl = "no-store";
        // nginx and its kin hold back what they think is a small answer.
        context.Response.Headers["X-Accel-Buffering"] = "no";
    }
}
