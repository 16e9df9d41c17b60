using System.Net.WebSockets;
using System.Threading.Channels;

namespace Platform.Api.Realtime;

/// <summary>
/// A WebSocket (RFC 6455) that is read and written at once. What waits to be sent is bounded: a client that doesn't read what it is sent is
/// let go with close code 1013. What was received and not yet taken is bounded too: then reading pauses.
/// </summary>
internal sealed class SocketConnection : IDisposable
{
    private const int MaxUntakenFrames = 16;
    private const int MaxWaitingFrames = 1000;
    private const int MaxWaitingBytes = 4 * 1024 * 1024;

    /// <summary>1013, "try again later", has no name in the framework.</summary>
    public const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;

    /// <summary>How long a client may take to read what is left, and to close its side.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Channel<byte[]> _outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxWaitingFrames) { SingleReader = true });

    /// <summary>Few, because whoever sends them need not have said yet who they are.</summary>
    private readonly Channel<byte[]> _incoming = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MaxUntakenFrames) { SingleReader = true, SingleWriter = true });

    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _given;
    private readonly WebSocket _socket;
    private readonly int _maxReceived;
    private readonly Lock _lock = new();
    private int _waitingBytes;
    private (WebSocketCloseStatus Status, string Reason)? _close;

    /// <param name="maxReceived">The most bytes that a message of the client's may have.</param>
    public SocketConnection(WebSocket socket, TimeProvider clock, int maxReceived)
    {
        _maxReceived = maxReceived;
        _socket = socket;
        _given = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
    }

    /// <summary>Cancelled when the connection begins to close, by either side.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>What the client sends, a whole message each; completes when it sends no more.</summary>
    public ChannelReader<byte[]> Incoming => _incoming.Reader;

    /// <summary>Sends a text, without waiting for it to go out.</summary>
    public void Send(byte[] text)
    {
        if (Interlocked.Add(ref _waitingBytes, text.Length) <= MaxWaitingBytes && _outgoing.Writer.TryWrite(text)) return;
        Close(TryAgainLater, "You read too slowly.");
    }

    /// <summary>Closes once what waits has gone out. The first call decides.</summary>
    /// <param name="reason">At most 123 bytes.</param>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        lock (_lock)
        {
            if (_close is not null) return;
            _close = (status, reason);
        }

        _outgoing.Writer.TryComplete();
        _given.CancelAfter(Grace);
        _closing.Cancel();
    }

    /// <summary>Closes because the session that has opened it is over.</summary>
    public void CloseEnded() => Close(WebSocketCloseStatus.PolicyViolation, "Session invalid or expired");

    /// <summary>Carries messages both ways until both sides have closed.</summary>
    public async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(SendAllAsync(), ReceiveAllAsync());
        }
        finally
        {
            _socket.Abort();
        }
    }

    public void Dispose()
    {
        _closing.Dispose();
        _given.Dispose();
        _socket.Dispose();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var text in _outgoing.Reader.ReadAllAsync())
            {
                // Of what a slow reader was sent too much, it gets no more.
                if (_close?.Status == TryAgainLater) break;
                await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, _given.Token);
                Interlocked.Add(ref _waitingBytes, -text.Length);
            }

            var (status, reason) = _close!.Value;
            await _socket.CloseOutputAsync(status, reason, _given.Token);
        }
        catch (Exception error) when (IsEnd(error))
        {
            Leave();
        }
    }

    private async Task ReceiveAllAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } text)
            {
                // While it closes, its messages are too late.
                if (!Closing.IsCancellationRequested) await _incoming.Writer.WriteAsync(text, Closing);
            }

            Close(_socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, "");
        }
        catch (Exception error) when (IsEnd(error))
        {
            if (!Closing.IsCancellationRequested) Leave();
            else await DrainAsync();
        }
        finally
        {
            _incoming.Writer.TryComplete();
        }
    }

    /// <summary>The next message, or null when the client has closed its side.</summary>
    private async Task<byte[]?> ReceiveAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _given.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (text.Length + part.Count > _maxReceived) Close(WebSocketCloseStatus.MessageTooBig, $"A message has at most {_maxReceived} bytes.");
            else text.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage) return text.ToArray();
        }
    }

    /// <summary>Reads until the client has closed its side too: what it sent would else reset the connection before it sees why.</summary>
    private async Task DrainAsync()
    {
        try
        {
            while (_socket.State is WebSocketState.Open or WebSocketState.CloseSent && await ReceiveAsync() is not null)
            {
                // Too late.
            }
        }
        catch (Exception error) when (IsEnd(error))
        {
            // It didn't.
        }
    }

    private void Leave()
    {
        Close(WebSocketCloseStatus.Empty, "");
        _given.Cancel();
    }

    /// <summary>The client is gone, or its time is over.</summary>
    private static bool IsEnd(Exception error) => error is WebSocketException or OperationCanceledException or IOException or ChannelClosedException;
}
