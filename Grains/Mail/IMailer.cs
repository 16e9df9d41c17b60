namespace Platform.Mail;

/// <summary>Hands mails over. Returns when that is done, not when the mail has arrived.</summary>
internal interface IMailer
{
    /// <exception cref="MailException">It could not be handed over.</exception>
    Task SendAsync(Letter letter, CancellationToken cancellation);
}

/// <summary>One mail: plain text, and the same in HTML.</summary>
internal sealed record Letter(string To, string Subject, string Text, string Html);

/// <summary>A mail could not be handed over.</summary>
internal sealed class MailException(string message, Exception inner) : Exception(message, inner);
