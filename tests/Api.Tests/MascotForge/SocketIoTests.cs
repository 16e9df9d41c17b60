using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using SocketIOClient;
using SocketIOClient.Transport;

namespace Platform.Api.Tests.MascotForge;

/// <summary>What the contract's socket is to a client of Socket.IO: one that is a library's, and the steps of the protocol where it has none.</summary>
[Collection(nameof(PlatformServer))]
public sealed class SocketIoTests(PlatformServer server)
{
    private const char Separator = '\u001e';

    private readonly HttpClient _http = server.CreateClient();

    [Theory]
    [InlineData("", TransportProtocol.WebSocket)]
    [InlineData("", TransportProtocol.Polling)]
    [InlineData("/mascotforge/api/v1", TransportProtocol.WebSocket)]
    [InlineData("/mascotforge", TransportProtocol.Polling)]
    public async Task Every_change_of_every_job_is_an_event(string address, TransportProtocol transport)
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        using var socket = Socket(address, transport, client.Token);
        var events = Channel.CreateUnbounded<JsonElement>();
        var connected = new TaskCompletionSource();
        socket.OnConnected += (_, _) => connected.TrySetResult();
        socket.On("job:status", happened => events.Writer.TryWrite(happened.GetValue().Clone()));
        await socket.ConnectAsync();
        await connected.Task.WaitAsync(TimeSpan.FromSeconds(60));

        var id = await client.MakeMascotAsync();
        for (var last = ""; last != "completed";)
        {
            var data = await events.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal((id, "mascot_generation"), (data.GetProperty("jobId").GetString(), data.GetProperty("jobType").GetString()));
            last = data.GetProperty("status").GetString()!;
        }

        await socket.DisconnectAsync();
    }

    [Theory]
    [InlineData(TransportProtocol.WebSocket)]
    [InlineData(TransportProtocol.Polling)]
    public async Task A_client_without_a_good_token_is_told_why(TransportProtocol transport)
    {
        using var socket = Socket("", transport, "nonsense");
        var refused = new TaskCompletionSource<string>();
        socket.OnError += (_, message) => refused.TrySetResult(message);
        await socket.ConnectAsync();
        Assert.Equal("Invalid token", await refused.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_client_that_polls_changes_to_a_WebSocket_and_misses_nothing()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var id = await HandshakeAsync();
        await PostAsync(id, $$"""40{"token":"{{client.Token}}"}""");
        Assert.StartsWith("40{\"sid\":", await PollAsync(id));

        var waiting = PollAsync(id);
        using var socket = new EngineSocket();
        await socket.ConnectAsync(server, $"EIO=4&transport=websocket&sid={id}");
        await socket.SendTextAsync("2probe");
        Assert.Equal("3probe", await socket.NextAsync());
        Assert.Equal("6", await waiting);
        await socket.SendTextAsync("5");
        await socket.SendTextAsync("427[\"hello\"]");
        Assert.Equal("437[]", await socket.NextAsync());

        await client.MakeMascotAsync();
        for (var last = ""; last != "completed";)
        {
            var packet = await socket.NextAsync();
            Assert.StartsWith("42[\"job:status\",", packet);
            last = (string)JsonNode.Parse(packet![2..])![1]!["status"]!;
        }

        Assert.Equal(400, (int)(await _http.GetAsync(Address(id))).StatusCode);
        await socket.SendTextAsync("41");
        Assert.Null(await socket.NextAsync());
    }

    [Fact]
    public async Task A_client_whose_session_ends_is_sent_away_for_good()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var id = await HandshakeAsync();
        await PostAsync(id, $$"""40{"token":"{{client.Token}}"}{{Separator}}420["ping"]""");
        var packets = new List<string>();
        while (packets.Count < 2) packets.AddRange((await PollAsync(id)).Split(Separator));
        Assert.StartsWith("40{", packets[0]);
        Assert.Equal("430[]", packets[1]);

        await client.PostAsync("/auth/logout", null);
        var rest = await PollAsync(id);
        Assert.Equal("41", rest);
        Assert.Equal("1", await PollAsync(id));
    }

    [Fact]
    public async Task Jobs_of_a_workspace_are_told_to_its_members_only()
    {
        var (owner, stranger) = (await MascotForgeClient.SignUpAsync(server), await MascotForgeClient.SignUpAsync(server));
        var workspace = await owner.CreateWorkspaceAsync();
        var id = await HandshakeAsync($"&workspaceId={workspace}");
        await PostAsync(id, $$"""40{"token":"{{stranger.Token}}"}""");
        Assert.Equal("44{\"message\":\"Workspace not found\"}", await PollAsync(id));

        var members = await HandshakeAsync($"&workspaceId={workspace}&token={owner.Token}");
        await PostAsync(members, "40");
        Assert.StartsWith("40{", await PollAsync(members));
        await PostAsync(members, "40/other,");
        Assert.Equal("44/other,{\"message\":\"A connection has one namespace.\"}", await PollAsync(members));
    }

    /// <summary>As the protocol's own server answers.</summary>
    [Theory]
    [InlineData("EIO=3&transport=polling", """{"code":5,"message":"Unsupported protocol version"}""")]
    [InlineData("EIO=4&transport=pigeon", """{"code":0,"message":"Transport unknown"}""")]
    [InlineData("EIO=4&transport=polling&sid=nobody", """{"code":1,"message":"Session ID unknown"}""")]
    [InlineData("EIO=4&transport=websocket", """{"code":3,"message":"Bad request"}""")]
    public async Task What_is_not_the_protocol_is_refused(string query, string answer)
    {
        using var response = await _http.GetAsync($"/socket.io/?{query}");
        Assert.Equal((400, answer), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private SocketIO Socket(string address, TransportProtocol transport, string token) => new(new Uri(_http.BaseAddress!, address), new SocketIOOptions
    {
        Transport = transport,
        AutoUpgrade = false,
        Reconnection = false,
        Auth = new { token },
    });

    private async Task<string> HandshakeAsync(string query = "")
    {
        var text = await _http.GetStringAsync($"/socket.io/?EIO=4&transport=polling{query}");
        Assert.StartsWith("0{", text);
        var handshake = JsonNode.Parse(text[1..])!;
        Assert.Equal(["sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload"], handshake.AsObject().Select(field => field.Key));
        return (string)handshake["sid"]!;
    }

    private Task<string> PollAsync(string id) => _http.GetStringAsync(Address(id));

    private async Task PostAsync(string id, string payload)
    {
        using var answer = await _http.PostAsync(Address(id), new StringContent(payload));
        Assert.Equal("ok", await answer.Content.ReadAsStringAsync());
    }

    private static string Address(string id) => $"/socket.io/?EIO=4&transport=polling&sid={id}";

    private sealed class EngineSocket : SocketClient
    {
        public Task ConnectAsync(PlatformServer server, string query) => OpenAsync(server, "/socket.io/", query);
    }
}
