using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Platform.Generation;

namespace Platform.Tests.Generation;

/// <summary>An Internet in which every connection leads to one local server, and names are what a test says.</summary>
internal sealed class StagedInternet(int port) : Internet
{
    public const string Public = "93.184.216.34";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<IPAddress[]>> _names = [];

    /// <summary>Where connections were to go.</summary>
    public ConcurrentQueue<IPEndPoint> Connections { get; } = [];

    /// <summary>Addresses at which nobody answers.</summary>
    public HashSet<string> Down { get; } = [];

    /// <summary>What a name is, at each time it is asked for; other names are public.</summary>
    public StagedInternet Name(string host, params string[][] answers)
    {
        _names[host] = new(answers.Select(answer => answer.Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public override Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        if (!_names.TryGetValue(host, out var answers)) return Task.FromResult<IPAddress[]>([IPAddress.Parse(Public)]);
        return answers.TryDequeue(out var answer)
            ? Task.FromResult(answer)
            : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
    }

    public override Task<Stream> ConnectAsync(IPEndPoint endpoint, CancellationToken cancellation)
    {
        Connections.Enqueue(endpoint);
        return Down.Contains(endpoint.Address.ToString())
            ? Task.FromException<Stream>(new SocketException((int)SocketError.ConnectionRefused))
            : base.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
    }
}
