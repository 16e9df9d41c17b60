using Microsoft.Extensions.Options;
using MimeKit;

namespace Platform.Mail;

/// <summary>Makes a letter a message of RFC 5322, with both its forms.</summary>
internal sealed class MimeLetters(IOptions<MailOptions> options, IdSource ids, TimeProvider clock)
{
    public MimeMessage Compose(Letter letter)
    {
        var from = MailboxAddress.Parse(options.Value.From);
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow(), MessageId = $"{ids.Next()}@{from.Domain}" };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(null, letter.To));
        message.Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody();
        return message;
    }
}
