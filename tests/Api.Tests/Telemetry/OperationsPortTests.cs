using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Runtime.Versioning;
using System.Text;
using Platform.Testing;

namespace Platform.Api.Tests.Telemetry;

[SupportedOSPlatform("linux")]
public sealed class OperationsPortTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("platform-operations-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_process_that_is_told_to_stop_says_that_it_is_not_ready_and_goes_on_serving_for_a_while()
    {
        var port = Ports.Free();
        var settings = new Dictionary<string, string>
        {
            ["Operations__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Operations__DrainDelay"] = "00:00:08",
        };
        await using var server = await ApiProcess.StartAsync(_directory.FullName, settings);
        using var operations = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var users = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("ok", await operations.GetStringAsync("/healthz"));
        Assert.Equal("ready", await operations.GetStringAsync("/readyz"));
        Assert.Contains("platform_commit_duration_seconds_bucket", await operations.GetStringAsync("/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, (await operations.GetAsync("/operator/view")).StatusCode);

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/socket.io/?EIO=4&transport=websocket"), default);
        Assert.StartsWith("0{", await HearAsync(socket));

        using (var kill = Process.Start("kill", ["-TERM", server.ProcessId.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await Poll.UntilAsync(async () => (await operations.GetAsync("/readyz")).StatusCode == HttpStatusCode.ServiceUnavailable, Patience);
        // Whoever was sent here before the balancer knew is still served.
        Assert.Equal("ok", await users.GetStringAsync("/healthz"));
        await socket.SendAsync("40"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
        Assert.StartsWith("44", await HearAsync(socket));
        await Poll.UntilAsync(() => Task.FromResult(!IsServing(server.Address.Port)), Patience);
    }

    private static async Task<string> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(Patience);
        var heard = await socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, heard.Count);
    }

    private static bool IsServing(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
