using System.Text.Json.Nodes;
using Platform.LoadTest.Companions;
using Platform.LoadTest.Driving;
using Platform.LoadTest.Measuring;
using Platform.LoadTest.Sockets;

namespace Platform.LoadTest.Tests;

public sealed class DemiSocketTests : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());
    private readonly Measurements _measurements = new(TimeSpan.Zero, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_message_is_measured_until_it_is_delivered_and_until_it_is_answered()
    {
        await using var server = await DemiServer.StartAsync(DemiServer.AnswerAsync);
        await using var socket = await OpenAsync(server);
        await SayAsync(socket);
        await SayAsync(socket);

        Assert.Equal((2, 2, 0), (Count(Endpoint.DemiSocketDelivered), Count(Endpoint.DemiSocketMessage), Results.Errors));
        Assert.Equal(["token-0"], server.Opened);
    }

    [Fact]
    public async Task What_she_says_by_herself_and_what_the_user_said_elsewhere_is_no_answer()
    {
        await using var server = await DemiServer.StartAsync(async session =>
        {
            await session.SendAsync("message", new JsonObject { ["sender"] = "demi", ["content"] = "I miss you." });
            await session.SendAsync("delivered", new JsonObject { ["message_id"] = "1" });
            await session.SendAsync("message", new JsonObject { ["sender"] = "user", ["content"] = "From my other phone." });
            await session.SendAsync("error", new JsonObject { ["message"] = "No.", ["code"] = "inference_error" });
        });
        await using var socket = await OpenAsync(server);
        await SayAsync(socket);

        Assert.Equal(0, Count(Endpoint.DemiSocketMessage));
        Assert.Equal(["event inference_error"], Errors(Endpoint.DemiSocketMessage));
    }

    [Fact]
    public async Task A_lost_connection_fails_what_waits_and_is_made_again()
    {
        var messages = 0;
        await using var server = await DemiServer.StartAsync(session =>
            Interlocked.Increment(ref messages) == 1 ? session.CloseAsync(1013) : DemiServer.AnswerAsync(session));
        await using var socket = await OpenAsync(server);
        await SayAsync(socket);
        Assert.Equal(["close 1013"], Errors(Endpoint.DemiSocketMessage));

        await Testing.Poll.UntilAsync(
            async () =>
            {
                await SayAsync(socket);
                return Count(Endpoint.DemiSocketMessage) > 0;
            },
            TimeSpan.FromSeconds(30));
        Assert.Equal(2, server.Opened.Count);
    }

    [Fact]
    public async Task Whom_the_server_does_not_want_stays_away()
    {
        await using var server = await DemiServer.StartAsync(session => session.CloseAsync(1008));
        await using var socket = await OpenAsync(server);
        await SayAsync(socket);
        await SayAsync(socket);

        Assert.Equal(["close 1008", "not connected"], Errors(Endpoint.DemiSocketMessage));
        await socket.DisposeAsync();
        Assert.Single(server.Opened);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_a_timeout_and_never_that_of_the_next_message()
    {
        await using var server = await DemiServer.StartAsync(session => Task.CompletedTask);
        await using var socket = await OpenAsync(server, TimeSpan.FromSeconds(1));
        await SayAsync(socket);

        Assert.Contains("timeout", Errors(Endpoint.DemiSocketMessage));
        await Testing.Poll.UntilAsync(() => Task.FromResult(server.Opened.Count == 2), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Where_there_is_no_socket_the_run_says_so()
    {
        await using var socket = Socket(new Uri("http://127.0.0.1:1"), TimeSpan.FromSeconds(5));
        var problem = await Assert.ThrowsAsync<LoadException>(() => socket.OpenAsync(CancellationToken.None));
        Assert.Contains("ConnectionRefused", problem.Message);
    }

    public void Dispose() => _http.Dispose();

    private Results Results => _measurements.Sum(TimeSpan.FromHours(1));

    private static Task SayAsync(DemiSocket socket) => socket.SayAsync(Texts.FrameOf(0), TimeSpan.Zero);

    private long Count(Endpoint endpoint) => Results.Endpoints.FirstOrDefault(result => result.Endpoint == endpoint)?.Count ?? 0;

    private IEnumerable<string> Errors(Endpoint endpoint) => Results.Endpoints.First(result => result.Endpoint == endpoint).Errors.Keys;

    private async Task<DemiSocket> OpenAsync(DemiServer server, TimeSpan? timeout = null)
    {
        var socket = Socket(server.Address, timeout ?? TimeSpan.FromSeconds(30));
        await socket.OpenAsync(CancellationToken.None);
        return socket;
    }

    private DemiSocket Socket(Uri server, TimeSpan timeout) =>
        new(server, _http, () => Task.FromResult("token-0"), _measurements, new RunClock(), timeout);
}
