using System.Net;
using System.Net.Sockets;

namespace Platform.Testing;

public static class Ports
{
    /// <summary>Below those that systems give to whoever connects: one of these nobody gets by chance before it is listened to.</summary>
    private const int First = 10_000;
    private const int Count = 20_000;

    private static int _next = Random.Shared.Next(Count);

    /// <summary>A port of the loopback on which nobody listens. None is given twice.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }
}
