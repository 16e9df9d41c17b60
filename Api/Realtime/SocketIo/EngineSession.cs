using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace Platform.Api.Realtime.SocketIo;

/// <summary>
/// One client of Engine.IO, whatever carries its packets: polls at first, as a rule, and then a WebSocket. It lives from its handshake until
/// either side closes it or the client falls silent.
/// </summary>
internal sealed class EngineSession : IDisposable
{
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(25);
    public static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);

    /// <summary>How long a client may take from its probe to its change.</summary>
    private static readonly TimeSpan UpgradeTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a poll waits while its client changes to a WebSocket.</summary>
    private static readonly TimeSpan ShortPoll = TimeSpan.FromMilliseconds(100);

    private readonly Channel<string> _outgoing = Channel.CreateBounded<string>(1000);

    /// <summary>Few, because whoever sends them need not have said yet who they are.</summary>
    private readonly Channel<string> _incoming = Channel.CreateBounded<string>(16);

    private readonly CancellationTokenSource _closing = new();
    private readonly TimeProvider _clock;

    /// <summary>Whoever reads what goes out: one poll, or the WebSocket for good.</summary>
    private readonly SemaphoreSlim _carrier = new(1, 1);

    private readonly ITimer _beat;

    private CancellationTokenSource _changing = new();
    private long _heardAt;

    public EngineSession(TimeProvider clock)
    {
        _clock = clock;
        _heardAt = clock.GetTimestamp();
        Closing = _closing.Token;
        _beat = clock.CreateTimer(_ => Beat(), state: null, PingInterval, PingInterval);
    }

    /// <summary>Nobody can guess it, because whoever has it reads and writes for the client.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Closing { get; }

    /// <summary>What the client sends, a message each; completes when the session ends.</summary>
    public ChannelReader<string> Incoming => _incoming.Reader;

    /// <summary>Sends a message, without waiting for it to go out. A client that doesn't read what it is sent is let go.</summary>
    public void Send(string message) => Enqueue(EnginePacket.Message + message);

    /// <summary>Ends it; what waits to be sent still goes out.</summary>
    public void Close()
    {
        if (!_outgoing.Writer.TryComplete()) return;
        _incoming.Writer.TryComplete();
        _beat.Dispose();
        _closing.Cancel();
    }

    /// <summary>Takes packets that came in the body of a POST.</summary>
    public async Task TakeAsync(string payload)
    {
        foreach (var packet in payload.Split(EnginePacket.Separator)) await TakePacketAsync(packet);
    }

    /// <summary>What there is to send, once there is something; null: something else carries it already.</summary>
    public async Task<string?> PollAsync(CancellationToken gone)
    {
        if (!await _carrier.WaitAsync(TimeSpan.Zero, gone)) return null;
        try
        {
            using var awake = CancellationTokenSource.CreateLinkedTokenSource(gone, _changing.Token);
            if (_changing.IsCancellationRequested) await Task.Delay(ShortPoll, _clock, gone);
            if (_outgoing.Reader.Count == 0) await _outgoing.Reader.WaitToReadAsync(awake.Token);
            return Payload() ?? EnginePacket.Close.ToString();
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            return EnginePacket.Noop.ToString();
        }
        finally
        {
            _carrier.Release();
        }
    }

    /// <summary>Lets a client that polls change to a WebSocket. Returns whether it did.</summary>
    public async Task<bool> ChangeAsync(SocketConnection connection)
    {
        try
        {
            if (await NextAsync(connection) != EnginePacket.Probe) return false;
            connection.Send(Encoding.UTF8.GetBytes(EnginePacket.ProbeAnswer));
            // The poll that waits has to come back first: the client changes once it has no poll left.
            await _changing.CancelAsync();
            if (await NextAsync(connection) == EnginePacket.Upgrade.ToString()) return true;
        }
        catch (Exception error) when (error is TimeoutException or ChannelClosedException or OperationCanceledException)
        {
            // It didn't, and goes on polling.
        }

        // The old one may be in use still.
        _changing = new CancellationTokenSource();
        return false;
    }

    /// <summary>Carries packets over a WebSocket until it or the session ends, which ends the other.</summary>
    public async Task CarryAsync(SocketConnection connection)
    {
        try
        {
            await _carrier.WaitAsync(Closing);
        }
        catch (OperationCanceledException)
        {
            // It ended while its client changed to the WebSocket.
            connection.Close(WebSocketCloseStatus.NormalClosure, "");
            return;
        }

        try
        {
            await Task.WhenAll(ReceiveAsync(connection), SendAsync(connection));
        }
        finally
        {
            Close();
        }
    }

    /// <summary>To be called once it is closed and nobody uses it any more.</summary>
    public void Dispose()
    {
        _closing.Dispose();
        _changing.Dispose();
        _carrier.Dispose();
    }

    private async Task ReceiveAsync(SocketConnection connection)
    {
        await foreach (var frame in connection.Incoming.ReadAllAsync()) await TakePacketAsync(EnginePacket.Text(frame));
        Close();
    }

    private async Task SendAsync(SocketConnection connection)
    {
        await foreach (var packet in _outgoing.Reader.ReadAllAsync()) connection.Send(Encoding.UTF8.GetBytes(packet));
        connection.Close(WebSocketCloseStatus.NormalClosure, "");
    }

    private async Task<string> NextAsync(SocketConnection connection) =>
        EnginePacket.Text(await connection.Incoming.ReadAsync(Closing).AsTask().WaitAsync(UpgradeTime, _clock));

    private async Task TakePacketAsync(string packet)
    {
        Volatile.Write(ref _heardAt, _clock.GetTimestamp());
        if (packet.StartsWith(EnginePacket.Close)) Close();
        if (!packet.StartsWith(EnginePacket.Message)) return;
        try
        {
            await _incoming.Writer.WriteAsync(packet[1..], Closing);
        }
        catch (Exception error) when (error is OperationCanceledException or ChannelClosedException)
        {
            // What comes while it ends is too late.
        }
    }

    /// <summary>Asks the client whether it is still there.</summary>
    private void Beat()
    {
        if (_clock.GetElapsedTime(Volatile.Read(ref _heardAt)) > PingInterval + PingTimeout) Close();
        else Enqueue(EnginePacket.Ping.ToString());
    }

    private void Enqueue(string packet)
    {
        if (!_outgoing.Writer.TryWrite(packet)) Close();
    }

    /// <summary>What waits, as much of it as a body holds; null: nothing waits.</summary>
    private string? Payload()
    {
        StringBuilder? payload = null;
        while (_outgoing.Reader.TryPeek(out var packet) && (payload is null || payload.Length + packet.Length < EnginePacket.MaxPayload))
        {
            if (payload is null) payload = new StringBuilder();
            else payload.Append(EnginePacket.Separator);
            payload.Append(packet);
            _outgoing.Reader.TryRead(out _);
        }

        return payload?.ToString();
    }
}
