using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Platform.Benchmarks.Load;

/// <summary>
/// The load: keep-alive connections on the loopback, each with one request under way at any time. It shares the machine with the server, so
/// it is as lean as it can be: one thread, requests that were built before, and of an answer only its status and its end are looked at.
/// </summary>
internal static class LoadClient
{
    public const string Part = "--load";

    /// <summary>
    /// Reads an order from the standard input: the port, the seconds of warm-up and of measuring, the number of connections, and then for
    /// each connection its requests in base64 on one line, divided by spaces. Writes the answers a second.
    /// </summary>
    public static int Run()
    {
        var port = int.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture);
        var warmUp = TimeSpan.FromSeconds(double.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture));
        var measured = TimeSpan.FromSeconds(double.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture));
        var connections = new Dictionary<Socket, Connection>();
        for (var left = int.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture); left > 0; left--)
        {
            var connection = new Connection(port, [.. Console.ReadLine()!.Split(' ').Select(Convert.FromBase64String)]);
            connections.Add(connection.Socket, connection);
        }

        foreach (var connection in connections.Values) connection.Send();
        Drive(connections, warmUp);
        var watch = Stopwatch.StartNew();
        var answers = Drive(connections, measured);
        var rate = answers / watch.Elapsed.TotalSeconds;
        foreach (var connection in connections.Values) connection.Socket.Dispose();
        Console.WriteLine(rate.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static long Drive(Dictionary<Socket, Connection> connections, TimeSpan time)
    {
        var answers = 0L;
        var ready = new List<Socket>(connections.Count);
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < until)
        {
            ready.Clear();
            ready.AddRange(connections.Keys);
            Socket.Select(ready, null, null, 10_000);
            foreach (var socket in ready)
            {
                var connection = connections[socket];
                if (!connection.Receive()) continue;
                answers++;
                connection.Send();
            }
        }

        return answers;
    }

    private sealed class Connection
    {
        private readonly byte[][] _requests;
        private readonly byte[] _buffer = new byte[64 * 1024];
        private int _received;
        private int _next;

        public Connection(int port, byte[][] requests)
        {
            _requests = requests;
            Socket.Connect(IPAddress.Loopback, port);
        }

        public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public void Send()
        {
            var request = _requests[_next];
            _next = (_next + 1) % _requests.Length;
            FreshKey.Write(request);
            _received = 0;
            if (Socket.Send(request) != request.Length) throw new IOException("A request was not taken as a whole.");
        }

        /// <summary>Takes what has arrived; true when the answer is complete.</summary>
        public bool Receive()
        {
            var count = Socket.Receive(_buffer.AsSpan(_received));
            if (count == 0) throw new IOException("The server has closed a connection.");
            _received += count;
            return Answer.IsCompleteSuccess(_buffer.AsSpan(0, _received));
        }
    }
}
