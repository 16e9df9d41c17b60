using Microsoft.Extensions.Options;
using MimeKit;
using Platform.Mail;

namespace Platform.Tests.Mail;

public sealed class MailerTests
{
    private static readonly Letter Letter = new("ada@example.com", "Žluťoučký code", "Plain 123456", "<p>Rich 123456</p>");

    [Fact]
    public async Task A_mail_goes_to_the_smtp_server_with_both_its_forms()
    {
        await using var server = new SmtpServer();
        await Mailer(server.Port).SendAsync(Letter, CancellationToken.None);

        Assert.Contains("<ada@example.com>", Assert.Single(server.Recipients));
        AssertIsLetter(await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(server.Mails)))));
    }

    [Fact]
    public async Task A_server_that_refuses_is_trouble_that_is_told()
    {
        await using var server = new SmtpServer { RefusesRecipients = true };
        await Assert.ThrowsAsync<MailException>(() => Mailer(server.Port).SendAsync(Letter, CancellationToken.None));
    }

    [Fact]
    public async Task So_is_a_server_that_is_not_there()
    {
        int port;
        await using (var server = new SmtpServer()) port = server.Port;
        await Assert.ThrowsAsync<MailException>(() => Mailer(port).SendAsync(Letter, CancellationToken.None));
    }

    [Fact]
    public async Task A_password_never_goes_to_a_server_without_encryption()
    {
        await using var server = new SmtpServer();
        await Assert.ThrowsAsync<MailException>(() => Mailer(server.Port, user: "ada").SendAsync(Letter, CancellationToken.None));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Without_a_server_each_mail_is_a_file()
    {
        var directory = Directory.CreateTempSubdirectory("platform-mail-");
        try
        {
            var options = Options.Create(new MailOptions { Directory = Path.Combine(directory.FullName, "mail") });
            var ids = new IdSource(TimeProvider.System, new SystemEntropy());
            var mailer = new FileMailer(new MimeLetters(options, ids, TimeProvider.System), options, ids);
            await mailer.SendAsync(Letter, CancellationToken.None);
            await mailer.SendAsync(Letter, CancellationToken.None);

            var files = directory.GetFiles("*", SearchOption.AllDirectories);
            Assert.Equal([".eml", ".eml"], files.Select(file => file.Extension));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, files[0].Directory!.UnixFileMode);
            Assert.All(files, file => AssertIsLetter(MimeMessage.Load(file.FullName)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_directory_that_can_not_be_is_trouble_that_is_told()
    {
        var options = Options.Create(new MailOptions { Directory = "/dev/null/mail" });
        var ids = new IdSource(TimeProvider.System, new SystemEntropy());
        var mailer = new FileMailer(new MimeLetters(options, ids, TimeProvider.System), options, ids);
        await Assert.ThrowsAsync<MailException>(() => mailer.SendAsync(Letter, CancellationToken.None));
    }

    private static SmtpMailer Mailer(int port, string? user = null)
    {
        var options = Options.Create(new MailOptions { Smtp = { Host = "127.0.0.1", Port = port, User = user, Password = "secret" } });
        return new(new MimeLetters(options, new IdSource(TimeProvider.System, new SystemEntropy()), TimeProvider.System), options);
    }

    private static void AssertIsLetter(MimeMessage mail)
    {
        Assert.Equal("Žluťoučký code", mail.Subject);
        Assert.Equal("ada@example.com", mail.To.Mailboxes.Single().Address);
        Assert.Equal("Plain 123456", mail.TextBody!.TrimEnd());
        Assert.Contains("<p>Rich 123456</p>", mail.HtmlBody);
    }
}
