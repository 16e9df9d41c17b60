using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Testing;

namespace Platform.Api.Tests.Security;

/// <summary>TLS by the server itself, with a certificate that its configuration names; and with it HTTP/2.</summary>
[SupportedOSPlatform("linux")]
public sealed class TlsTests(TlsTests.TlsServer server) : IClassFixture<TlsTests.TlsServer>
{
    private const byte Headers = 1;
    private const byte Reset = 3;
    private const byte Settings = 4;

    /// <summary>More than anybody needs on one connection.</summary>
    private const int Many = 200_000;

    [Fact]
    public async Task The_server_speaks_https_and_tells_browsers_to_stay_there()
    {
        using var http = Client();
        using var answer = await http.SendAsync(new(HttpMethod.Get, new Uri(server.Address, "/")) { Version = HttpVersion.Version20, Headers = { { "Accept", "application/json" } } });
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (answer.StatusCode, answer.Version));
        Assert.Contains($"\"{server.Address}demi/api/v1\"", await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>Browsers open them over HTTP/2 where a server offers it, by a CONNECT (RFC 8441).</summary>
    [Fact]
    public async Task Sockets_open_over_HTTP_2_as_many_as_there_may_be()
    {
        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = IsOurs } };
        using var http = new HttpMessageInvoker(handler);
        var open = new List<ClientWebSocket>();
        foreach (var path in (string[])["/demi/api/v1/chat/ws", "/mascotforge", "/socket.io/?EIO=4&transport=websocket"])
        {
            var socket = NewSocket();
            // One that nobody has any more closes by itself.
            open.Add(socket);
            await socket.ConnectAsync(AddressOf(path), http, default);
            if (!path.StartsWith("/socket.io", StringComparison.Ordinal)) continue;
            var buffer = new byte[4096];
            Assert.Equal((byte)'0', buffer[..(await socket.ReceiveAsync(buffer, default)).Count][0]);
        }

        using var refused = NewSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => refused.ConnectAsync(AddressOf("/demi/api/v1/chat/ws"), http, default));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.HttpStatusCode);
        foreach (var socket in open) socket.Dispose();

        Uri AddressOf(string path) => new UriBuilder(new Uri(server.Address, path)) { Scheme = "wss" }.Uri;

        static ClientWebSocket NewSocket() => new()
        {
            Options = { HttpVersion = HttpVersion.Version20, HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact, CollectHttpResponseDetails = true },
        };
    }

    /// <summary>"Rapid reset" (CVE-2023-44487): whoever cancels its requests at once would have any number of them under way.</summary>
    [Fact]
    public async Task A_client_that_cancels_as_fast_as_it_asks_is_cut_off()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, IsOurs);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", ApplicationProtocols = [SslApplicationProtocol.Http2] });
        Assert.Equal(SslApplicationProtocol.Http2, tls.NegotiatedApplicationProtocol);
        await tls.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await tls.WriteAsync(Frame(Settings, 0, 0, []));

        // One that is not cancelled is answered: what follows is no nonsense.
        await tls.WriteAsync(Get(1));
        while (await ReadAsync(tls) is not Headers)
        {
            // Settings.
        }

        var ended = ReadToEndAsync(tls);
        try
        {
            for (var stream = 3; stream < Many && !ended.IsCompleted; stream += 2)
            {
                await tls.WriteAsync(Get(stream));
                await tls.WriteAsync(Frame(Reset, 0, stream, [0, 0, 0, 8]));
            }
        }
        catch (IOException)
        {
            // It is cut off while it writes.
        }

        await ended.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>GET https / of localhost, by HPACK's static table, and its end.</summary>
    private static byte[] Get(int stream) => Frame(Headers, 0x5, stream, [0x82, 0x87, 0x84, 0x41, 9, .. "localhost"u8]);

    private static async Task ReadToEndAsync(SslStream tls)
    {
        while (await ReadAsync(tls) is not null)
        {
            // Whatever it still says.
        }
    }

    /// <summary>The type of the next frame; null: the server has closed.</summary>
    private static async Task<byte?> ReadAsync(SslStream tls)
    {
        try
        {
            var head = new byte[9];
            await tls.ReadExactlyAsync(head);
            await tls.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian([0, .. head[..3]])]);
            return head[3];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static byte[] Frame(byte type, byte flags, int stream, byte[] body)
    {
        var frame = new byte[9 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length << 8);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        body.CopyTo(frame, 9);
        return frame;
    }

    private static bool IsOurs(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate?.Subject == "CN=localhost";

    private static HttpClient Client() => new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = IsOurs },
    });

    /// <summary>A server of its own, as an operator starts it, with a certificate that was made for this.</summary>
    public sealed class TlsServer : IAsyncLifetime
    {
        private const string Password = "of a file that is gone in a minute";

        private readonly string _directory = Directory.CreateTempSubdirectory("platform-tls-").FullName;
        private ApiProcess? _process;

        public Uri Address => _process!.SecureAddress;

        public async Task InitializeAsync() => _process = await ApiProcess.StartAsync(_directory, new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Staging",
            [ApiProcess.Certificate] = MakeCertificate(),
            ["Kestrel__Certificates__Default__Password"] = Password,
            ["Limits__StreamsPerConnection"] = "10",
            ["Limits__Sockets"] = "3",
        });

        public async Task DisposeAsync()
        {
            await _process!.DisposeAsync();
            Directory.Delete(_directory, recursive: true);
        }

        private string MakeCertificate()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            var path = Path.Combine(_directory, "server.pfx");
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
            return path;
        }
    }
}
