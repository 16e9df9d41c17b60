using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Platform.Api.Limits;

/// <summary>
/// The section <c>Limits</c>: the most that one client may send, hold open, or let the server wait for. Requests that break what stands
/// before a product is known, headers and first lines, are answered by Kestrel itself, with a bare status.
/// </summary>
public sealed class LimitsOptions
{
    /// <summary>No body is larger, whatever its route says.</summary>
    private const int LargestBody = 16 * 1024 * 1024;

    /// <summary>Of a body, where its route has no limit of its own.</summary>
    [Range(1024, LargestBody)]
    public int BodyBytes { get; set; } = 256 * 1024;

    /// <summary>How deep values may stand in each other.</summary>
    [Range(4, 64)]
    public int JsonDepth { get; set; } = 32;

    /// <summary>Of a request's first line: method, address and version.</summary>
    [Range(1024, 64 * 1024)]
    public int RequestLineBytes { get; set; } = 8 * 1024;

    /// <summary>Of all headers together.</summary>
    [Range(1024, 1024 * 1024)]
    public int HeaderBytes { get; set; } = 32 * 1024;

    [Range(10, 1000)]
    public int HeaderCount { get; set; } = 100;

    /// <summary>How long a client may take to send the headers, and to finish a TLS handshake.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:02:00")]
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may stand idle between two requests.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(130);

    /// <summary>How slowly a client may send a body, or take an answer that it was sent. 0: as slowly as it likes.</summary>
    [Range(0, 1024 * 1024)]
    public int BytesPerSecond { get; set; } = 240;

    /// <summary>How long it may be slower than that.</summary>
    [Range(typeof(TimeSpan), "00:00:01.1", "00:02:00")]
    public TimeSpan SlowTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Of all clients together. One more is closed at once.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 20_000;

    /// <summary>WebSockets of all clients together, over either version of HTTP, and beside them sessions of Socket.IO. One more is answered with 503.</summary>
    [Range(1, 1_000_000)]
    public int Sockets { get; set; } = 10_000;

    /// <summary>Of a message on a WebSocket.</summary>
    [Range(1024, 1024 * 1024)]
    public int SocketMessageBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// Requests at once on one connection of HTTP/2. Of a client that cancels them as fast as it sends them Kestrel takes twice as many
    /// before it ends the connection.
    /// </summary>
    [Range(1, 1000)]
    public int StreamsPerConnection { get; set; } = 100;

    internal void ApplyTo(KestrelServerOptions kestrel)
    {
        // Nobody needs to know what answers.
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = LargestBody;
        limits.MaxRequestLineSize = RequestLineBytes;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.RequestHeadersTimeout = HeadersTimeout;
        limits.KeepAliveTimeout = IdleTimeout;
        limits.MinRequestBodyDataRate = limits.MinResponseDataRate = BytesPerSecond == 0 ? null : new MinDataRate(BytesPerSecond, SlowTime);
        limits.MaxConcurrentConnections = Connections;
        limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
    }
}
