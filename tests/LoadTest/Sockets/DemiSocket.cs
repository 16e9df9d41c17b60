using System.Net.WebSockets;
using System.Text.Json;
using Platform.LoadTest.Driving;
using Platform.LoadTest.Http;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Sockets;

/// <summary>
/// Demi's WebSocket as her clients use it: it pings every half minute, and comes back when the connection is lost, with growing waits, but
/// not when the server has said 1008.
/// </summary>
/// <param name="server">Its address.</param>
/// <param name="token">An access token that is still good.</param>
/// <param name="timeout">For an answer; what takes longer has failed.</param>
internal sealed class DemiSocket(
    Uri server, HttpMessageInvoker http, Func<Task<string>> token, Measurements measurements, RunClock clock, TimeSpan timeout) : IAsyncDisposable
{
    private const WebSocketCloseStatus NotAllowed = WebSocketCloseStatus.PolicyViolation;
    private static readonly TimeSpan PingPeriod = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(30);
    private static readonly byte[] Ping = """{"event":"ping","data":{}}"""u8.ToArray();

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Connection? _connection;
    private Task _life = Task.CompletedTask;

    /// <summary>Opens it for the first time, and returns when the history has come.</summary>
    /// <exception cref="LoadException">The server doesn't open it.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            _connection = await ConnectAsync(cancellation);
        }
        catch (Exception error) when (IsConnectionProblem(error) && !cancellation.IsCancellationRequested)
        {
            throw new LoadException($"Demi's WebSocket does not open: {ErrorKind.Of(error)}. (--sockets 0 does without.)");
        }

        _life = LiveAsync();
    }

    /// <summary>Sends a message; returns when it is answered or has failed, which are both measured.</summary>
    public async Task SayAsync(byte[] frame, TimeSpan due)
    {
        var problem = await AnswerAsync(frame, due);
        if (problem is null) return;
        measurements.Failed(Endpoint.DemiSocketMessage, problem, clock.Now);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _life;
        _stop.Dispose();
        _sending.Dispose();
    }

    private static bool IsConnectionProblem(Exception error) =>
        error is WebSocketException or HttpRequestException or OperationCanceledException or IOException or JsonException or ClosedException;

    private async Task<string?> AnswerAsync(byte[] frame, TimeSpan due)
    {
        if (Volatile.Read(ref _connection) is not { } connection) return "not connected";
        Pending pending;
        await _sending.WaitAsync();
        try
        {
            pending = connection.Pending.Add(due);
            await connection.Socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The reader sees the same, and fails whatever was noted.
            return "not connected";
        }
        finally
        {
            _sending.Release();
        }

        try
        {
            return await pending.End.WaitAsync(timeout);
        }
        catch (TimeoutException)
        {
            // An answer that comes after all would be taken for that of the next message.
            connection.Socket.Abort();
            return ErrorKind.Timeout;
        }
    }

    private async Task LiveAsync()
    {
        using var timer = new PeriodicTimer(PingPeriod);
        var pinging = PingAsync(timer);
        while (_connection is { } connection)
        {
            var problem = await ReadAsync(connection);
            Volatile.Write(ref _connection, null);
            while (connection.Pending.Failed() is { } pending) pending.Finish(problem);
            var isBanned = connection.Socket.CloseStatus == NotAllowed;
            connection.Socket.Dispose();
            if (_stop.IsCancellationRequested || isBanned) break;
            Volatile.Write(ref _connection, await ReconnectAsync());
        }

        timer.Dispose();
        await pinging;
    }

    /// <summary>Until the connection ends; returns how.</summary>
    private async Task<string> ReadAsync(Connection connection)
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                (var length, buffer) = await Frame.ReceiveAsync(connection.Socket, buffer, _stop.Token);
                if (length < 0) return $"close {(int?)connection.Socket.CloseStatus}";
                Take(Frame.Parse(buffer.AsSpan(0, length)), connection.Pending);
            }
        }
        catch (JsonException)
        {
            return ErrorKind.StrangeAnswer;
        }
        catch (Exception error) when (IsConnectionProblem(error))
        {
            return ErrorKind.Of(error);
        }
    }

    private void Take(Frame frame, PendingMessages pending)
    {
        switch (frame)
        {
            case { Event: Frame.Delivered } when pending.Delivered() is { } delivered:
                measurements.Answered(Endpoint.DemiSocketDelivered, delivered.Due, clock.Now);
                break;
            case { Event: Frame.Message, Detail: not "user" } when pending.Answered() is { } answered:
                measurements.Answered(Endpoint.DemiSocketMessage, answered.Due, clock.Now);
                answered.Finish(null);
                break;
            case { Event: Frame.Error } when pending.Failed() is { } failed:
                failed.Finish($"event {frame.Detail}");
                break;
        }
    }

    private async Task<Connection?> ReconnectAsync()
    {
        for (var wait = TimeSpan.FromSeconds(1); !_stop.IsCancellationRequested; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var from = clock.Now;
            try
            {
                var connection = await ConnectAsync(_stop.Token);
                measurements.Answered(Endpoint.DemiSocketOpen, from, clock.Now);
                return connection;
            }
            catch (Exception error) when (IsConnectionProblem(error))
            {
                if (_stop.IsCancellationRequested) break;
                var problem = error is ClosedException closed ? closed.Message : ErrorKind.Of(error);
                measurements.Failed(Endpoint.DemiSocketOpen, problem, clock.Now);
                if (error is ClosedException { Status: NotAllowed }) break;
            }

            await Task.Delay(wait, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    private async Task<Connection> ConnectAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(OpenLimit);
        var socket = new ClientWebSocket();
        try
        {
            var address = new UriBuilder(new Uri(server, "/demi/api/v1/chat/ws"))
            {
                Scheme = server.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
                Query = $"token={Uri.EscapeDataString(await token())}",
            };
            await socket.ConnectAsync(address.Uri, http, limit.Token);
            for (var buffer = new byte[4096]; ;)
            {
                (var length, buffer) = await Frame.ReceiveAsync(socket, buffer, limit.Token);
                if (length < 0) throw new ClosedException(socket.CloseStatus);
                if (Frame.Parse(buffer.AsSpan(0, length)).Event == Frame.History) return new(socket, new());
            }
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task PingAsync(PeriodicTimer timer)
    {
        while (await timer.WaitForNextTickAsync())
        {
            if (Volatile.Read(ref _connection) is not { } connection) continue;
            await _sending.WaitAsync();
            try
            {
                await connection.Socket.SendAsync(Ping, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
            catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // The reader sees it too.
            }
            finally
            {
                _sending.Release();
            }
        }
    }

    private sealed record Connection(ClientWebSocket Socket, PendingMessages Pending);

    private sealed class ClosedException(WebSocketCloseStatus? status) : Exception($"close {(int?)status}")
    {
        public WebSocketCloseStatus? Status => status;
    }
}
