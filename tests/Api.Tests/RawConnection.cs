using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Platform.Api.Tests;

/// <summary>A connection without an HTTP client in between, which would not do what is to be tried.</summary>
internal sealed class RawConnection : IDisposable
{
    /// <summary>Only for what would otherwise never end.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TcpClient _tcp = new();

    public static async Task<RawConnection> OpenAsync(PlatformServer server)
    {
        var connection = new RawConnection();
        await connection._tcp.ConnectAsync(server.ClientOptions.BaseAddress.Host, server.ClientOptions.BaseAddress.Port);
        return connection;
    }

    public async Task SendAsync(string text)
    {
        try
        {
            await _tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        }
        catch (IOException)
        {
            // It has closed already. What it said before is to be read.
        }
    }

    /// <summary>The first line and the headers of the next answer, and as much of its body as came with them; empty: the server has closed.</summary>
    public async Task<string> ReadAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await ReadAsync(buffer, limit.Token) is > 0 and var read)
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return answer.ToString();
    }

    /// <summary>All that comes until the server closes.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (await ReadAsync(buffer, limit.Token) is > 0 and var read) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return answer.ToString();
    }

    public void Dispose() => _tcp.Dispose();

    /// <summary>The status of an answer.</summary>
    public static int StatusOf(string answer)
    {
        Assert.StartsWith("HTTP/1.1 ", answer);
        return int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
    }

    private async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await _tcp.GetStream().ReadAsync(buffer, cancellation);
        }
        catch (IOException)
        {
            // A reset is an end too.
            return 0;
        }
    }
}
