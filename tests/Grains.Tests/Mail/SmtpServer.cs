using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Tests.Mail;

/// <summary>A little SMTP server (RFC 5321) on a port of its own that keeps what it is sent, or refuses the recipients.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool RefusesRecipients { get; init; }

    public List<string> Mails { get; } = [];

    public List<string> Recipients { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (IOException)
                {
                    // A client that was refused may just hang up.
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Disposed, while it was waiting or between two clients.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT", StringComparison.Ordinal) && !RefusesRecipients) Recipients.Add(line);
            var answer = line[..4].ToUpperInvariant() switch
            {
                "EHLO" or "HELO" => "250 here",
                "RCPT" when RefusesRecipients => "550 no such mailbox",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
            await writer.WriteLineAsync(answer);
            if (answer[0] == '3')
            {
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync() is { } text && text != ".") mail.AppendLine(text);
                Mails.Add(mail.ToString());
                await writer.WriteLineAsync("250 ok");
            }

            if (answer.StartsWith("221", StringComparison.Ordinal)) return;
        }
    }
}
