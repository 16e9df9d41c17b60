using System.Collections.Concurrent;
using Platform.Mail;

namespace Platform.Tests;

/// <summary>Keeps the mails instead of sending them; or fails, for one address.</summary>
public sealed class RecordingMailer : IMailer
{
    private readonly ConcurrentQueue<Letter> _letters = [];

    /// <summary>Mails to these addresses can't be handed over.</summary>
    internal ConcurrentDictionary<string, bool> Broken { get; } = [];

    /// <summary>The digits of the newest mail to an address, or null.</summary>
    internal string? CodeFor(string email) =>
        _letters.LastOrDefault(letter => letter.To.Equals(email, StringComparison.OrdinalIgnoreCase))?.Subject[..6];

    /// <summary>The text of the newest mail to an address, or null.</summary>
    internal string? TextFor(string email) => _letters.LastOrDefault(letter => letter.To.Equals(email, StringComparison.OrdinalIgnoreCase))?.Text;

    Task IMailer.SendAsync(Letter letter, CancellationToken cancellation)
    {
        if (Broken.ContainsKey(letter.To)) throw new MailException("broken", new IOException());
        _letters.Enqueue(letter);
        return Task.CompletedTask;
    }
}
