using Microsoft.Extensions.Options;
using Platform.Blobs;

namespace Platform.Mail;

/// <summary>Writes each mail into a file of its own, <c>{id}.eml</c>, which every mail program opens. The ids sort by time.</summary>
internal sealed class FileMailer(MimeLetters letters, IOptions<MailOptions> options, IdSource ids) : IMailer
{
    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        try
        {
            var directory = PrivateDirectory.Create(options.Value.Directory);
            var path = Path.Combine(directory.FullName, $"{ids.Next()}.eml");
            var unfinished = $"{path}.part";
            await letters.Compose(letter).WriteToAsync(unfinished, cancellation);
            // Whoever watches the directory sees whole mails only.
            File.Move(unfinished, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MailException("A mail could not be written to the directory of mails.", error);
        }
    }
}
