using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.Realtime;

namespace Platform.Api.Tests.Realtime;

/// <summary>What happens to a client that takes nothing of what it is sent.</summary>
public sealed class SocketConnectionTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StuckSocket _stuck = new();

    public void Dispose() => _stuck.Dispose();

    [Theory]
    [InlineData(1002, 10)]
    [InlineData(5, 1024 * 1024)]
    public async Task It_is_let_go_before_much_waits_for_it(int frames, int length)
    {
        using var connection = new SocketConnection(_stuck, _clock, maxReceived: 1024);
        var running = connection.RunAsync();
        connection.Send(new byte[1]);
        await _stuck.Sending.Task;
        for (var i = 0; i < frames && !connection.Closing.IsCancellationRequested; i++) connection.Send(new byte[length]);
        Assert.True(connection.Closing.IsCancellationRequested);

        // It may still take what is on its way, and then hears why.
        _stuck.Unblock();
        await _stuck.Closed.Task;
        Assert.Equal(SocketConnection.TryAgainLater, _stuck.CloseStatus);
        Assert.Equal(1, _stuck.Sent);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await running;
    }

    [Fact]
    public async Task Who_takes_nothing_at_all_is_cut_off()
    {
        using var connection = new SocketConnection(_stuck, _clock, maxReceived: 1024);
        var running = connection.RunAsync();
        connection.Send(new byte[1]);
        await _stuck.Sending.Task;
        connection.Close(WebSocketCloseStatus.EndpointUnavailable, "Restarting.");
        _clock.Advance(TimeSpan.FromSeconds(6));
        await running;
        Assert.True(_stuck.IsAborted);
        Assert.Null(_stuck.CloseStatus);
    }

    [Fact]
    public async Task Of_what_nobody_takes_little_is_read()
    {
        _stuck.Floods = true;
        using var connection = new SocketConnection(_stuck, _clock, maxReceived: 1024);
        var running = connection.RunAsync();
        // The last one waits until there is room.
        Assert.Equal(17, _stuck.Received);
        _stuck.Floods = false;
        connection.Close(WebSocketCloseStatus.NormalClosure, "");
        _clock.Advance(TimeSpan.FromSeconds(6));
        await running;
    }

    /// <summary>Its client takes nothing, and says nothing or too much.</summary>
    internal sealed class StuckSocket : WebSocket
    {
        private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private WebSocketCloseStatus? _closeStatus;

        public TaskCompletionSource Sending { get; } = new();

        public TaskCompletionSource Closed { get; } = new();

        public int Sent { get; private set; }

        public int Received { get; private set; }

        /// <summary>Whether there is always one more message.</summary>
        public bool Floods { get; set; }

        public bool IsAborted { get; private set; }

        public override WebSocketCloseStatus? CloseStatus => _closeStatus;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        public void Unblock() => _taken.TrySetResult();

        public override void Abort() => IsAborted = true;

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
        {
            _closeStatus = closeStatus;
            Closed.TrySetResult();
            return Task.CompletedTask;
        }

        public override void Dispose()
        {
        }

        public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
        {
            Received++;
            if (Floods) return new WebSocketReceiveResult(1, WebSocketMessageType.Text, endOfMessage: true);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new NotSupportedException();
        }

        public override async Task SendAsync(
            ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            Sending.TrySetResult();
            await _taken.Task.WaitAsync(cancellationToken);
            Sent++;
        }
    }
}
