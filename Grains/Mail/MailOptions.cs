using System.ComponentModel.DataAnnotations;

namespace Platform.Mail;

/// <summary>The section <c>Mail</c>. Without a <c>Mail:Smtp:Host</c>, mails are files.</summary>
public sealed class MailOptions
{
    /// <summary>The sender: an address, or a name and an address, as in <c>FigureForge &lt;hello@figureforge.example&gt;</c>.</summary>
    [Required]
    public string From { get; set; } = "no-reply@localhost";

    /// <summary>Where mails are written as .eml files when there is no SMTP server: <c>mail</c> in the data directory.</summary>
    public string Directory { get; set; } = "";

    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>The section <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }

    /// <summary>587 for STARTTLS, 465 for TLS from the start. Unencrypted only where the server offers nothing else, and then without a password.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }
}
