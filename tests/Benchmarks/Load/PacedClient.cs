using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Platform.Benchmarks.Load;

/// <summary>
/// An open load: each request goes out at its time, whether or not earlier ones have been answered, and its latency counts from that time.
/// So a server that stalls can't hold the load back and hide its own stall. As lean as <see cref="LoadClient"/>.
/// </summary>
internal static class PacedClient
{
    public const string Part = "--paced-load";

    /// <summary>After the last request has gone out, its answer is waited for so long.</summary>
    private static readonly long Patience = 20 * Stopwatch.Frequency;

    /// <summary>
    /// Reads an order from the standard input: the port, the seconds of warm-up and of measuring, the requests a second, and the requests
    /// in base64 on one line, divided by spaces, to be taken in turn. Writes how many were answered with 2xx and with anything else, and
    /// of the former the median and the 99th percentile of the latency, in milliseconds.
    /// </summary>
    public static int Run()
    {
        var port = int.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture);
        var warmUp = double.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture);
        var measured = double.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture);
        var rate = double.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture);
        byte[][] requests = [.. Console.ReadLine()!.Split(' ').Select(Convert.FromBase64String)];
        var load = new Load(port, requests, rate);
        load.Run((long)(warmUp * rate), (long)((warmUp + measured) * rate));
        Console.WriteLine(load.Result());
        return 0;
    }

    private sealed class Load(int port, byte[][] requests, double rate)
    {
        private readonly Stack<Connection> _free = [];
        private readonly Dictionary<Socket, Connection> _busy = [];
        private readonly List<double> _latencies = [];
        private long _refused;

        public void Run(long warmUp, long count)
        {
            var ready = new List<Socket>();
            var start = Stopwatch.GetTimestamp();
            var sent = 0L;
            var next = start;
            while (sent < count || (_busy.Count > 0 && Stopwatch.GetTimestamp() < next + Patience))
            {
                for (; sent < count && next <= Stopwatch.GetTimestamp(); next = start + (long)(++sent / rate * Stopwatch.Frequency))
                    Send(requests[sent % requests.Length], sent >= warmUp ? next : null);
                // Not longer than until the next one is due, and never in a hurry: this client must not take the server's time.
                Receive(ready, wait: sent < count ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), next) : TimeSpan.FromMilliseconds(20));
            }

            _refused += _busy.Count;
        }

        public string Result()
        {
            _latencies.Sort();
            return string.Create(
                CultureInfo.InvariantCulture, $"{_latencies.Count} {_refused} {Percentile(0.5):R} {Percentile(0.99):R}");
        }

        private double Percentile(double share) => _latencies.Count == 0 ? 0 : _latencies[(int)(share * (_latencies.Count - 1))];

        private void Send(byte[] request, long? due)
        {
            var connection = _free.Count > 0 ? _free.Pop() : new Connection(port);
            connection.Send(request, due);
            _busy.Add(connection.Socket, connection);
        }

        private void Receive(List<Socket> ready, TimeSpan wait)
        {
            ready.Clear();
            ready.AddRange(_busy.Keys);
            if (ready.Count == 0)
            {
                if (wait > TimeSpan.Zero) Thread.Sleep(wait);
                return;
            }

            Socket.Select(ready, null, null, Math.Max(0, (int)wait.TotalMicroseconds));
            foreach (var socket in ready)
            {
                var connection = _busy[socket];
                if (!connection.Receive()) continue;
                _busy.Remove(socket);
                _free.Push(connection);
                if (connection.Due is not { } due) continue;
                if (connection.HasSucceeded) _latencies.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
                else _refused++;
            }
        }
    }

    private sealed class Connection
    {
        private readonly byte[] _buffer = new byte[64 * 1024];
        private int _received;

        public Connection(int port) => Socket.Connect(IPAddress.Loopback, port);

        public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        /// <summary>When the request should have gone out; null where it doesn't count.</summary>
        public long? Due { get; private set; }

        public bool HasSucceeded => Answer.IsSuccess(_buffer.AsSpan(0, _received));

        public void Send(byte[] request, long? due)
        {
            Due = due;
            _received = 0;
            if (Socket.Send(request) != request.Length) throw new IOException("A request was not taken as a whole.");
        }

        public bool Receive()
        {
            var count = Socket.Receive(_buffer.AsSpan(_received));
            if (count == 0) throw new IOException("The server has closed a connection.");
            _received += count;
            return Answer.IsComplete(_buffer.AsSpan(0, _received));
        }
    }
}
