using System.Diagnostics.Metrics;
using Platform.Api.Products;
using Platform.Telemetry;

namespace Platform.Api.Realtime;

/// <summary><c>platform.sockets</c>: the WebSockets that are open now, by product.</summary>
internal static class SocketMeasure
{
    private static readonly UpDownCounter<int> Sockets =
        PlatformMeter.Meter.CreateUpDownCounter<int>("platform.sockets", "{socket}", "WebSockets that are open.");

    /// <summary>Counts one until it is disposed.</summary>
    public static IDisposable Opened(HttpContext context)
    {
        var product = new KeyValuePair<string, object?>("product", Product.Of(context)?.Id);
        Sockets.Add(1, product);
        return new Counted(product);
    }

    private sealed class Counted(KeyValuePair<string, object?> product) : IDisposable
    {
        public void Dispose() => Sockets.Add(-1, product);
    }
}
