using Microsoft.AspNetCore.Http.Features;

namespace Platform.Api.Products;

/// <summary>
/// Finds the product that a request asks: by its host name where the product has one of its own, else by the first segment of the path.
/// Repeated slashes count as one, because clients glue base addresses and paths together; nothing is redirected, because a redirect
/// breaks preflights and turns a POST into a GET.
/// </summary>
internal sealed class ProductRouting
{
    private readonly RequestDelegate _next;
    private readonly Dictionary<string, Product> _byId;
    private readonly ProductHosts _hosts;

    /// <summary>The product whose clients speak Socket.IO. They take the path of an address for a namespace, and ask the host itself.</summary>
    private readonly Product? _socketIo;

    public ProductRouting(RequestDelegate next, IEnumerable<Product> products, ProductHosts hosts)
    {
        _next = next;
        _byId = products.ToDictionary(product => product.Id, StringComparer.OrdinalIgnoreCase);
        _hosts = hosts;
        _socketIo = _byId.Values.SingleOrDefault(product => product.SocketIoPath.Length > 0);
    }

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // A request of the server itself, or for a tunnel, has none: OPTIONS *, CONNECT host:port.
        var path = request.Path.Value is { Length: > 0 } asked ? WithSingleSlashes(asked) : "/";
        var product = _hosts.Find(request.Host);
        if (product is not null) path = $"/{product.Id}{path}";
        else if (_byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(FirstSegment(path), out var byPath)) product = byPath;
        else if (_socketIo is not null && Is(path, _socketIo.SocketIoPath)) path = $"/{(product = _socketIo).Id}{path}";

        if (product is { SocketIoPath.Length: > 0 } && Is(path.AsSpan(1 + product.Id.Length), product.SocketIoPath))
            path = $"/{product.Id}{product.BasePath}{product.SocketIoPath}";
        if (product is { SocketPath.Length: > 0 } && context.WebSockets.IsWebSocketRequest && IsBase(path.AsSpan(1 + product.Id.Length).TrimEnd('/'), product))
            path = $"/{product.Id}{product.BasePath}{product.SocketPath}";
        // Not by the conversion from a string, which unescapes: the server has done that, and twice is once too often.
        request.Path = new PathString(path);
        if (product is not null)
        {
            context.Features.Set(product);
            context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("product", product.Id));
        }

        return _next(context);
    }

    /// <summary>Whether a path below the product's own is where its clients may open a socket: the host, its base, and the socket's path at the host.</summary>
    private static bool IsBase(ReadOnlySpan<char> path, Product product) =>
        path.IsEmpty || path.Equals(product.BasePath, StringComparison.OrdinalIgnoreCase) || path.Equals(product.SocketPath, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> path, string expected) => path.TrimEnd('/').Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> FirstSegment(string path)
    {
        var rest = path.AsSpan(1);
        var end = rest.IndexOf('/');
        return end < 0 ? rest : rest[..end];
    }

    private static string WithSingleSlashes(string path)
    {
        while (path.Contains("//", StringComparison.Ordinal)) path = path.Replace("//", "/", StringComparison.Ordinal);
        return path;
    }
}
