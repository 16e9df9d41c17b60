using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Platform.Api.Tests.Demi;

namespace Platform.Api.Tests.Security;

/// <summary>Clients that send too much, too slowly or too often, each at a server that has little patience.</summary>
public sealed class LimitTests(LimitTests.TightServer server) : IClassFixture<LimitTests.TightServer>
{
    private const string Login = "POST /demi/api/v1/auth/login HTTP/1.1\r\nHost: here\r\n";

    [Fact]
    public async Task Headers_that_do_not_come_are_not_waited_for()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync("GET /healthz HTTP/1.1\r\nHost: here\r\n");
        Assert.Equal(408, RawConnection.StatusOf(await connection.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_not_waited_for_and_the_product_says_so()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{Login}Content-Length: 100\r\n\r\n{{");
        var answer = await connection.ReadToEndAsync();
        Assert.Equal(408, RawConnection.StatusOf(answer));
        Assert.Contains("\"code\":\"request_timeout\"", answer);
    }

    [Fact]
    public async Task A_connection_that_stands_idle_is_closed()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync("GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n");
        var answer = await connection.ReadToEndAsync();
        Assert.Equal(200, RawConnection.StatusOf(answer));
        Assert.EndsWith("ok", answer);
    }

    [Theory]
    [InlineData(1, 3000, 431)]
    [InlineData(30, 10, 431)]
    public async Task Too_many_or_too_large_headers_are_refused(int count, int length, int status)
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"GET /healthz HTTP/1.1\r\nHost: here\r\n{string.Concat(Enumerable.Repeat($"X-Much: {new string('x', length)}\r\n", count))}\r\n");
        Assert.Equal(status, RawConnection.StatusOf(await connection.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_first_line_without_an_end_is_refused()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"GET /{new string('x', 2000)}");
        Assert.Equal(414, RawConnection.StatusOf(await connection.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_by_its_length_before_it_comes()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{Login}Content-Length: 5000\r\n\r\n");
        TooLarge(await connection.ReadAsync());
    }

    [Fact]
    public async Task A_body_whose_length_is_not_told_is_refused_once_it_is_too_large()
    {
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{Login}Transfer-Encoding: chunked\r\n\r\n800\r\n{new string(' ', 0x800)}\r\n800\r\n{new string(' ', 0x800)}\r\n");
        TooLarge(await connection.ReadAsync());
    }

    [Fact]
    public async Task A_route_for_pictures_takes_more()
    {
        var user = await server.SignUpAsync();
        var luna = NeuroTamagotchiClient.Luna();
        luna["avatar_url"] = $"data:image/png;base64,{Convert.ToBase64String(new byte[60_000])}";
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("/characters", luna)).Status);
    }

    [Theory]
    [InlineData(7, HttpStatusCode.UnprocessableEntity)]
    [InlineData(9, HttpStatusCode.BadRequest)]
    public async Task Values_may_stand_only_so_deep_in_each_other(int depth, HttpStatusCode status)
    {
        var body = $$"""{"email":{{new string('[', depth)}}{{new string(']', depth)}}}""";
        Assert.Equal(status, (await new ApiClient(server.CreateClient(), "/demi/api/v1").SendAsync(HttpMethod.Post, "/auth/login", body)).Status);
    }

    [Fact]
    public async Task One_WebSocket_more_than_there_may_be_is_refused_until_one_goes()
    {
        var user = await DemiClient.SignUpAsync(server);
        var (first, _) = await DemiSocket.OpenAsync(server, user);
        using var second = (await DemiSocket.OpenAsync(server, user)).Socket;
        var refused = await HandshakeAsync();
        Assert.Equal(503, RawConnection.StatusOf(refused));
        Assert.Contains("service_unavailable", refused);

        await first.CloseAsync();
        first.Dispose();
        await Testing.Poll.UntilAsync(async () => RawConnection.StatusOf(await HandshakeAsync()) == 101, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Sessions_of_Socket_IO_that_nobody_signs_in_are_bounded()
    {
        var http = server.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) statuses.Add((await http.GetAsync("/socket.io/?EIO=4&transport=polling")).StatusCode);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], statuses);
    }

    [Fact]
    public async Task One_connection_more_than_there_may_be_is_closed_at_once()
    {
        await using var few = new FewServer();
        await ((IAsyncLifetime)few).InitializeAsync();
        var all = new List<RawConnection>();
        for (var i = 0; i < 5; i++) all.Add(await RawConnection.OpenAsync(few));
        foreach (var one in all) await one.SendAsync("GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n");
        var answers = await Task.WhenAll(all.Select(one => one.ReadAsync()));
        Assert.Equal(3, answers.Count(answer => answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)));
        Assert.Equal(2, answers.Count(answer => answer.Length == 0));

        // Who goes makes room.
        foreach (var one in all) one.Dispose();
        await Testing.Poll.UntilAsync(
            async () =>
            {
                using var another = await RawConnection.OpenAsync(few);
                await another.SendAsync("GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n");
                return (await another.ReadAsync()).Length > 0;
            },
            TimeSpan.FromSeconds(60));
        await ((IAsyncLifetime)few).DisposeAsync();
    }

    private async Task<string> HandshakeAsync()
    {
        using var connection = await RawConnection.OpenAsync(server);
        var key = Convert.ToBase64String(Encoding.ASCII.GetBytes("0123456789abcdef"));
        await connection.SendAsync(
            $"GET /demi/api/v1/chat/ws HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n");
        return await connection.ReadAsync();
    }

    private static void TooLarge(string answer)
    {
        Assert.Equal(413, RawConnection.StatusOf(answer));
        Assert.Contains("body_too_large", answer);
    }

    /// <summary>Its limits are small where a test breaks them, and only there.</summary>
    public sealed class TightServer : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:BodyBytes", "2048");
            builder.UseSetting("Limits:JsonDepth", "8");
            builder.UseSetting("Limits:RequestLineBytes", "1024");
            builder.UseSetting("Limits:HeaderBytes", "2048");
            builder.UseSetting("Limits:HeaderCount", "20");
            builder.UseSetting("Limits:HeadersTimeout", "00:00:00.5");
            builder.UseSetting("Limits:IdleTimeout", "00:00:02");
            builder.UseSetting("Limits:BytesPerSecond", "1000");
            builder.UseSetting("Limits:SlowTime", "00:00:01.1");
            builder.UseSetting("Limits:Sockets", "2");
        }
    }

    private sealed class FewServer : PlatformServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:Connections", "3");
        }
    }
}
