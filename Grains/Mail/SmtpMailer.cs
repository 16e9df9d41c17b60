using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Platform.Mail;

/// <summary>Hands mails to an SMTP server, each over a connection of its own: they are few, and an idle connection dies unnoticed.</summary>
internal sealed class SmtpMailer(MimeLetters letters, IOptions<MailOptions> options) : IMailer
{
    /// <summary>Less than a caller waits for the actor that sends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        var smtp = options.Value.Smtp;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            // A password never travels in the clear.
            var security = smtp.User is null ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
            await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.Port == 465 ? SecureSocketOptions.SslOnConnect : security, timeout.Token);
            if (smtp.User is not null) await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", timeout.Token);
            await client.SendAsync(letters.Compose(letter), timeout.Token);
            await client.DisconnectAsync(quit: true, timeout.Token);
        }
        catch (Exception error) when (IsTrouble(error, cancellation))
        {
            throw new MailException("The SMTP server did not take a mail.", error);
        }
    }

    private static bool IsTrouble(Exception error, CancellationToken cancellation) =>
        error is IOException or System.Net.Sockets.SocketException or ProtocolException or CommandException or SslHandshakeException
            or AuthenticationException or NotSupportedException or TimeoutException
        || (error is OperationCanceledException && !cancellation.IsCancellationRequested);
}
