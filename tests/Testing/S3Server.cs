using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Testing;

/// <summary>
/// A server that speaks S3, on a port of its own, with one bucket. It checks every signature and hash, and refuses what it doesn't know. A
/// test makes it slow, refuse or break with <see cref="Then"/>.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "files-of-tests";
    public const string Region = "eu-test-1";
    public const string AccessKey = "AKIDTEST";
    public const string SecretKey = "secret/of+the/tests";

    private static readonly XNamespace Xml = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<Func<HttpContext, RequestDelegate, Task>> _faults = [];
    private readonly ConcurrentDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);

    private S3Server(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(GuardAsync);
    }

    /// <summary>What a client is configured with.</summary>
    public string Endpoint => _app.Urls.Single();

    /// <summary>How many files one answer lists at most, whatever is asked for.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Whether it is as old as servers that delete several files only by a request with its MD5 sum.</summary>
    public bool WantsContentMD5 { get; set; }

    /// <summary>Keys of files that nobody may delete.</summary>
    public ConcurrentDictionary<string, bool> Locked { get; } = [];

    /// <summary>Method and key of every request, those that failed included.</summary>
    public ConcurrentQueue<(string Method, string Key)> Requests { get; } = [];

    /// <summary>The keys of all files, in order, with their media types.</summary>
    public IReadOnlyList<(string Key, string ContentType)> Objects =>
        [.. _objects.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value.ContentType))];

    public static async Task<S3Server> StartAsync(TimeProvider clock)
    {
        var server = new S3Server(clock);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A file that somebody else has put into the bucket.</summary>
    public void Add(string key, byte[] content) =>
        _objects[key] = new StoredObject(content, "application/octet-stream", _clock.GetUtcNow());

    /// <summary>What happens to the next requests, one each.</summary>
    public S3Server Then(params Func<HttpContext, RequestDelegate, Task>[] faults)
    {
        foreach (var fault in faults) _faults.Enqueue(fault);
        return this;
    }

    public static Func<HttpContext, RequestDelegate, Task> Refuses(int status, string code) =>
        (context, _) => ErrorAsync(context, status, code);

    /// <summary>The connection is cut before anything is done.</summary>
    public static Task Breaks(HttpContext context, RequestDelegate _)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Half of the answer's body is sent; what then happens, a test says.</summary>
    public static Func<HttpContext, RequestDelegate, Task> AfterHalf(Func<HttpContext, Task> then) => async (context, next) =>
    {
        var body = context.Response.Body;
        using var whole = new MemoryStream();
        context.Response.Body = whole;
        await next(context);
        context.Response.Body = body;
        await body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2));
        await body.FlushAsync();
        await then(context);
    };

    /// <summary>Nothing, until the client gives up.</summary>
    public static async Task Hangs(HttpContext context)
    {
        var gaveUp = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gaveUp.SetResult);
        await gaveUp.Task;
    }

    private async Task GuardAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/', 3);
        var key = path.ElementAtOrDefault(2) ?? "";
        Requests.Enqueue((context.Request.Method, key));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        RequestDelegate answer = _ => AnswerAsync(context, key, body.ToArray());
        var isSigned = S3Signature.IsRight(context, body.ToArray(), AccessKey, SecretKey, Region);
        if (!isSigned) await ErrorAsync(context, 403, "SignatureDoesNotMatch");
        else if (path[1] != Bucket) await ErrorAsync(context, 404, "NoSuchBucket");
        else if (_faults.TryDequeue(out var fault)) await fault(context, answer);
        else await answer(context);
    }

    private Task AnswerAsync(HttpContext context, string key, byte[] body) => (context.Request.Method, key) switch
    {
        ("GET", "") when context.Request.Query["list-type"] == "2" => ListAsync(context),
        ("POST", "") when context.Request.Query.ContainsKey("delete") => DeleteManyAsync(context, body),
        ("PUT", not "") => PutAsync(context, key, body),
        ("GET" or "HEAD", not "") => GetAsync(context, key),
        ("DELETE", not "") => DeleteAsync(context, key),
        _ => ErrorAsync(context, 501, "NotImplemented"),
    };

    private Task PutAsync(HttpContext context, string key, byte[] body)
    {
        var stored = new StoredObject(body, context.Request.ContentType ?? "binary/octet-stream", _clock.GetUtcNow());
        _objects[key] = stored;
        context.Response.Headers.ETag = stored.ETag;
        return Task.CompletedTask;
    }

    private async Task GetAsync(HttpContext context, string key)
    {
        if (!_objects.TryGetValue(key, out var stored))
        {
            await ErrorAsync(context, 404, "NoSuchKey");
            return;
        }

        var (from, to, length) = (0L, stored.Content.LongLength - 1, stored.Content.LongLength);
        if (context.Request.GetTypedHeaders().Range?.Ranges.Single() is { } range)
        {
            (from, to) = (range.From!.Value, Math.Min(range.To ?? to, to));
            if (from >= length)
            {
                await ErrorAsync(context, 416, "InvalidRange");
                return;
            }

            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{length}");
        }

        context.Response.ContentType = stored.ContentType;
        context.Response.ContentLength = to - from + 1;
        context.Response.Headers.ETag = stored.ETag;
        context.Response.Headers.LastModified = stored.Time.ToString("R", CultureInfo.InvariantCulture);
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.Body.WriteAsync(stored.Content.AsMemory((int)from, (int)(to - from + 1)));
    }

    private Task DeleteAsync(HttpContext context, string key)
    {
        if (Locked.ContainsKey(key)) return ErrorAsync(context, 403, "AccessDenied");
        _objects.TryRemove(key, out _);
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private async Task DeleteManyAsync(HttpContext context, byte[] body)
    {
        var hasMD5 = context.Request.Headers.ContentMD5.Count > 0;
        var hasSum = context.Request.Headers.Keys.Any(name => name.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase));
        if (!hasMD5 && (WantsContentMD5 || !hasSum))
        {
            await ErrorAsync(context, 400, "InvalidRequest");
            return;
        }

        var asked = XDocument.Load(new MemoryStream(body));
        var keys = asked.Descendants().Where(one => one.Name.LocalName == "Key").Select(one => one.Value).ToList();
        if (keys.Count > 1000)
        {
            await ErrorAsync(context, 400, "MalformedXML");
            return;
        }

        var refused = keys.Where(Locked.ContainsKey).ToList();
        foreach (var key in keys.Except(refused)) _objects.TryRemove(key, out _);
        await XmlAsync(context, new XElement(Xml + "DeleteResult", refused.Select(key => new XElement(
            Xml + "Error", new XElement(Xml + "Key", key), new XElement(Xml + "Code", "AccessDenied")))));
    }

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (prefix, after) = (query["prefix"].ToString(), query["continuation-token"].ToString());
        var most = int.TryParse(query["max-keys"], CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, PageSize) : PageSize;
        var found = _objects.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(one.Key, after) > 0)
            .OrderBy(one => one.Key, StringComparer.Ordinal).Take(most + 1).ToList();
        var page = found.Take(most).ToList();
        return XmlAsync(context, new XElement(
            Xml + "ListBucketResult",
            new XElement(Xml + "Name", Bucket),
            new XElement(Xml + "Prefix", prefix),
            new XElement(Xml + "KeyCount", page.Count),
            new XElement(Xml + "IsTruncated", found.Count > most),
            found.Count > most ? new XElement(Xml + "NextContinuationToken", page[^1].Key) : null,
            page.Select(one => new XElement(
                Xml + "Contents",
                new XElement(Xml + "Key", one.Key),
                new XElement(Xml + "LastModified", one.Value.Time.UtcDateTime),
                new XElement(Xml + "ETag", one.Value.ETag),
                new XElement(Xml + "Size", one.Value.Content.Length)))));
    }

    private static Task XmlAsync(HttpContext context, XElement answer)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(answer.ToString(SaveOptions.DisableFormatting));
    }

    private static Task ErrorAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : XmlAsync(context, new XElement("Error", new XElement("Code", code), new XElement("Message", "Said by a test.")));
    }

    private sealed record StoredObject(byte[] Content, string ContentType, DateTimeOffset Time)
    {
#pragma warning disable CA5351 // So it is on real servers, and clients check what they have read against it.
        public string ETag { get; } = $"\"{Convert.ToHexStringLower(MD5.HashData(Content))}\"";
#pragma warning restore CA5351
    }
}
