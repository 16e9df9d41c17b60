using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;

namespace Platform.Api.Operators;

/// <summary>The files of the operators' page, which are part of the program: it needs nothing from elsewhere.</summary>
internal static class OperatorAssets
{
    private static readonly ConcurrentDictionary<string, (byte[] Bytes, string Tag)> Files = new();

    public static Task WriteAsync(HttpContext context, string name)
    {
        var (bytes, tag) = Files.GetOrAdd(name, Read);
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = TypeOf(name);
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }

    private static (byte[] Bytes, string Tag) Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is no part of this program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };
}
