using MimeKit;

namespace Platform.Api.Tests;

/// <summary>The mails that a server has written for one address.</summary>
internal sealed class Mailbox(PlatformServer server, string address)
{
    private string Folder => Path.Combine(server.DataDirectory, "mail");

    /// <summary>All of them, the newest last.</summary>
    public IReadOnlyList<MimeMessage> Mails => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.eml").Order().Select(file => MimeMessage.Load(file)).Where(mail => IsTo(mail))]
        : [];

    /// <summary>The digits of the newest mail.</summary>
    public string Code => CodeOf(Mails[^1]);

    public static string CodeOf(MimeMessage mail) => mail.Subject![..6];

    private bool IsTo(MimeMessage mail) => mail.To.Mailboxes.Any(to => to.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
}
