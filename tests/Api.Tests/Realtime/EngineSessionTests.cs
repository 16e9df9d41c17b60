using Microsoft.Extensions.Time.Testing;
using Platform.Api.Realtime;
using Platform.Api.Realtime.SocketIo;

namespace Platform.Api.Tests.Realtime;

public sealed class EngineSessionTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_client_that_answers_stays_and_a_silent_one_is_let_go()
    {
        var session = new EngineSession(_clock);
        for (var beats = 0; beats < 10; beats++)
        {
            _clock.Advance(EngineSession.PingInterval);
            Assert.Equal("2", await session.PollAsync(CancellationToken.None));
            await session.TakeAsync("3");
        }

        Assert.False(session.Closing.IsCancellationRequested);
        _clock.Advance(EngineSession.PingInterval);
        Assert.Equal("2", await session.PollAsync(CancellationToken.None));
        _clock.Advance(EngineSession.PingInterval);
        Assert.True(session.Closing.IsCancellationRequested);
    }

    [Fact]
    public async Task A_body_has_no_more_than_it_may_and_the_rest_follows_in_order()
    {
        var session = new EngineSession(_clock);
        var text = new string('x', 40_000);
        for (var number = 0; number < 5; number++) session.Send($"{number}{text}");
        session.Close();
        var packets = new List<string>();
        while (await session.PollAsync(CancellationToken.None) is { } body && body != "1")
        {
            Assert.True(body.Length <= EnginePacket.MaxPayload);
            packets.AddRange(body.Split(EnginePacket.Separator));
        }

        Assert.Equal(["40", "41", "42", "43", "44"], packets.Select(packet => packet[..2]));
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_let_go_and_two_polls_at_once_are_one_too_many()
    {
        var session = new EngineSession(_clock);
        using var gone = new CancellationTokenSource();
        var poll = session.PollAsync(gone.Token);
        Assert.Null(await session.PollAsync(CancellationToken.None));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        for (var number = 0; number <= 1000; number++) session.Send("");
        Assert.True(session.Closing.IsCancellationRequested);
    }

    [Fact]
    public async Task A_session_that_ends_while_its_client_changes_closes_the_WebSocket()
    {
        var session = new EngineSession(_clock);
        using var socket = new SocketConnectionTests.StuckSocket();
        using var connection = new SocketConnection(socket, _clock, maxReceived: 1024);
        session.Close();
        await session.CarryAsync(connection);
        Assert.True(connection.Closing.IsCancellationRequested);
    }

    [Theory]
    [InlineData("2[\"a\"]", '2', "/", null, "[\"a\"]")]
    [InlineData("2/jobs,12[\"a\",{}]", '2', "/jobs", 12L, "[\"a\",{}]")]
    [InlineData("0/jobs?a=b,{\"token\":\"t\"}", '0', "/jobs", null, "{\"token\":\"t\"}")]
    [InlineData("1/jobs", '1', "/jobs", null, null)]
    [InlineData("0", '0', "/", null, null)]
    public void Packets_are_read(string text, char type, string name, long? id, string? data)
    {
        var packet = SocketIoPacket.Parse(text)!;
        Assert.Equal((type, name, id, data), (packet.Type, packet.Namespace, packet.Id, packet.Data?.ToJsonString()));
        if (!text.Contains('?', StringComparison.Ordinal)) Assert.Equal(text, SocketIoPacket.Write(type, name, data, id).TrimEnd(','));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("2[")]
    [InlineData("51-[\"a\",{\"_placeholder\":true}]")]
    public void What_is_no_packet_is_none(string text) => Assert.Null(SocketIoPacket.Parse(text));
}
