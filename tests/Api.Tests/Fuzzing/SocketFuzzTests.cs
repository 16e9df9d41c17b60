using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Demi;
using Platform.Api.Tests.MascotForge;
using Platform.Testing;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>
/// Whatever comes over a socket, the server never fails: it goes on, or closes for a reason of the client's, and it says nothing in its log
/// that somebody would have to look into.
/// </summary>
public sealed class SocketFuzzTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int Sockets = 10;
    private const int Frames = 40;
    private const int LongestAsked = 200;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task No_frame_to_Demi_is_more_than_a_client_s_own_trouble(string engine)
    {
        await using var server = await FuzzedServer.StartAsync(databases, engine);
        for (var number = 0; number < Sockets; number++)
        {
            var luck = FuzzSettings.Luck($"{engine} demi socket", number);
            var user = await DemiClient.SignUpAsync(server);
            var token = luck.Next(5) == 0 ? Asked(Odd.Text(luck)) : user.Token;
            await FuzzAsync(server, $"/demi/api/v1/chat/ws?token={token}&last_seq={Odd.Escaped(Odd.Number(luck))}", luck, "content", "message_id", "token");
            Assert.Equal(200, (int)(await user.GetAsync("/chat/history")).Status);
            using var again = (await DemiSocket.OpenAsync(server, user)).Socket;
            await again.SendAsync("ping");
            await again.UntilAsync("pong");
        }

        await IsWellAsync(server);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task No_frame_to_MascotForge_is_more_than_a_client_s_own_trouble(string engine)
    {
        await using var server = await FuzzedServer.StartAsync(databases, engine);
        for (var number = 0; number < Sockets; number++)
        {
            var luck = FuzzSettings.Luck($"{engine} mascotforge socket", number);
            var user = await MascotForgeClient.SignUpAsync(server);
            var workspace = luck.Next(3) == 0 ? $"&workspaceId={Asked(Odd.Text(luck))}%00" : "";
            await FuzzAsync(server, $"/mascotforge/ws?token={user.Token}{workspace}", luck, "token", "workspaceId");
            using var again = await JobSocket.ConnectAsync(server, $"token={user.Token}");
            await again.PingAsync();
        }

        await IsWellAsync(server);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task No_packet_of_Socket_IO_is_more_than_a_client_s_own_trouble(string engine)
    {
        await using var server = await FuzzedServer.StartAsync(databases, engine);
        using var http = server.CreateClient();
        for (var number = 0; number < Sockets; number++)
        {
            var luck = FuzzSettings.Luck($"{engine} socket.io", number);
            var user = await MascotForgeClient.SignUpAsync(server);
            var hello = luck.Next(3) == 0 ? Packet(luck) : $$"""40{"token":"{{user.Token}}"}""";
            await FuzzAsync(server, "/socket.io/?EIO=4&transport=websocket", () => Encoding.UTF8.GetBytes(Packet(luck)), luck, hello);

            var id = (string)JsonNode.Parse((await http.GetStringAsync("/socket.io/?EIO=4&transport=polling"))[1..])!["sid"]!;
            for (var post = 0; post < Frames; post++)
            {
                var payload = post == 0 ? hello : string.Join('\u001e', Enumerable.Range(0, luck.Next(1, 4)).Select(_ => Packet(luck)));
                using var content = new ByteArrayContent(luck.Next(10) == 0 ? [0xFF, 0xFE, 0x80] : Encoding.UTF8.GetBytes(payload));
                using var answer = await http.PostAsync($"/socket.io/?EIO=4&transport=polling&sid={id}", content);
                Assert.True((int)answer.StatusCode < 500, $"Seed {FuzzSettings.Seed}, session {number}, post {post}: {(int)answer.StatusCode} to {payload}");
            }
        }

        await IsWellAsync(server);
    }

    /// <summary>For an address, which may not be of any length.</summary>
    private static string Asked(string text) => Odd.Escaped(text[..Math.Min(text.Length, LongestAsked)]);

    private static Task FuzzAsync(FuzzedServer server, string target, Random luck, params string[] fields) =>
        FuzzAsync(server, target, () => Frame(luck, fields), luck, hello: null);

    private static async Task FuzzAsync(FuzzedServer server, string target, Func<byte[]> make, Random luck, string? hello)
    {
        var origin = server.ClientOptions.BaseAddress;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{origin.Authority}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), CancellationToken.None);
        var reading = ReadAsync(socket);
        try
        {
            if (hello is not null) await socket.SendAsync(Encoding.UTF8.GetBytes(hello), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            for (var frame = 0; frame < Frames && !reading.IsCompleted; frame++)
            {
                var (bytes, type) = (make(), luck.Next(15) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
                var cut = luck.Next(5) == 0 ? luck.Next(bytes.Length + 1) : bytes.Length;
                if (cut < bytes.Length) await socket.SendAsync(bytes.AsMemory(0, cut), type, endOfMessage: false, CancellationToken.None);
                await socket.SendAsync(bytes.AsMemory(cut < bytes.Length ? cut : 0), type, endOfMessage: true, CancellationToken.None);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception error) when (error is WebSocketException or IOException or InvalidOperationException or OperationCanceledException)
        {
            // The server has had enough of it.
        }

        await reading.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.NotEqual(WebSocketCloseStatus.InternalServerError, socket.CloseStatus);
    }

    private static async Task ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
                // Whatever it is told.
            }
        }
        catch (WebSocketException)
        {
            // Cut off.
        }
    }

    private static byte[] Frame(Random luck, string[] fields)
    {
        if (luck.Next(20) == 0) return [0xFF, 0xFE, (byte)luck.Next(256)];
        if (luck.Next(20) == 0) return Encoding.UTF8.GetBytes($"{{\"event\":\"message\",\"data\":{{\"content\":\"{new string('x', luck.Next(60_000, 70_000))}\"}}}}");
        if (luck.Next(4) == 0) return Encoding.UTF8.GetBytes(Odd.Json(luck));
        string[] names = ["message", "read_receipt", "ping", "auth", "typing", "history"];
        var name = luck.Next(6) == 0 ? Odd.Json(luck) : $"\"{names[luck.Next(names.Length)]}\"";
        var data = luck.Next(6) == 0 ? Odd.Json(luck) : $"{{{string.Join(',', fields.Select(field => $"\"{field}\":{Odd.Json(luck)}"))}}}";
        var json = Encoding.UTF8.GetBytes($"{{\"event\":{name},\"data\":{data}}}");
        return luck.Next(6) == 0 ? BrokenJson.Of(json, luck) : json;
    }

    private static string Packet(Random luck)
    {
        if (luck.Next(8) == 0) return Odd.Text(luck);
        var engine = "0234456"[luck.Next(7)];
        if (engine != '4') return $"{engine}{(luck.Next(2) == 0 ? "" : Odd.Text(luck))}";
        var space = luck.Next(4) switch { 0 => "/other,", 1 => $"/{Odd.Text(luck)},", 2 => "/x?y=z", _ => "" };
        var id = luck.Next(3) switch { 0 => luck.Next().ToString(System.Globalization.CultureInfo.InvariantCulture), 1 => new string('9', 40), _ => "" };
        var data = luck.Next(3) switch { 0 => Odd.Json(luck), 1 => $"[\"event\",{Odd.Json(luck)}]", _ => $"{{\"token\":{Odd.Json(luck)},\"token\":{Odd.Json(luck)}}}" };
        return $"4{"0122345"[luck.Next(7)]}{space}{id}{data}";
    }

    private static async Task IsWellAsync(FuzzedServer server)
    {
        Assert.True((await server.CreateClient().GetAsync("/readyz")).IsSuccessStatusCode);
        await ((IAsyncLifetime)server).DisposeAsync();
        Assert.DoesNotContain(server.Trouble, said => said.Contains("socket", StringComparison.OrdinalIgnoreCase) || said.Contains("failed", StringComparison.OrdinalIgnoreCase));
    }
}
